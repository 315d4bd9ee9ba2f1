import type { SourceSpan, TextId } from '#engine/source/span.ts';

/** Brackets, templates and blocks within one another. */
const DEEPEST = 100;

/** Ends the reading of one construct; the reader of the body goes on behind it. Never leaves this folder. */
export class SyntaxStop extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/** A position in HCL text, with what every reader of it needs. */
export class HclCursor {
  readonly text: string;
  readonly id: TextId;
  at = 0;
  /** Where reading ends: before the closing marker of a heredoc, say. */
  end: number;
  /** In brackets a line end is a space. */
  #brackets = 0;
  #depth = 0;

  constructor(text: string, id: TextId) {
    this.text = text;
    this.id = id;
    this.end = text.length;
    if (text.startsWith('\ufeff')) this.at = 1;
  }

  span(from: number, to = this.at): SourceSpan {
    return { text: this.id, from, to };
  }

  get isDone(): boolean {
    return this.at >= this.end;
  }

  /** The character at the position, or the empty text at the end. */
  peek(ahead = 0): string {
    const at = this.at + ahead;
    return at < this.end ? this.text.charAt(at) : '';
  }

  looksAt(word: string): boolean {
    return this.at + word.length <= this.end && this.text.startsWith(word, this.at);
  }

  /** Steps over a punctuation mark, if it is there. */
  take(mark: string): boolean {
    if (!this.looksAt(mark)) return false;
    this.at += mark.length;
    return true;
  }

  expect(mark: string, because: string): void {
    if (!this.take(mark)) this.stop(because);
  }

  /** Ends the construct with a problem at the position. */
  stop(message: string, at = this.at): never {
    throw new SyntaxStop(Math.min(at, this.text.length), message);
  }

  /** Steps over spaces and comments, and over line ends where they mean nothing. */
  skip(linesToo = this.#brackets > 0): void {
    while (this.at < this.end) {
      const next = this.peek();
      if (next === ' ' || next === '\t' || next === '\r') this.at += 1;
      else if (next === '\n' && linesToo) this.at += 1;
      else if (next === '#' || this.looksAt('//')) this.#skipToLineEnd();
      else if (this.looksAt('/*')) this.#skipComment();
      else return;
    }
  }

  #skipToLineEnd(): void {
    const lineEnd = this.text.indexOf('\n', this.at);
    this.at = lineEnd < 0 ? this.end : Math.min(lineEnd, this.end);
  }

  #skipComment(): void {
    const from = this.at;
    const close = this.text.indexOf('*/', from + 2);
    if (close < 0) this.stop('This comment is not closed: `*/` is missing.', from);
    this.at = close + 2;
  }

  /** An identifier, or the empty text where none stands. */
  identifier(): string {
    if (!/[\p{L}_]/u.test(this.peek())) return '';
    const from = this.at;
    while (this.at < this.end && /[\p{L}\p{N}_-]/u.test(this.peek())) this.at += 1;
    return this.text.slice(from, this.at);
  }

  /** Reads in brackets, where lines do not count, or in braces, where they do; what stood before counts again afterwards. */
  within<Result>(brackets: 'round' | 'curly', read: () => Result): Result {
    const before = this.#brackets;
    this.#brackets = brackets === 'round' ? before + 1 : 0;
    try {
      return this.deeper(read);
    } finally {
      this.#brackets = before;
    }
  }

  deeper<Result>(read: () => Result): Result {
    if (this.#depth >= DEEPEST) this.stop(`Here the text is nested more than ${DEEPEST} levels deep.`);
    this.#depth += 1;
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  /** Reads with an end of its own. */
  until<Result>(end: number, read: () => Result): Result {
    const before = this.end;
    this.end = end;
    try {
      return read();
    } finally {
      this.end = before;
    }
  }
}
