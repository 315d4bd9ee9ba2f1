import { createScanner } from 'jsonc-parser';

type TokenKind =
  | '{'
  | '}'
  | '['
  | ']'
  | ','
  | ':'
  | 'null'
  | 'true'
  | 'false'
  | 'string'
  | 'number'
  | 'comment'
  | 'unknown'
  | 'end';

/** What is wrong inside one token. */
type TokenFlaw =
  | 'unclosedComment'
  | 'unclosedString'
  | 'unfinishedNumber'
  | 'badUnicode'
  | 'badEscape'
  | 'controlCharacter';

/** One token of a JSON text; white space is skipped. */
export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  /** Decoded content of a string; the characters as written for everything else. */
  readonly value: string;
  readonly flaw: TokenFlaw | undefined;
}

// jsonc-parser publishes its token and error numbers as ambient const enums, which isolated modules cannot read.
const KINDS: ReadonlyMap<number, TokenKind> = new Map([
  [1, '{'],
  [2, '}'],
  [3, '['],
  [4, ']'],
  [5, ','],
  [6, ':'],
  [7, 'null'],
  [8, 'true'],
  [9, 'false'],
  [10, 'string'],
  [11, 'number'],
  [12, 'comment'],
  [13, 'comment'],
  [16, 'unknown'],
  [17, 'end'],
]);
const FLAWS: ReadonlyMap<number, TokenFlaw> = new Map([
  [1, 'unclosedComment'],
  [2, 'unclosedString'],
  [3, 'unfinishedNumber'],
  [4, 'badUnicode'],
  [5, 'badEscape'],
  [6, 'controlCharacter'],
]);
const BYTE_ORDER_MARK = '\ufeff';

/** Reads tokens one after the other; after the last one it keeps answering `end`. A byte order mark at the start is skipped. */
export function tokensOf(text: string): () => Token {
  const scanner = createScanner(text, false);
  if (text.startsWith(BYTE_ORDER_MARK)) scanner.setPosition(1);
  return () => {
    for (;;) {
      const kind = KINDS.get(scanner.scan());
      if (kind === undefined) continue;
      const from = scanner.getTokenOffset();
      const to = from + scanner.getTokenLength();
      const value = kind === 'string' ? scanner.getTokenValue() : text.slice(from, to);
      return { kind, from, to, value, flaw: FLAWS.get(scanner.getTokenError()) };
    }
  };
}
