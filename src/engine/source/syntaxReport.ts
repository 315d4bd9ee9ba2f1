import type { Diagnostic } from './diagnostic.ts';
import { collectProblems } from './problems.ts';
import type { Problems } from './problems.ts';
import { quoted } from './quote.ts';
import type { TextId } from './span.ts';
import { invisibleCharacter, tokenFlaw } from './syntaxProblem.ts';
import type { Problem } from './syntaxProblem.ts';
import type { Token } from './tokens.ts';

type Place = Pick<Token, 'from' | 'to'>;

/** The diagnostics of one JSON text, without those that only follow from an earlier one. */
export class SyntaxReport {
  readonly #text: string;
  readonly #id: TextId;
  readonly #problems: Problems = collectProblems();
  #recovering = false;
  #invisibleSeen = false;
  #surrogateSeen = false;
  #lastErrorAt = -1;

  constructor(text: string, id: TextId) {
    this.#text = text;
    this.#id = id;
  }

  get full(): boolean {
    return this.#problems.full;
  }

  get hasErrors(): boolean {
    return this.#problems.hasErrors;
  }

  sorted(): readonly Diagnostic[] {
    return this.#problems.sorted();
  }

  /** The characters of a place as a message shows them. */
  quotedAt(place: Place): string {
    return quoted(this.#text.slice(place.from, place.to));
  }

  /** A syntax error, unless one was just reported of which this one is the consequence. */
  error(place: Place, problem: Problem): void {
    if (this.#recovering || place.from === this.#lastErrorAt) return;
    this.#lastErrorAt = place.from;
    this.add('JSON_SYNTAX_ERROR', place, problem);
  }

  /** A syntax error after which everything up to the next separator is doubtful: an unclosed text, an unknown word. */
  cascadingError(place: Place, problem: Problem): void {
    this.error(place, problem);
    this.#recovering = true;
  }

  /** A separator has come: what follows is to be trusted again. */
  recovered(): void {
    this.#recovering = false;
  }

  /** An error under a code of its own. */
  add(code: string, { from, to }: Place, { message, help }: Problem): void {
    this.#problems.add(code, 'error', { text: this.#id, from, to }, message, help);
  }

  /** White space that JSON does not know (pasted from a web page, say) is reported once and then read as white space. */
  invisible(token: Token): void {
    if (!this.#invisibleSeen) this.error(token, invisibleCharacter(token));
    this.#invisibleSeen = true;
  }

  /** Reports what is wrong inside one token: flaws of texts and numbers, comments, half characters. */
  checkInside(token: Token): void {
    const raw = this.#text.slice(token.from, token.to);
    const flaw = tokenFlaw(token, raw);
    if (flaw !== undefined) {
      if (token.flaw === 'unclosedString') this.cascadingError(flaw, flaw);
      else this.error(flaw, flaw);
    } else if (token.kind === 'comment') {
      const message = `JSON has no comments, so ${quoted(raw)} cannot stand here.`;
      this.error(token, { message, help: 'Remove the comment.' });
    }
    if (token.kind === 'string' && !this.#surrogateSeen) this.#checkSurrogates(token, raw);
  }

  #checkSurrogates({ value, from, to }: Token, raw: string): void {
    if (!/\p{Surrogate}/u.test(value)) return;
    this.#surrogateSeen = true;
    const message = `${quoted(raw)} contains half of a character (a lone surrogate), which no file can hold.`;
    this.#problems.add('LONE_SURROGATE', 'warning', { text: this.#id, from, to }, message);
  }
}
