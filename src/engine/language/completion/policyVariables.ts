import { findConditionKey, variablePart } from '#engine/catalog/conditionKeys.ts';
import type { ParsedOperator } from '#engine/conditions/parseOperator.ts';
import { encryptionContextIn, mentionsOf } from '#engine/suggest/mentions.ts';
import { identityTags, type KnownName, keyTags } from '../known.ts';
import type { PlaceContext } from '../languageContext.ts';

/** What a policy of this version may say (IAM-008, IAM-110). */
const HAS_VARIABLES = /"Version"\s*:\s*"2012-10-17"/;

/**
 * Policy variables that make sense as a value of a condition key: the owner's side for keys that keep strangers out, what is known
 * of the caller for what the request says, and what the request says for the caller's tags.
 */
export function policyVariablesFor(
  context: PlaceContext,
  { base }: ParsedOperator,
  key: string,
): readonly KnownName[] {
  if (!base.variables || !HAS_VARIABLES.test(context.document.text)) return [];
  return variablesFor(context, key.toLowerCase())
    .filter(([name]) => context.document.kind !== 'key' || findConditionKey(name)?.inKeyPolicy !== false)
    .map(([name, meaning]) => ({ value: `\${${name}}`, meaning }));
}

type Variable = readonly [name: string, meaning: string];

function variablesFor({ world }: PlaceContext, key: string): readonly Variable[] {
  const ofOwner = OWNERS.get(key);
  if (ofOwner !== undefined) return [ofOwner];
  const isAbout = (prefix: string) => key.startsWith(prefix) && (variablePart(key) ?? '') !== '';
  if (isAbout('aws:principaltag/')) {
    return [
      ...[...keyTags(world).keys()].map((name): Variable => [
        `aws:ResourceTag/${name}`,
        'The tag of the key.',
      ]),
      ...encryptionContextIn(world, mentionsOf(world)).map((pair): Variable => [
        `kms:EncryptionContext:${pair.key}`,
        'What the encryption context says.',
      ]),
    ];
  }
  if (!ABOUT_REQUESTS.some(isAbout)) return [];
  return [
    ...[...identityTags(world).keys()].map((name): Variable => [
      `aws:PrincipalTag/${name}`,
      'The tag of whoever calls.',
    ]),
    ['aws:username', 'The name of the IAM user who calls; missing for roles.'],
    ['aws:PrincipalAccount', 'The account of whoever calls.'],
  ];
}

const ABOUT_REQUESTS = ['kms:encryptioncontext:', 'aws:resourcetag/', 'aws:requesttag/'];

const ACCOUNT: Variable = ['aws:ResourceAccount', 'The account that the key is in.'];
const ORGANIZATION: Variable = ['aws:ResourceOrgID', 'The organization that the key is in.'];

const OWNERS: ReadonlyMap<string, Variable> = new Map([
  ['kms:calleraccount', ACCOUNT],
  ['aws:principalaccount', ACCOUNT],
  ['aws:sourceaccount', ACCOUNT],
  ['aws:principalorgid', ORGANIZATION],
  ['aws:sourceorgid', ORGANIZATION],
]);
