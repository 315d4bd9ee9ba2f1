import { arnOperators } from './arn.ts';
import { binaryOperators } from './binary.ts';
import { boolOperators } from './bool.ts';
import { dateOperators } from './date.ts';
import { ipOperators } from './ip.ts';
import { nullOperators } from './null.ts';
import { numericOperators } from './numeric.ts';
import type { ConditionOperator } from './operator.ts';
import { stringOperators } from './string.ts';

/** Every base operator of the condition language. Set qualifiers and `IfExists` are not part of a base operator (IAM-071). */
export const conditionOperators: readonly ConditionOperator[] = [
  ...stringOperators,
  ...numericOperators,
  ...dateOperators,
  ...boolOperators,
  ...binaryOperators,
  ...ipOperators,
  ...arnOperators,
  ...nullOperators,
];
