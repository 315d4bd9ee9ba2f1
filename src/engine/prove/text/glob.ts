import type { WildcardSegment } from '#engine/vocabulary/wildcard.ts';

/** Tokens of a glob that are no character: any run, any one; and the two that stay within a field of an ARN. */
export const ANY_RUN = -1;
const ANY_ONE = -2;
export const FIELD_RUN = -3;
const FIELD_ONE = -4;
export const COLON = 58;

/** A pattern as a list of tokens: code points, or one of the wildcards. */
export interface Glob {
  readonly tokens: readonly number[];
  /** Letters are compared without regard to case. */
  readonly fold: boolean;
  /** For people and for telling globs apart. */
  readonly name: string;
  /** What every match begins with; empty where case does not count. */
  readonly prefix: string;
  /** The literal parts, which every match has in this order; none where case does not count. */
  readonly parts: readonly string[];
  /** Everything that begins with the prefix matches. */
  readonly isPrefix: boolean;
}

/** The glob of a pattern in pieces, as the policy's reader leaves it. */
export function globOf(segments: readonly WildcardSegment[], fold = false): Glob {
  const tokens: number[] = [];
  for (const segment of segments) {
    if (segment.kind === 'text') addText(tokens, segment.text, fold);
    else if (segment.kind === '?') tokens.push(ANY_ONE);
    else if (tokens.at(-1) !== ANY_RUN) tokens.push(ANY_RUN);
  }
  return named(tokens, fold);
}

/** The glob that a text stands for itself. */
export function literalGlob(text: string, fold = false): Glob {
  const tokens: number[] = [];
  addText(tokens, text, fold);
  return named(tokens, fold);
}

/** `*suffix`, `prefix*` and the like, from tokens. */
export function globOfTokens(tokens: readonly number[]): Glob {
  return named(tokens, false);
}

/**
 * The glob of an ARN pattern: its wildcards do not reach over the first five colons (IAM-088).
 *
 * @returns undefined where the pattern has fewer than six fields: it then matches nothing.
 */
export function arnGlobOf(segments: readonly WildcardSegment[]): Glob | undefined {
  const tokens: number[] = [];
  let colons = 0;
  for (const token of globOf(segments).tokens) {
    if (token === COLON) colons++;
    const inField = colons < 5;
    if (token === ANY_RUN && inField) tokens.push(FIELD_RUN);
    else if (token === ANY_ONE && inField) tokens.push(FIELD_ONE);
    else tokens.push(token);
  }
  return colons < 5 ? undefined : named(tokens, false);
}

/** The text of a glob without wildcards. */
export function literalOf(glob: Glob): string | undefined {
  if (glob.fold || glob.tokens.some((token) => token < 0)) return undefined;
  return String.fromCodePoint(...glob.tokens);
}

/** Whether a token takes a character. */
export function takes(token: number, code: number): boolean {
  if (token >= 0) return token === code;
  return token === ANY_RUN || token === ANY_ONE || code !== COLON;
}

export function isRun(token: number): boolean {
  return token === ANY_RUN || token === FIELD_RUN;
}

/** One character in lower case; the few letters that grow when lowered stay as they are. */
export function foldCode(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
  const lowered = String.fromCodePoint(code).toLowerCase();
  const first = lowered.codePointAt(0) ?? code;
  return lowered.length === (first > 0xffff ? 2 : 1) ? first : code;
}

function addText(tokens: number[], text: string, fold: boolean): void {
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    tokens.push(fold ? foldCode(code) : code);
  }
}

function partsOf(tokens: readonly number[]): readonly string[] {
  const parts = [''];
  for (const token of tokens) {
    if (token < 0) parts.push('');
    else parts[parts.length - 1] += String.fromCodePoint(token);
  }
  return parts.filter((part) => part !== '');
}

const NAMES: Readonly<Record<number, string>> = {
  [ANY_RUN]: '*',
  [ANY_ONE]: '?',
  [FIELD_RUN]: '[^:]*',
  [FIELD_ONE]: '[^:]',
};

function named(tokens: readonly number[], fold: boolean): Glob {
  // Literal stars are told apart from wildcards in the name, which tells globs apart.
  const parts = tokens.map((token) => {
    if (token < 0) return NAMES[token] ?? '';
    const char = String.fromCodePoint(token);
    return '*?[$'.includes(char) ? `\${${char}}` : char;
  });
  const wild = tokens.findIndex((token) => token < 0);
  const start = fold ? [] : wild < 0 ? tokens : tokens.slice(0, wild);
  return {
    tokens,
    fold,
    name: `${fold ? 'i:' : ''}${parts.join('')}`,
    prefix: String.fromCodePoint(...start),
    parts: fold ? [] : partsOf(tokens),
    isPrefix: !fold && wild === tokens.length - 1 && tokens[wild] === ANY_RUN,
  };
}
