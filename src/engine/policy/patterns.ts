import type { JsonMember } from '../source/json.ts';
import { quoted } from '../source/quote.ts';
import { asSourced, oneOrMany } from '../source/read.ts';
import type { JsonObject } from '../source/read.ts';
import { RULES_OF } from './elements.ts';
import type { PatternElement, Sourced } from './policy.ts';
import { alternative, openingOf, typeMismatch, unreadable } from './reading.ts';
import type { Read, Reading } from './reading.ts';
import { checkVariables } from './variables.ts';

/** `Action` or `NotAction` (IAM-004, IAM-011, KMS-019). */
export function readAction(reading: Reading, statement: JsonObject): Read<PatternElement> {
  const found = alternative(reading, statement, 'Action');
  if (found.kind === 'both') return { element: undefined, inert: found.inert };
  if (found.kind === 'none') {
    const span = openingOf(statement);
    reading.problems.add(
      'MISSING_ACTION',
      'error',
      span,
      'The statement has no `Action`.',
      'Add the actions the statement is about.',
    );
    return unreadable(reading.type === 'key' ? 'KMS-019' : 'IAM-012', 'it has no `Action`', span);
  }
  const read = readPatterns(reading, found.member, found.negated, 'EMPTY_ARRAY_ACTION');
  for (const action of read.element?.patterns ?? []) checkAction(reading, action);
  return read;
}

function checkAction(reading: Reading, { value, span }: Sourced): void {
  if (!reading.variables || !value.includes('${')) return;
  const message = `A policy variable cannot stand in an action, as in ${quoted(value)}.`;
  reading.problems.add('VARIABLE_UNSUPPORTED_IN_ELEMENT', 'error', span, message);
}

/** `Resource` or `NotResource` (IAM-004, IAM-011, IAM-013, IAM-066, KMS-019). */
export function readResource(reading: Reading, statement: JsonObject): Read<PatternElement> {
  const found = alternative(reading, statement, 'Resource');
  if (found.kind === 'both') return { element: undefined, inert: found.inert };
  const rule = RULES_OF[reading.type].resource;
  if (found.kind === 'none') {
    return rule === 'required'
      ? missingResource(reading, statement)
      : { element: undefined, inert: undefined };
  }
  if (rule === 'forbidden') {
    const { key, keySpan } = found.member;
    const message = `\`${key}\` cannot stand in a role trust policy, whose resource is the role itself.`;
    reading.problems.add('ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE', 'error', keySpan, message, 'Remove it.');
  }
  const read = readPatterns(reading, found.member, found.negated, 'EMPTY_ARRAY_RESOURCE');
  for (const pattern of read.element?.patterns ?? []) checkVariables(reading, pattern);
  return read;
}

function missingResource(reading: Reading, statement: JsonObject): Read<never> {
  const span = openingOf(statement);
  const key = reading.type === 'key';
  const message = key
    ? 'The statement has no `Resource`: KMS saves it, but it allows and denies nothing.'
    : 'The statement has no `Resource`.';
  const help = key
    ? 'Add `"Resource": "*"`, which means this key.'
    : 'Add the resources the statement is about.';
  reading.problems.add('MISSING_RESOURCE', 'error', span, message, help);
  return unreadable(key ? 'KMS-019' : 'IAM-066', 'it has no `Resource`', span);
}

function readPatterns(
  reading: Reading,
  { key, value }: JsonMember,
  negated: boolean,
  emptyCode: string,
): Read<PatternElement> {
  const items = oneOrMany(value);
  const wrong = items.filter((item) => item.kind !== 'string');
  for (const item of wrong) typeMismatch(reading.problems, item, `\`${key}\``, 'a text or a list of texts');
  const [first] = wrong;
  if (first !== undefined) return unreadable('IAM-004', `its \`${key}\` cannot be read entirely`, first.span);
  const patterns = items.flatMap((item) => asSourced(item) ?? []);
  const element = { negated, patterns, span: value.span };
  if (patterns.length > 0) return { element, inert: undefined };
  reading.problems.add(
    emptyCode,
    'suggestion',
    value.span,
    `The list \`${key}\` is empty.`,
    'Fill it or remove the statement.',
  );
  return {
    element,
    inert: { rule: 'IAM-015', because: `its \`${key}\` is an empty list`, span: value.span },
  };
}
