import { printPolicy } from '../policy/printPolicy.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { JsonNode } from '../source/json.ts';
import { parseJson } from '../source/parseJson.ts';
import { asString, member, memberValue, oneOrMany, stringList } from '../source/read.ts';
import { isAccountId, splitArn } from '../vocabulary/arn.ts';
import type { RecognizedPolicy } from './recognized.ts';

/** A policy document, or the output of an AWS command that wraps one. */
export function recognizePolicy(
  text: string,
  root: JsonNode,
  note: string | undefined,
): RecognizedPolicy | undefined {
  if (member(root, 'Statement') !== undefined) return policyOf(text, root, note);
  const wrapped = wrappedPolicy(root);
  if (wrapped === undefined) return undefined;
  if (wrapped.document.kind === 'object') return policyOf(undefined, wrapped.document, wrapped.note);
  const inner = asString(wrapped.document);
  if (inner === undefined) return undefined;
  const parsed = parseJson(inner, 'key');
  if (parsed.wellFormed && parsed.root?.kind === 'object')
    return policyOf(undefined, parsed.root, wrapped.note);
  return { kind: 'keyPolicy', text: inner, note: wrapped.note, diagnostics: parsed.diagnostics };
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
function policyOf(text: string | undefined, root: JsonNode, note: string | undefined): RecognizedPolicy {
  const asItWas = text !== undefined && note === undefined && text.trim().includes('\n');
  const kind = namesPrincipals(root) ? 'keyPolicy' : 'identityPolicy';
  const account = kind === 'keyPolicy' ? onlyAccount(root) : undefined;
  return {
    kind,
    text: asItWas ? text : printPolicy(root),
    ...(note === undefined ? {} : { note }),
    ...(account === undefined ? {} : { account }),
  };
}

interface Wrapped {
  readonly document: JsonNode;
  readonly note: string;
}

/** The policy in the output of `get-key-policy`, of `get-role-policy` and its like, of `get-policy-version`. */
function wrappedPolicy(root: JsonNode): Wrapped | undefined {
  const key = memberValue(root, 'Policy');
  if (key !== undefined)
    return { document: key, note: 'The policy was taken out of the output of `get-key-policy`.' };
  const inline = memberValue(root, 'PolicyDocument');
  if (inline !== undefined)
    return { document: inline, note: 'The policy was taken out of `PolicyDocument`.' };
  const version = memberValue(memberValue(root, 'PolicyVersion'), 'Document');
  return (
    version && { document: version, note: 'The policy was taken out of the output of `get-policy-version`.' }
  );
}

/** Only policies on resources name principals. */
function namesPrincipals(root: JsonNode): boolean {
  return oneOrMany(memberValue(root, 'Statement')).some(
    (statement) =>
      member(statement, 'Principal') !== undefined || member(statement, 'NotPrincipal') !== undefined,
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
