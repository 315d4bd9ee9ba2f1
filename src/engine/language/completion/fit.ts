import type { ConditionKeyInfo, ConditionValueType } from '#engine/catalog/conditionKey.ts';
import type { OperatorFamily } from '#engine/conditions/operator.ts';
import type { ParsedOperator } from '#engine/conditions/parseOperator.ts';

const familyOf: Readonly<Record<ConditionValueType, OperatorFamily>> = {
  string: 'String',
  arn: 'Arn',
  bool: 'Bool',
  numeric: 'Numeric',
  date: 'Date',
  ip: 'IpAddress',
};

/**
 * How well an operator goes with a condition key: made for its type, usable (ARNs are texts too; a key of several values without a
 * set operator), or not.
 */
export function fitOf({ base, qualifier }: ParsedOperator, key: ConditionKeyInfo): 'well' | 'usable' | 'no' {
  if (base.family === 'Null') return qualifier === 'none' ? 'well' : 'no';
  if (qualifier !== 'none' && !key.multivalued) return 'no';
  const types = [key.type, ...key.alsoUsableAs];
  const isMade = types.some((type) => familyOf[type] === base.family);
  if (isMade) return qualifier === 'none' && key.multivalued ? 'usable' : 'well';
  return key.type === 'arn' && base.family === 'String' ? 'usable' : 'no';
}
