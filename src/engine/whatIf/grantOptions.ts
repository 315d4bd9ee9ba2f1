import { findAction } from '../catalog/actions.ts';
import { code, list } from '../explain/words.ts';
import { rootArn } from '../vocabulary/arn.ts';
import type { PlainValue } from '../source/plainValue.ts';
import type { KeyInWorld } from '../world/world.ts';
import { callerPrincipal } from './callerPrincipal.ts';
import type { Edit } from './edit.ts';
import { type Option, type OptionFacts, option } from './option.ts';
import { printed } from './splices.ts';

/** A grant for the caller: needs neither key policy nor IAM policy (KMS-057). */
export function grantOptions(facts: OptionFacts): readonly Option[] {
  const { check } = facts.traced;
  const caller = callerPrincipal(check.caller);
  const isGrantable = findAction(check.action)?.grantOperation === true && check.action !== 'kms:RetireGrant';
  if (check.target.kind !== 'key' || check.target.key.awsManaged) return [];
  if (caller?.kind !== 'AWS' || check.caller.kind === 'root' || !isGrantable) return [];
  const operation = check.action.slice('kms:'.length);
  const pairs = Object.fromEntries(check.grantFacts.encryptionContext);
  const names = Object.keys(pairs).map((name) => code(name));
  return option({
    kind: 'grant',
    edits: grantEdits(facts, check.target.key, {
      GranteePrincipal: caller.value,
      Operations: [operation],
      ...(names.length === 0 ? {} : { Constraints: { EncryptionContextSubset: pairs } }),
    }),
    text: [
      'create a grant that gives ',
      caller.name,
      ' the operation ',
      code(operation),
      ...(names.length === 0 ? [] : [', only with the encryption context ', ...list(names)]),
    ],
    weight: 5,
  });
}

/** Puts a grant where the key has its grants, if it has any. */
function grantEdits(
  { situation, documents }: OptionFacts,
  key: KeyInWorld,
  facts: { readonly [name: string]: PlainValue },
): readonly Edit[] {
  const grant = {
    KeyId: key.arn,
    GrantId: 'new-grant',
    IssuingAccount: rootArn(key.account, key.partition),
    ...facts,
  };
  const index = situation.scenario.keys.findIndex(({ arn }) => arn === key.arn);
  const given = situation.scenario.keys[index]?.grants;
  if (given !== undefined && given.text.trim() !== '') return documents.addGrant(given.id, grant);
  return [{ kind: 'grants', key: index, text: printed([grant], { newline: '\n', indent: '', unit: '  ' }) }];
}
