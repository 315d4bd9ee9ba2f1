import { parseWildcard, type WildcardSegment } from '../vocabulary/wildcard.ts';
import { keyName } from './keyName.ts';
import { noNotes, type ConditionNote } from './note.ts';
import type { PolicyText } from './operator.ts';

/** `${name}` or `${name, 'fallback'}`; `key` is the name in lower case, as contexts are looked up (IAM-111). */
export interface TemplateVariable {
  readonly kind: 'variable';
  readonly name: string;
  readonly key: string;
  readonly fallback: string | undefined;
}

type TemplatePart = WildcardSegment | TemplateVariable;

/** A policy value or resource pattern, read once; only its variables remain to be filled in per request. */
export interface Template {
  /** As written. */
  readonly text: string;
  readonly parts: readonly TemplatePart[];
  /** Set where the text has no variables: it is the same for every request. */
  readonly fixed: PolicyText | undefined;
  /** Lower-cased condition keys the text refers to. */
  readonly keys: readonly string[];
  /** Variables that are none (IAM-112), special variables that are not recognised (IAM-008). */
  readonly notes: readonly ConditionNote[];
}

/**
 * Reads a text that may hold policy variables (IAM-110, IAM-112, IAM-113). Linear in the length of the text.
 *
 * @param enabled whether `${…}` is a variable at all: the policy's `variables` (IAM-008) and, for conditions, the operator's.
 * @param from offset before which nothing is a variable; in `Resource` that is the end of the fifth field (IAM-110).
 * @returns never fails: a malformed variable stands for its own characters, stars among them, and is noted.
 */
export function compileTemplate(text: string, enabled: boolean, from = 0): Template {
  if (!enabled) return plainTemplate(text);
  const parts: TemplatePart[] = [];
  const notes: ConditionNote[] = [];
  let plain = 0;
  for (let open = text.indexOf('${', from); open >= 0; open = text.indexOf('${', plain)) {
    const found = readVariable(text, open);
    for (const part of parseWildcard(text.slice(plain, open))) parts.push(part);
    parts.push(found.part);
    if (found.part.kind === 'text' && !found.special) notes.push(malformed(found.part.text));
    plain = found.end;
  }
  for (const part of parseWildcard(text.slice(plain))) parts.push(part);
  const variables = parts.filter((part) => part.kind === 'variable');
  const fixed = parts.every(isSegment) ? { text: textOf(parts), segments: parts } : undefined;
  return { text, parts, fixed, keys: variables.map((variable) => variable.key), notes };
}

interface FoundVariable {
  readonly part: TemplatePart;
  /** `${*}`, `${?}` or `${$}`. */
  readonly special: boolean;
  readonly end: number;
}

// White space, nesting and quotes have no place in a name; a comma ends it (IAM-112).
const nameGrammar = /^[^\s${},']+$/;

/** Reads what begins with the `${` at `open`. */
function readVariable(text: string, open: number): FoundVariable {
  const start = open + 2;
  const special = text.slice(start, start + 2);
  if (special === '*}' || special === '?}' || special === '$}') {
    return { part: { kind: 'text', text: special.charAt(0) }, special: true, end: start + 2 };
  }
  const brace = text.indexOf('}', start);
  const end = brace < 0 ? text.length : brace + 1;
  const comma = text.slice(start, end).indexOf(',');
  const found = comma < 0 ? readPlain(text, start, brace) : readWithFallback(text, start, start + comma);
  return found ?? { part: { kind: 'text', text: text.slice(open, end) }, special: false, end };
}

/** `name}` */
function readPlain(text: string, start: number, brace: number): FoundVariable | undefined {
  const name = text.slice(start, Math.max(brace, start));
  if (!nameGrammar.test(name)) return undefined;
  return { part: variable(name, undefined), special: false, end: brace + 1 };
}

/** `name, 'text'}`. Quotes inside the text have no documented escape and end it. */
function readWithFallback(text: string, start: number, comma: number): FoundVariable | undefined {
  const name = text.slice(start, comma);
  const opening = text.slice(comma, comma + 3);
  const quote = text.indexOf("'", comma + 3);
  if (!nameGrammar.test(name) || opening !== ", '" || quote < 0 || text[quote + 1] !== '}') return undefined;
  return { part: variable(name, text.slice(comma + 3, quote)), special: false, end: quote + 2 };
}

function variable(name: string, fallback: string | undefined): TemplateVariable {
  return { kind: 'variable', name, key: keyName(name), fallback };
}

function malformed(text: string): ConditionNote {
  return {
    rule: 'IAM-112',
    text: `\`${text}\` is not a policy variable as AWS documents them; it is compared as plain text.`,
  };
}

function plainTemplate(text: string): Template {
  const segments = parseWildcard(text);
  const unread = text.includes('${*}') || text.includes('${?}');
  const notes: readonly ConditionNote[] = unread
    ? [
        {
          rule: 'IAM-008',
          text: `\`${text}\` is plain text in a policy without \`"Version": "2012-10-17"\`; its \`*\` and \`?\` are taken to be wildcards all the same.`,
        },
      ]
    : noNotes;
  return { text, parts: segments, fixed: { text, segments }, keys: [], notes };
}

function isSegment(part: TemplatePart): part is WildcardSegment {
  return part.kind !== 'variable';
}

function textOf(segments: readonly WildcardSegment[]): string {
  return segments.map((part) => (part.kind === 'text' ? part.text : part.kind)).join('');
}
