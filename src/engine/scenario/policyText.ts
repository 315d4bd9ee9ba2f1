import { printPolicy } from '../policy/printPolicy.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { JsonNode } from '../source/json.ts';
import { parseJson } from '../source/parseJson.ts';
import { asString, member, memberValue, oneOrMany, stringList } from '../source/read.ts';
import { isAccountId, splitArn } from '../vocabulary/arn.ts';
import { policyOwner } from './iamOutput.ts';
import { type GuessedKind, guessKind, namesPrincipals, resourceOfPolicy } from './policyKind.ts';
import { present } from './present.ts';
import type { Recognized, RecognizedPolicy } from './recognized.ts';

/** A policy document, or the output of an AWS command that wraps one. */
export function recognizePolicy(
  text: string,
  root: JsonNode,
  note: string | undefined,
): Recognized | undefined {
  if (member(root, 'Statement') !== undefined) return policyOf(text, root, { note });
  const wrapped = wrappedPolicy(root);
  if (wrapped === undefined) return undefined;
  const { document } = wrapped;
  if (document.kind === 'object') return policyOf(undefined, document, wrapped);
  const inner = asString(document);
  if (inner === undefined) return undefined;
  const parsed = parseJson(inner, 'key');
  if (parsed.wellFormed && parsed.root?.kind === 'object') return policyOf(undefined, parsed.root, wrapped);
  return { text: inner, ...factsOf(wrapped, undefined), diagnostics: parsed.diagnostics };
}

/** Text that is meant to be a policy and is no JSON yet, or repeats a key. */
export function brokenPolicy(
  text: string,
  root: JsonNode | undefined,
  diagnostics: readonly Diagnostic[],
  note: string | undefined,
): RecognizedPolicy | undefined {
  if (!text.trimStart().startsWith('{') || !text.includes('Statement')) return undefined;
  const onlyRepeatedKeys = diagnostics.every(
    ({ code, severity }) => code === 'DUPLICATE_KEY' || severity !== 'error',
  );
  const kind =
    onlyRepeatedKeys && root !== undefined && !namesPrincipals(root) ? 'identityPolicy' : 'keyPolicy';
  return { kind, text, diagnostics, ...(note === undefined ? {} : { note }) };
}

/** @param text the policy's own text; undefined where it was escaped or part of something else */
function policyOf(
  text: string | undefined,
  root: JsonNode,
  wrapping: Omit<Wrapped, 'document'>,
): Recognized | undefined {
  const guessed = guessKind(root);
  if (guessed === undefined && wrapping.kind === undefined) return TRUST;
  const asItWas = text !== undefined && wrapping.note === undefined && text.trim().includes('\n');
  const facts = factsOf(wrapping, guessed);
  return present({
    text: asItWas ? text : printPolicy(root),
    ...facts,
    account: facts.kind === 'keyPolicy' ? onlyAccount(root) : undefined,
    resource: facts.kind === 'resourcePolicy' ? resourceOfPolicy(root) : undefined,
  });
}

const TRUST: Recognized = {
  kind: 'unknown',
  because:
    'This is a role trust policy: it says who may become the role, which is settled before a request reaches KMS. Add the policies of the role, such as the output of `get-role-policy`.',
  diagnostics: [],
};

/** What the wrapping says about the policy, over what its shape says. */
function factsOf(
  { note, kind, name, owner, bucketNote }: Omit<Wrapped, 'document'>,
  guessed: GuessedKind | undefined,
): Omit<RecognizedPolicy, 'text'> {
  const otherwise = kind === undefined ? guessed?.otherwise : undefined;
  const chosen = kind ?? guessed?.kind ?? 'keyPolicy';
  return present({
    kind: chosen,
    note: chosen === 'resourcePolicy' ? (bucketNote ?? note) : note,
    otherwise: otherwise?.length === 0 ? undefined : otherwise,
    name,
    owner,
  });
}

interface Wrapped extends Pick<RecognizedPolicy, 'name' | 'owner'> {
  readonly document: JsonNode;
  readonly note: string | undefined;
  /** The note where the policy turns out to be another resource's. */
  readonly bucketNote?: string;
  /** What it is, where the wrapping leaves no doubt. */
  readonly kind?: RecognizedPolicy['kind'] | undefined;
}

/** The policy in the output of `get-key-policy` or `get-bucket-policy`, of `get-role-policy` and its like, of `get-policy-version`. */
function wrappedPolicy(root: JsonNode): Wrapped | undefined {
  const key = memberValue(root, 'Policy');
  if (key !== undefined) {
    return {
      document: key,
      note: 'The policy was taken out of the output of `get-key-policy`.',
      bucketNote: 'The policy was taken out of the output of `get-bucket-policy`.',
      kind: member(root, 'PolicyName') === undefined ? undefined : 'keyPolicy',
    };
  }
  const inline = memberValue(root, 'PolicyDocument');
  if (inline !== undefined) {
    const named = policyOwner(root);
    return {
      document: inline,
      note: 'The policy was taken out of `PolicyDocument`.',
      ...named,
      kind: named.owner === undefined ? undefined : 'identityPolicy',
    };
  }
  const version = memberValue(memberValue(root, 'PolicyVersion'), 'Document');
  return (
    version && { document: version, note: 'The policy was taken out of the output of `get-policy-version`.' }
  );
}

/** The account that the policy names as a principal, if it is a single one: most likely the key's own. */
function onlyAccount(root: JsonNode): string | undefined {
  const accounts = new Set<string>();
  for (const statement of oneOrMany(memberValue(root, 'Statement'))) {
    for (const { value } of stringList(memberValue(memberValue(statement, 'Principal'), 'AWS'))) {
      const account = accountPrincipal(value);
      if (account !== undefined) accounts.add(account);
    }
  }
  const [first] = accounts;
  return accounts.size === 1 ? first : undefined;
}

/** The account of an account principal, in either form (IAM-024). */
function accountPrincipal(value: string): string | undefined {
  if (isAccountId(value)) return value;
  const arn = splitArn(value);
  return arn?.service === 'iam' && arn.resource === 'root' && isAccountId(arn.account)
    ? arn.account
    : undefined;
}
