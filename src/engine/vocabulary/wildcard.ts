/**
 * A piece of a pattern. Patterns are kept in pieces so that a literal `*` or `?` (`${*}`, a substituted value) can stand
 * beside a wildcard (IAM-113, IAM-116).
 */
export type WildcardSegment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: '*' }
  | { readonly kind: '?' };

export interface WildcardOptions {
  /** Compare letters without regard to case, one character at a time (IAM-050). Default: exact. */
  readonly ignoreCase?: boolean;
}

/** A pattern ready for matching whole strings: `*` is any number of any characters, `?` exactly one (IAM-060, IAM-082). */
export interface WildcardMatcher {
  /** For people. A literal star or question mark reads `${*}`, `${?}`. */
  readonly pattern: string;
  /** No wildcard: the pattern stands for itself (and its case variants with `ignoreCase`). */
  readonly isLiteral: boolean;
  /** Nothing but stars: every string matches, the empty one too. */
  readonly matchesEverything: boolean;
  /**
   * Whether the whole of `value`, or of its part between the offsets `from` and `to` (UTF-16 units), matches. Takes at most
   * pattern length × value length steps and never throws.
   */
  test(value: string, from?: number, to?: number): boolean;
}

const star: WildcardSegment = { kind: '*' };
const anyCharacter: WildcardSegment = { kind: '?' };

// In a token list these stand for the wildcards; every other token is a Unicode code point.
const STAR = -1;
const ONE = -2;

/** Reads a pattern text in which every `*` and `?` is a wildcard. */
export function parseWildcard(pattern: string): readonly WildcardSegment[] {
  const segments: WildcardSegment[] = [];
  let from = 0;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    if (char !== '*' && char !== '?') continue;
    if (at > from) segments.push({ kind: 'text', text: pattern.slice(from, at) });
    segments.push(char === '*' ? star : anyCharacter);
    from = at + 1;
  }
  if (from < pattern.length) segments.push({ kind: 'text', text: pattern.slice(from) });
  return segments;
}

/** Makes a matcher from a pattern text, or from pieces where some stars are meant literally. */
export function compileWildcard(
  pattern: string | readonly WildcardSegment[],
  options: WildcardOptions = {},
): WildcardMatcher {
  const segments = typeof pattern === 'string' ? parseWildcard(pattern) : pattern;
  const ignoreCase = options.ignoreCase === true;
  const tokens = tokensOf(segments, ignoreCase);
  return {
    pattern: typeof pattern === 'string' ? pattern : printed(segments),
    isLiteral: !tokens.some((token) => token < 0),
    matchesEverything: tokens.length === 1 && tokens[0] === STAR,
    test: tester(segments, tokens, ignoreCase),
  };
}

type Tester = (value: string, from?: number, to?: number) => boolean;

/** Most patterns of real policies are a literal, a prefix or a lone star: those need no walk through the tokens. */
function tester(
  segments: readonly WildcardSegment[],
  tokens: readonly number[],
  ignoreCase: boolean,
): Tester {
  const stars = tokens.filter((token) => token < 0);
  if (tokens.length === 1 && stars[0] === STAR) return () => true;
  const text = segments.map((segment) => (segment.kind === 'text' ? segment.text : '')).join('');
  if (!ignoreCase && stars.length === 0) {
    return (value, from = 0, to = value.length) => to - from === text.length && value.startsWith(text, from);
  }
  if (!ignoreCase && stars.length === 1 && tokens.at(-1) === STAR) {
    return (value, from = 0, to = value.length) => to - from >= text.length && value.startsWith(text, from);
  }
  return (value, from = 0, to = value.length) => matches(tokens, value, from, to, ignoreCase);
}

/**
 * Greedy matching with two pointers. When the tokens after a star do not fit, only that star takes one more character:
 * the earlier ones need not be tried again, because the last star can stand for all they could have taken.
 */
function matches(
  tokens: readonly number[],
  value: string,
  from: number,
  to: number,
  ignoreCase: boolean,
): boolean {
  let token = 0;
  let at = from;
  let lastStar = -1;
  let retryAt = from;
  while (at < to) {
    const expected = tokens[token];
    if (expected === STAR) {
      lastStar = token++;
      retryAt = at;
      continue;
    }
    const char = codeAt(value, at);
    if (expected === ONE || expected === (ignoreCase ? foldCase(char) : char)) {
      token++;
      at += width(char);
    } else if (lastStar < 0) {
      return false;
    } else {
      retryAt += width(codeAt(value, retryAt));
      at = retryAt;
      token = lastStar + 1;
    }
  }
  // Neighbouring stars were merged, so at most one can be left over.
  if (tokens[token] === STAR) token++;
  return token === tokens.length;
}

function tokensOf(segments: readonly WildcardSegment[], ignoreCase: boolean): readonly number[] {
  const tokens: number[] = [];
  for (const segment of segments) {
    if (segment.kind === '*') {
      if (tokens.at(-1) !== STAR) tokens.push(STAR);
    } else if (segment.kind === '?') {
      tokens.push(ONE);
    } else {
      for (const char of segment.text) {
        const code = char.codePointAt(0) ?? 0;
        tokens.push(ignoreCase ? foldCase(code) : code);
      }
    }
  }
  return tokens;
}

/** `codePointAt`, without its cost for the ordinary character. */
function codeAt(value: string, at: number): number {
  const unit = value.charCodeAt(at);
  return unit < 0xd800 || unit > 0xdbff ? unit : (value.codePointAt(at) ?? unit);
}

/** One character stays one character, or `?` would count wrongly; the few letters that grow when lowered stay as they are. */
function foldCase(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
  const lowered = String.fromCodePoint(code).toLowerCase();
  const first = lowered.codePointAt(0) ?? code;
  return lowered.length === width(first) ? first : code;
}

/** How many UTF-16 units a code point takes: `?` counts characters, not units. */
function width(code: number): number {
  return code > 0xffff ? 2 : 1;
}

function printed(segments: readonly WildcardSegment[]): string {
  return segments
    .map((segment) => (segment.kind === 'text' ? segment.text.replace(/[*?]/g, '${$&}') : segment.kind))
    .join('');
}
