import type { JsonNode } from '../source/json.ts';
import { parseJson } from '../source/parseJson.ts';
import type { JsonLimits } from '../source/parseJson.ts';
import { collectProblems } from '../source/problems.ts';
import type { Problems } from '../source/problems.ts';
import { quoted } from '../source/quote.ts';
import { asString, kindInWords, member } from '../source/read.ts';
import type { JsonObject } from '../source/read.ts';
import type { TextId } from '../source/span.ts';
import { checkCharacters } from './characters.ts';
import { POLICY_ELEMENTS, RULES_OF } from './elements.ts';
import type { ParsedPolicy, Policy, PolicyType, Statement } from './policy.ts';
import { openingOf, typeMismatch, unknownElements } from './reading.ts';
import type { Reading } from './reading.ts';
import { policySize } from './size.ts';
import { readStatements } from './statement.ts';

const MOST_PROBLEMS = 200;
const VERSIONS = ['2012-10-17', '2008-10-17'];

export interface PolicyIdentity {
  /** The text its places belong to. */
  readonly id: TextId;
  readonly type: PolicyType;
  /** Left part of statement names: `key`, `identity:UsePaymentsKey`, … */
  readonly name: string;
}

/**
 * Reads a policy document (IAM-001 to IAM-016, KMS-018, KMS-019) and reports what is wrong with its grammar under the codes
 * of IAM Access Analyzer. Statements that can neither allow nor deny anything are kept, with the reason in `inert`.
 *
 * @returns `policy` is undefined where the text is no strict JSON, repeats a key (IAM-003), is no object or exceeds a limit;
 *   never throws
 */
export function parsePolicy(text: string, identity: PolicyIdentity, limits: JsonLimits = {}): ParsedPolicy {
  const json = parseJson(text, identity.id, limits);
  if (json.root === undefined || !json.wellFormed)
    return { policy: undefined, diagnostics: json.diagnostics };
  const problems = collectProblems(MOST_PROBLEMS);
  checkCharacters(problems, text, identity.id);
  checkSize(problems, text, identity, json.root);
  const policy =
    json.root.kind === 'object'
      ? readDocument(problems, json.root, identity)
      : notAnObject(problems, json.root);
  const diagnostics = [...json.diagnostics, ...problems.sorted()];
  return { policy, diagnostics: diagnostics.toSorted((left, right) => left.span.from - right.span.from) };
}

function notAnObject(problems: Problems, root: JsonNode): undefined {
  const message = `A policy document is a JSON object, not ${kindInWords(root)}.`;
  problems.add('DATA_TYPE_MISMATCH', 'error', openingOf(root), message);
  return undefined;
}

function readDocument(problems: Problems, root: JsonObject, { id, type, name }: PolicyIdentity): Policy {
  const variables = readVersion(problems, root, type) === '2012-10-17';
  const reading: Reading = { type, name, variables, problems };
  unknownElements(reading, root, POLICY_ELEMENTS, 'a policy');
  return {
    text: id,
    type,
    name,
    id: readId(reading, root),
    variables,
    statements: statementsOf(reading, root),
    span: root.span,
  };
}

/** Absent means 2008-10-17 (IAM-008). */
function readVersion(problems: Problems, root: JsonObject, type: PolicyType): string | undefined {
  const { mustBe2012, inWords } = RULES_OF[type];
  const help = 'Write `"Version": "2012-10-17"`.';
  const value = member(root, 'Version')?.value;
  if (value === undefined) {
    const message = mustBe2012
      ? `The policy has no \`Version\`, which ${inWords} must have.`
      : 'The policy has no `Version` and is read as one of 2008-10-17, without policy variables.';
    problems.add('MISSING_VERSION', mustBe2012 ? 'error' : 'warning', openingOf(root), message, help);
    return undefined;
  }
  const version = asString(value);
  if (version === undefined) {
    typeMismatch(problems, value, '`Version`', 'a text');
  } else if (!VERSIONS.includes(version)) {
    problems.add(
      'INVALID_VERSION',
      'error',
      value.span,
      `${quoted(version)} is no version of the policy language.`,
      help,
    );
  } else if (mustBe2012 && version !== '2012-10-17') {
    problems.add(
      'INVALID_VERSION',
      'error',
      value.span,
      `The version of ${inWords} must be 2012-10-17.`,
      help,
    );
  }
  return version;
}

/** `Id` is free text and only for policies on resources (IAM-009). */
function readId(reading: Reading, root: JsonObject): string | undefined {
  const found = member(root, 'Id');
  if (found === undefined) return undefined;
  if (!RULES_OF[reading.type].id) {
    const message = `\`Id\` cannot stand in ${RULES_OF[reading.type].inWords}.`;
    reading.problems.add('INVALID_POLICY_ELEMENT', 'error', found.keySpan, message, 'Remove it.');
  }
  const id = asString(found.value);
  if (id === undefined) typeMismatch(reading.problems, found.value, '`Id`', 'a text');
  return id;
}

function statementsOf(reading: Reading, root: JsonObject): readonly Statement[] {
  const value = member(root, 'Statement')?.value;
  if (value !== undefined) return readStatements(reading, value);
  reading.problems.add(
    'MISSING_STATEMENT',
    'error',
    openingOf(root),
    'The policy has no `Statement`.',
    'Add a list of statements.',
  );
  return [];
}

function checkSize(problems: Problems, text: string, { id, type }: PolicyIdentity, root: JsonNode): void {
  const size = policySize(text, type);
  if (size === undefined || size.used <= size.limit) return;
  const code = SIZE_CODES.get(type) ?? 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA';
  const message = `The policy has ${String(size.used)} ${size.unit}, more than the ${String(size.limit)} that ${RULES_OF[type].inWords} can have.`;
  // Access Analyzer's severities.
  const severity = type === 'scp' || type === 'rcp' ? 'error' : 'warning';
  problems.add(code, severity, { text: id, from: root.span.from, to: root.span.from + 1 }, message);
}

const SIZE_CODES: ReadonlyMap<PolicyType, string> = new Map([
  ['key', 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA'],
  ['endpoint', 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA'],
  ['trust', 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA'],
  ['scp', 'POLICY_SIZE_EXCEEDS_SCP_QUOTA'],
  ['rcp', 'POLICY_SIZE_EXCEEDS_RCP_QUOTA'],
]);
