import type { Diagnostic } from '../source/diagnostic.ts';
import type { JsonNode } from '../source/json.ts';
import { parseJson } from '../source/parseJson.ts';
import { asArray, memberValue } from '../source/read.ts';
import { recognizeAwsOutput } from './awsOutput.ts';
import { brokenPolicy, recognizePolicy } from './policyText.ts';
import { recognizeOrganizationOutput } from './organizationOutput.ts';
import { LONGEST_SCENARIO, readScenario } from './readScenario.ts';
import type { Recognized } from './recognized.ts';

export type { PolicyKind } from './policyKind.ts';
export type {
  AliasEntry,
  Recognized,
  RecognizedEndpoint,
  RecognizedIdentity,
  RecognizedOrganizationPolicy,
  RecognizedPolicy,
} from './recognized.ts';

const ACCEPTED =
  'accepted are policies (key, IAM, boundary, SCP, RCP, VPC endpoint, S3 bucket), scenarios, and what the AWS CLI prints about keys, grants, roles, users, VPC endpoints and organization policies';
/** How often a text may be wrapped in another as an escaped string. */
const MOST_WRAPPINGS = 3;

/**
 * Finds out what a text is by its shape. Broken JSON that looks like a policy or a list of grants still counts as one, so that
 * it reaches the editor with its errors marked and nothing is lost. Never throws.
 */
export function recognize(text: string): Recognized {
  return recognizeText(text.replace(/^\ufeff/, ''), undefined, MOST_WRAPPINGS);
}

function recognizeText(text: string, note: string | undefined, wrappings: number): Recognized {
  if (text.trim() === '') return unknown('The text is empty', []);
  const { root, wellFormed, diagnostics } = parseJson(text, 'key', { maxLength: LONGEST_SCENARIO });
  if (root === undefined || !wellFormed) return recognizeBroken(text, root, diagnostics, { note, wrappings });
  if (root.kind === 'string' && wrappings > 0) return recognizeText(root.value, UNESCAPED, wrappings - 1);
  if (isScenario(root)) return recognizeScenario(text);
  return (
    recognizeOrganizationOutput(root) ??
    recognizePolicy(text, root, note) ??
    recognizeAwsOutput(text, root) ??
    unknown('The text is JSON, but nothing that belongs to a KMS key', diagnostics)
  );
}

const UNESCAPED = 'The policy was an escaped string and has been unwrapped.';

interface Wrapping {
  readonly note: string | undefined;
  readonly wrappings: number;
}

function recognizeBroken(
  text: string,
  root: JsonNode | undefined,
  diagnostics: readonly Diagnostic[],
  { note, wrappings }: Wrapping,
): Recognized {
  const unescaped = wrappings > 0 ? withoutEscapes(text) : undefined;
  if (unescaped !== undefined) return recognizeText(unescaped, UNESCAPED, wrappings - 1);
  if (diagnostics.some(({ code }) => code === 'TEXT_TOO_LONG'))
    return unknown('The text is too long', diagnostics);
  if (text.includes('"keyway"')) return unknown('This scenario is no valid JSON', diagnostics);
  const policy = brokenPolicy(text, root, diagnostics, note);
  if (policy !== undefined) return policy;
  if (/^\s*[[{]/.test(text) && text.includes('"GranteePrincipal"')) return { kind: 'grants', text };
  return unknown('The text is no JSON', diagnostics);
}

/** The text of an escaped string that lost its outer quotes, `{\"Version\": …}`; undefined where it is none. */
function withoutEscapes(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text) || !text.includes('\\"')) return undefined;
  const { root, wellFormed } = parseJson(`"${text.trim()}"`, 'key', { maxLength: LONGEST_SCENARIO });
  return wellFormed && root?.kind === 'string' ? root.value : undefined;
}

function isScenario(root: JsonNode): boolean {
  const candidates = asArray(root)?.items ?? [root];
  return candidates.some((candidate) => memberValue(candidate, 'keyway') !== undefined);
}

function recognizeScenario(text: string): Recognized {
  const { scenarios, diagnostics, suite } = readScenario(text, { unindent: true });
  if (scenarios.length > 0) return { kind: 'scenario', scenarios, suite };
  return unreadable('This scenario cannot be read', diagnostics);
}

/** Something that was recognized and cannot be used, with its first problem. */
function unreadable(cause: string, diagnostics: readonly Diagnostic[]): Recognized {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  return { kind: 'unknown', because: `${cause}: ${first?.message ?? 'it is empty.'}`, diagnostics };
}

function unknown(cause: string, diagnostics: readonly Diagnostic[]): Recognized {
  return { kind: 'unknown', because: `${cause}: ${ACCEPTED}.`, diagnostics };
}
