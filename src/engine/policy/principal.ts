import type { JsonMember, JsonNode } from '../source/json.ts';
import { nearest } from '../source/nearest.ts';
import { quoted, quotedList } from '../source/quote.ts';
import { oneOrMany } from '../source/read.ts';
import type { JsonObject } from '../source/read.ts';
import { RULES_OF } from './elements.ts';
import type { PrincipalElement, PrincipalEntry, PrincipalKind } from './policy.ts';
import { checkPrincipalForm } from './principalForms.ts';
import { alternative, openingOf, typeMismatch, unreadable } from './reading.ts';
import type { Read, Reading } from './reading.ts';

const KINDS: readonly Exclude<PrincipalKind, '*'>[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/** `Principal` or `NotPrincipal`: `"*"` or an object of lists (IAM-004, IAM-012, IAM-021, KMS-018). */
export function readPrincipal(reading: Reading, statement: JsonObject): Read<PrincipalElement> {
  const found = alternative(reading, statement, 'Principal');
  if (found.kind === 'both') return { element: undefined, inert: found.inert };
  if (RULES_OF[reading.type].principal === 'forbidden') {
    return found.kind === 'one'
      ? unsupported(reading, found.member)
      : { element: undefined, inert: undefined };
  }
  if (found.kind === 'none') return missing(reading, statement);
  const { negated, member } = found;
  const { value } = member;
  if (value.kind === 'string' && value.value === '*') {
    const entry: PrincipalEntry = { kind: '*', value: '*', span: value.span };
    checkPrincipalForm(reading, entry);
    return { element: { negated, entries: [entry], span: value.span }, inert: undefined };
  }
  if (value.kind !== 'object') return badFormat(reading, member);
  const map = readMap(reading, value, member.key);
  if (map.unreadable !== undefined) {
    return unreadable('IAM-004', `its \`${member.key}\` cannot be read entirely`, map.unreadable.span);
  }
  const element = { negated, entries: map.entries, span: value.span };
  if (map.entries.length > 0) return { element, inert: undefined };
  return { element, inert: { rule: 'IAM-015', because: `its \`${member.key}\` is empty`, span: value.span } };
}

function missing(reading: Reading, statement: JsonObject): Read<never> {
  const span = openingOf(statement);
  const message = `The statement has no \`Principal\`, which ${RULES_OF[reading.type].inWords} needs.`;
  reading.problems.add(
    'MISSING_PRINCIPAL',
    'error',
    span,
    message,
    'Add the principals the statement is about.',
  );
  return unreadable('IAM-021', 'it has no `Principal` and so is about nobody', span);
}

function unsupported(reading: Reading, { key, keySpan }: JsonMember): Read<never> {
  const code = reading.type === 'scp' ? 'SCP_SYNTAX_ERROR_PRINCIPAL' : 'UNSUPPORTED_PRINCIPAL';
  const { inWords } = RULES_OF[reading.type];
  const help = 'Remove it: the principal is the one the policy is attached to.';
  reading.problems.add(code, 'error', keySpan, `\`${key}\` cannot stand in ${inWords}.`, help);
  return unreadable('IAM-012', `it has a \`${key}\`, which ${inWords} cannot have`, keySpan);
}

function badFormat(reading: Reading, { key, value }: JsonMember): Read<never> {
  const what =
    value.kind === 'string'
      ? `${quoted(value.value)} does not say what kind of principal it is`
      : `\`${key}\` is no object`;
  const message = `${what}: \`${key}\` must be \`"*"\` or an object such as \`{"AWS": "111122223333"}\`.`;
  reading.problems.add('INVALID_PRINCIPAL_FORMAT', 'error', value.span, message);
  return unreadable('IAM-004', `its \`${key}\` is neither \`"*"\` nor an object`, value.span);
}

interface PrincipalMap {
  readonly entries: readonly PrincipalEntry[];
  /** The first part that is no principal at all. */
  readonly unreadable: JsonNode | undefined;
}

function readMap(reading: Reading, map: JsonObject, element: string): PrincipalMap {
  if (map.members.length === 0) {
    reading.problems.add(
      'EMPTY_OBJECT_PRINCIPAL',
      'suggestion',
      map.span,
      `This \`${element}\` is empty.`,
      'Add a principal or remove the statement.',
    );
  }
  const entries: PrincipalEntry[] = [];
  let bad: JsonNode | undefined;
  for (const { key, keySpan, value } of map.members) {
    const kind = KINDS.find((candidate) => candidate === key);
    if (kind === undefined) {
      const meant = reading.problems.full ? undefined : nearest(key, KINDS);
      const help = meant === undefined ? undefined : `Did you mean ${quoted(meant)}?`;
      reading.problems.add(
        'INVALID_PRINCIPAL_KEY',
        'error',
        keySpan,
        `${quoted(key)} is not ${quotedList(KINDS)}.`,
        help,
      );
      bad ??= value;
      continue;
    }
    if (value.kind === 'array' && value.items.length === 0) {
      reading.problems.add(
        'EMPTY_ARRAY_PRINCIPAL',
        'suggestion',
        value.span,
        `The list \`${key}\` is empty.`,
        'Add a principal or remove the list.',
      );
    }
    for (const item of oneOrMany(value)) {
      const entry = readEntry(reading, kind, item);
      if (entry === undefined) bad ??= item;
      else entries.push(entry);
    }
  }
  return { entries, unreadable: bad };
}

function readEntry(reading: Reading, kind: PrincipalKind, item: JsonNode): PrincipalEntry | undefined {
  if (item.kind !== 'string') {
    typeMismatch(reading.problems, item, 'A principal', 'a text in double quotes');
    return undefined;
  }
  const entry: PrincipalEntry = { kind, value: item.value, span: item.span };
  checkPrincipalForm(reading, entry);
  return entry;
}
