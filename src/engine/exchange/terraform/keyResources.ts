import { objectOf, textValue, type ObjectMember, type Value } from '../value.ts';
import { lockoutFlag } from '../lockoutFlag.ts';
import type { KeyContent } from '../piece.ts';
import { attributeOf, blocksOf } from './configuration.ts';
import type { Evaluator, Scope } from './evaluate.ts';
import type { Block } from './hclTree.ts';

/** The resources of the AWS provider that are KMS keys. */
export const KEY_TYPES: ReadonlySet<string> = new Set([
  'aws_kms_key',
  'aws_kms_external_key',
  'aws_kms_replica_key',
  'aws_kms_replica_external_key',
]);

/** Attributes of a key, and the field of `KeyMetadata` each is. */
const FACTS: readonly (readonly [string, string])[] = [
  ['description', 'Description'],
  ['key_usage', 'KeyUsage'],
  ['customer_master_key_spec', 'KeySpec'],
  ['key_spec', 'KeySpec'],
  ['multi_region', 'MultiRegion'],
  ['custom_key_store_id', 'CustomKeyStoreId'],
];

/** Of a key, and of a policy that is a resource of its own. */
export const BYPASS = 'bypass_policy_lockout_safety_check';

/** A key as its own block says it; policies, aliases and grants of other blocks come to it later. */
export function keyOfBlock(
  evaluator: Evaluator,
  { type, labels, body, span }: Block,
  scope: Scope,
): KeyContent {
  const written = (name: string) => {
    const attribute = attributeOf(body, name);
    return attribute && evaluator.evaluate(attribute.value, scope);
  };
  const read = (name: string) => {
    const value = written(name);
    return value === undefined || evaluator.book.isNull(value) ? undefined : value;
  };
  const metadata = FACTS.flatMap(([attribute, field]): ObjectMember[] => {
    const value = read(attribute);
    return value === undefined ? [] : [{ key: textValue(span, field), value }];
  });
  const resource = labels[0] ?? type;
  if (resource.includes('external'))
    metadata.push({ key: textValue(span, 'Origin'), value: textValue(span, 'EXTERNAL') });
  if (resource.includes('replica'))
    metadata.push({ key: textValue(span, 'MultiRegion'), value: { kind: 'boolean', span, value: true } });
  // What nobody gives may still be filled in where it is the policy.
  const given = written('policy');
  const policy = given?.kind === 'null' ? undefined : given;
  const tags = read('tags');
  return {
    kind: 'key',
    metadata,
    aliases: [],
    grants: [],
    ...(policy !== undefined && { policy }),
    ...(tags !== undefined && { tags }),
    ...lockoutFlag(read(BYPASS)),
  };
}

/** An `aws_kms_grant` as an entry of `list-grants`. */
export function grantOfBlock(evaluator: Evaluator, { body, span, labels }: Block, scope: Scope): Value {
  const read = (name: string, block = body) => {
    const attribute = attributeOf(block, name);
    return attribute && evaluator.evaluate(attribute.value, scope);
  };
  const [constraints] = blocksOf(body, 'constraints');
  const limits =
    constraints &&
    objectOf(span, [
      ['EncryptionContextEquals', read('encryption_context_equals', constraints.body)],
      ['EncryptionContextSubset', read('encryption_context_subset', constraints.body)],
    ]);
  return objectOf(span, [
    ['GrantId', textValue(span, labels[1] ?? 'grant')],
    ['Name', read('name')],
    ['GranteePrincipal', read('grantee_principal')],
    ['RetiringPrincipal', read('retiring_principal')],
    ['Operations', read('operations')],
    ['Constraints', limits],
  ]);
}
