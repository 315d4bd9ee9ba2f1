import { encryptionContextParameter } from './actions.ts';
import type { NaiveCaller } from './caller.ts';
import { type NaiveContext, valuesOf } from './context.ts';
import { classOfEntry, type NaiveClass } from './principals.ts';
import { grantsOf, namedGrant } from './grantList.ts';
import { type Json, memberOf, pairsOf, type PlainIdentity, type PlainKey, textOf, textsOf } from './plain.ts';

/** What a grant is asked. */
export interface GrantQuestion {
  readonly key: PlainKey;
  /** `kms:Decrypt`. */
  readonly action: string;
  readonly caller: NaiveCaller;
  readonly identities: readonly PlainIdentity[];
  readonly context: NaiveContext;
  /** Encryption context of the call. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Parameters of the request: the new grant of a CreateGrant, the grant that RetireGrant names. */
  readonly parameters: Json;
}

/** How the grantee, or the retiring principal, of a grant names the caller (KMS-053, KMS-054). */
function classOfParty(
  grant: Json,
  party: 'Grantee' | 'Retiring',
  { caller, identities }: GrantQuestion,
): NaiveClass | undefined {
  const principal = textOf(memberOf(grant, `${party}Principal`));
  const service = textOf(memberOf(grant, `${party}ServicePrincipal`));
  const name = principal ?? service;
  if (name === undefined || name === '*') return undefined;
  const isService = principal === undefined || name.endsWith('.amazonaws.com');
  return classOfEntry(isService ? 'Service' : 'AWS', name, caller, identities);
}

/** KMS-051: any other name counts for nothing. */
const grantOperations =
  `CreateGrant DescribeKey RetireGrant GetPublicKey Encrypt Decrypt ReEncryptFrom ReEncryptTo
  GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext Sign Verify
  GenerateMac VerifyMac DeriveSharedSecret Encapsulate Decapsulate`.split(/\s+/);

const operationsOf = (grant: Json): readonly string[] =>
  textsOf(memberOf(grant, 'Operations')).filter((name) => grantOperations.includes(name));

/** The classes in which grants of the key allow the request (KMS-055). */
export function classesOfGrants(question: GrantQuestion): ReadonlySet<NaiveClass> {
  const classes = grantsOf(question.key).flatMap((grant) => {
    const one = classOfParty(grant, 'Grantee', question);
    return one !== undefined && grantFits(grant, question) ? [one] : [];
  });
  return new Set(classes);
}

function grantFits(grant: Json, question: GrantQuestion): boolean {
  const { key, action, context } = question;
  const keyId = textOf(memberOf(grant, 'KeyId'));
  const onThisKey = keyId === undefined || keyId === key.arn || key.arn.endsWith(`:key/${keyId}`);
  if (!onThisKey || !operationsOf(grant).includes(action.slice('kms:'.length))) return false;
  // Works like a condition on aws:SourceArn, for every operation but RetireGrant (KMS-063).
  const sourceArn = textOf(memberOf(memberOf(grant, 'Constraints'), 'SourceArn'));
  if (sourceArn !== undefined && valuesOf(context, 'aws:SourceArn')?.[0] !== sourceArn) return false;
  if (action === 'kms:CreateGrant') return childFits(grant, question.parameters);
  // KMS-062: on calls that take an encryption context alone.
  return encryptionContextParameter(action) === undefined || constraintHolds(grant, question.pairs);
}

type Pairs = readonly (readonly [string, string])[];

const constraintOf = (grant: Json, kind: 'Equals' | 'Subset'): Pairs | undefined => {
  const pairs = memberOf(memberOf(grant, 'Constraints'), `EncryptionContext${kind}`);
  return pairs === undefined ? undefined : pairsOf(pairs);
};

/** KMS-060, KMS-061: names of pairs without case (U-06), values exactly. */
function constraintHolds(grant: Json, pairs: Pairs): boolean {
  const contains = (wanted: Pairs): boolean =>
    wanted.every(([key, value]) =>
      pairs.some(([name, text]) => name.toLowerCase() === key.toLowerCase() && text === value),
    );
  const equals = constraintOf(grant, 'Equals');
  if (equals !== undefined) return pairs.length > 0 && pairs.length === equals.length && contains(equals);
  const subset = constraintOf(grant, 'Subset');
  return subset === undefined || (pairs.length > 0 && contains(subset));
}

/** KMS-065, KMS-066, U-08: what a grant may hand on. */
function childFits(parent: Json, child: Json): boolean {
  if (!operationsOf(child).every((name) => operationsOf(parent).includes(name))) return false;
  const arnOf = (grant: Json): string | undefined =>
    textOf(memberOf(memberOf(grant, 'Constraints'), 'SourceArn'));
  if (arnOf(parent) !== undefined && arnOf(child) !== arnOf(parent)) return false;
  const within = (small: Pairs, large: Pairs): boolean =>
    small.every(([key, value]) => large.some(([name, text]) => name === key && text === value));
  const equals = constraintOf(parent, 'Equals');
  const childEquals = constraintOf(child, 'Equals');
  if (equals !== undefined) {
    return childEquals !== undefined && within(equals, childEquals) && within(childEquals, equals);
  }
  const subset = constraintOf(parent, 'Subset');
  if (subset === undefined) return true;
  const childPairs = childEquals ?? constraintOf(child, 'Subset');
  return childPairs !== undefined && within(subset, childPairs);
}

/** Who may retire the grant that a request names (KMS-070, U-09): without any policy, or with its own IAM policies. */
export function retirement(question: GrantQuestion): 'freely' | 'withPolicies' | 'no' {
  const { key, caller, parameters } = question;
  const grant = namedGrant(key, parameters);
  if (grant === undefined) return 'no';
  const retiring = classOfParty(grant, 'Retiring', question);
  const grantee = operationsOf(grant).includes('RetireGrant')
    ? classOfParty(grant, 'Grantee', question)
    : undefined;
  const parties = [retiring, grantee].filter((one) => one !== undefined);
  // An account as a party delegates to its IAM policies (U-05).
  if (parties.some((one) => one !== 'ACCOUNT')) return 'freely';
  const issuing = textOf(memberOf(grant, 'IssuingAccount'));
  const accounts = [key.arn.split(':')[4], issuing?.includes(':') === true ? issuing.split(':')[4] : issuing];
  const isIssuer = caller.account !== undefined && accounts.includes(caller.account);
  return parties.length > 0 || isIssuer ? 'withPolicies' : 'no';
}
