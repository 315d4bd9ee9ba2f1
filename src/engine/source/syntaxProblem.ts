import { quoted } from './quote.ts';
import type { Token } from './tokens.ts';

/** A syntax problem before it has its place. */
export interface Problem {
  readonly message: string;
  readonly help?: string;
}

const WORDS_OF_OTHER_LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['TRUE', 'true'],
  ['False', 'false'],
  ['FALSE', 'false'],
  ['None', 'null'],
  ['Null', 'null'],
  ['NULL', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
]);

/** Why a run of characters is no JSON. */
export function unknownText(token: Token, role: 'value' | 'name'): Problem {
  const text = quoted(token.value);
  const first = token.value.charAt(0);
  if (first === "'") {
    return { message: `${text} stands in single quotes.`, help: 'JSON takes only double quotes.' };
  }
  if (/[\u201c\u201d\u2018\u2019\u00ab\u00bb]/.test(token.value)) {
    return {
      message: `${text} contains typographic quotes.`,
      help: 'Replace them by straight double quotes.',
    };
  }
  if (/^(\.\.\.|…)/.test(token.value)) {
    return {
      message: `${text} marks something left out and is not JSON.`,
      help: 'Put in what is missing or remove it.',
    };
  }
  const meant = WORDS_OF_OTHER_LANGUAGES.get(token.value);
  if (role === 'value' && meant !== undefined) {
    return { message: `${text} is not a JSON value.`, help: `Write ${quoted(meant)}.` };
  }
  const what =
    role === 'name' ? 'is a name without double quotes' : 'is not a JSON value: text needs double quotes';
  return { message: `${text} ${what}.` };
}

/** White space from a web page or a word processor, which looks like a blank and is none. */
export function invisibleCharacter(token: Token): Problem {
  const code = (token.value.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    message: `The invisible character U+${code} stands here, which is no JSON white space.`,
    help: 'Replace it by an ordinary space.',
  };
}

/** What is wrong inside a string, number or comment, and where in it. */
export function tokenFlaw(
  token: Token,
  raw: string,
): (Problem & { readonly from: number; readonly to: number }) | undefined {
  const whole = { from: token.from, to: token.to };
  switch (token.flaw) {
    case undefined:
      return undefined;
    case 'unclosedString':
      return { ...whole, message: `The closing double quote of ${quoted(raw)} is missing.` };
    case 'unclosedComment':
      return { ...whole, message: 'This comment is never closed, and comments are not JSON.' };
    case 'unfinishedNumber':
      return { ...whole, message: `${quoted(raw)} is not a complete number.` };
    case 'controlCharacter':
      return {
        ...controlCharacter(token, raw),
        message: 'A control character stands in this text.',
        help: 'Write it as an escape such as `\\t`.',
      };
    case 'badUnicode':
    case 'badEscape':
      return badEscape(token, raw);
  }
}

function controlCharacter(token: Token, raw: string): { readonly from: number; readonly to: number } {
  const at =
    token.from +
    Array.from({ length: raw.length }, (_, index) => raw.charCodeAt(index)).findIndex((code) => code < 0x20);
  return { from: at, to: at + 1 };
}

function badEscape(token: Token, raw: string): Problem & { readonly from: number; readonly to: number } {
  for (const escape of raw.matchAll(/\\(u[0-9a-fA-F]{0,4}|[^])/g)) {
    const body = escape[1] ?? '';
    if (body.length === 5 || /^["\\/bfnrt]$/.test(body)) continue;
    const from = token.from + escape.index;
    const help = 'A backslash itself is written as two.';
    return {
      from,
      to: from + escape[0].length,
      message: `${quoted(escape[0])} is not an escape that JSON knows.`,
      help,
    };
  }
  return {
    from: token.from,
    to: token.to,
    message: `${quoted(raw)} contains an escape that JSON does not know.`,
  };
}
