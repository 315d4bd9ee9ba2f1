import { booleanDoubts, parseBoolean } from './bool.ts';
import { comparisonOf, readAll, type ConditionOperator } from './operator.ts';

/** What a Null condition compares its values with: whether the key is absent, as text (IAM-091). */
export const absence = { absent: 'true', present: 'false' } as const;

/** Null asks about presence, not about values: what its values are compared with is `absence`. */
export const nullOperators: readonly ConditionOperator[] = [
  {
    name: 'Null',
    family: 'Null',
    rule: 'IAM-091',
    negated: false,
    positive: 'Null',
    wildcards: false,
    variables: false,
    compare: (values) =>
      comparisonOf(readAll(values, parseBoolean), parseBoolean, (request, policy) => request === policy),
    doubts: (text, side) => booleanDoubts(text, side, 'IAM-091'),
  },
];
