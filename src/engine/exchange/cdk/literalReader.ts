import type { SourceSpan } from '#engine/source/span.ts';
import type { PlaceholderBook } from '../placeholderBook.ts';
import { textOfParts, textValue, type ObjectMember, type Value } from '../value.ts';

const DEEPEST = 100;
const LONGEST_EXPRESSION = 50_000;

/** What cannot be read ends the literal; never leaves this folder. */
export class LiteralStop extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/**
 * Reads an object, list, text, number or truth value as TypeScript writes them. Any other expression becomes a placeholder with
 * the expression as its name.
 */
export class LiteralReader {
  readonly #text: string;
  readonly #book: PlaceholderBook;
  at: number;
  #depth = 0;

  constructor(text: string, at: number, book: PlaceholderBook) {
    this.#text = text;
    this.#book = book;
    this.at = at;
  }

  value(): Value {
    this.#skip();
    const from = this.at;
    const next = this.#text.charAt(from);
    if (next === '{') return this.#within(() => this.#object(from));
    if (next === '[') return this.#within(() => this.#list(from));
    if (next === '"' || next === "'")
      return this.#ending(from, textValue(this.#span(from), this.#quoted(next)));
    if (next === '`') return this.#ending(from, this.#template(from));
    return this.#word(from);
  }

  /** A literal, unless an operator or call makes it part of an expression. */
  #ending(from: number, value: Value): Value {
    this.#skip();
    return ',}])'.includes(this.#text.charAt(this.at)) || this.at >= this.#text.length
      ? { ...value, span: this.#span(from) }
      : this.#expression(from);
  }

  #within<Result>(read: () => Result): Result {
    if (this.#depth >= DEEPEST)
      throw new LiteralStop(this.at, `Here the text is nested more than ${DEEPEST} levels deep.`);
    this.#depth += 1;
    const result = read();
    this.#depth -= 1;
    return result;
  }

  #span(from: number): SourceSpan {
    return { text: 'import', from, to: this.at };
  }

  #skip(): void {
    for (;;) {
      while (/\s/.test(this.#text.charAt(this.at)) && this.at < this.#text.length) this.at += 1;
      const isLine = this.#text.startsWith('//', this.at);
      if (!isLine && !this.#text.startsWith('/*', this.at)) return;
      const close = this.#text.indexOf(isLine ? '\n' : '*/', this.at + 2);
      this.at = close < 0 ? this.#text.length : close + (isLine ? 1 : 2);
    }
  }

  #object(from: number): Value {
    const members: ObjectMember[] = [];
    this.at += 1;
    for (;;) {
      this.#skip();
      if (this.#take('}')) return { kind: 'object', span: this.#span(from), members };
      const key = this.#key();
      this.#skip();
      if (!this.#take(':')) throw new LiteralStop(this.at, 'After the name of a member `:` is missing.');
      members.push({ key, value: this.value() });
      this.#skip();
      if (!this.#take(',') && this.#text.charAt(this.at) !== '}')
        throw new LiteralStop(this.at, 'In this object a `,` or `}` is missing.');
    }
  }

  #key(): Value {
    if (this.#take('[')) {
      const key = this.value();
      this.#skip();
      if (!this.#take(']')) throw new LiteralStop(this.at, 'Here a `]` is missing.');
      return key;
    }
    const from = this.at;
    const next = this.#text.charAt(from);
    if (next === '"' || next === "'") return textValue(this.#span(from), this.#quoted(next));
    while (/[\w$]/.test(this.#text.charAt(this.at))) this.at += 1;
    if (this.at === from) throw new LiteralStop(from, 'The name of a member is missing here.');
    return textValue(this.#span(from), this.#text.slice(from, this.at));
  }

  #list(from: number): Value {
    const items: Value[] = [];
    this.at += 1;
    for (;;) {
      this.#skip();
      if (this.#take(']')) return { kind: 'list', span: this.#span(from), items };
      if (this.#take('...')) {
        const list = this.value();
        items.push({ kind: 'spread', span: list.span, list });
      } else items.push(this.value());
      this.#skip();
      if (!this.#take(',') && this.#text.charAt(this.at) !== ']')
        throw new LiteralStop(this.at, 'In this list a `,` or `]` is missing.');
    }
  }

  #take(mark: string): boolean {
    if (!this.#text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  #quoted(quote: string): string {
    const from = this.at;
    this.at += 1;
    let text = '';
    for (;;) {
      const next = this.#text.charAt(this.at);
      if (next === quote) break;
      if (next === '' || next === '\n') throw new LiteralStop(from, 'This text is not closed.');
      text += next === '\\' ? this.#escape() : next;
      if (next !== '\\') this.at += 1;
    }
    this.at += 1;
    return text;
  }

  #escape(): string {
    const letter = this.#text.charAt(this.at + 1);
    if (letter === 'u' || letter === 'x') {
      const digits =
        /^[0-9a-fA-F]+/.exec(this.#text.slice(this.at + 2, this.at + (letter === 'u' ? 6 : 4)))?.[0] ?? '';
      if (digits.length !== (letter === 'u' ? 4 : 2))
        throw new LiteralStop(this.at, 'This escape has too few digits.');
      this.at += 2 + digits.length;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    this.at += 2;
    const plain: Readonly<Record<string, string>> = {
      n: '\n',
      t: '\t',
      r: '\r',
      b: '\b',
      f: '\f',
      v: '\v',
      0: '\0',
    };
    return Object.hasOwn(plain, letter) ? (plain[letter] ?? letter) : letter;
  }

  #template(from: number): Value {
    this.at += 1;
    const parts: (string | Value)[] = [];
    let text = '';
    for (;;) {
      const next = this.#text.charAt(this.at);
      if (next === '') throw new LiteralStop(from, 'This text is not closed.');
      if (next === '`') break;
      if (this.#text.startsWith('${', this.at)) {
        parts.push(text, this.#interpolated());
        text = '';
      } else if (next === '\\') text += this.#escape();
      else {
        text += next;
        this.at += 1;
      }
    }
    this.at += 1;
    return textOfParts(this.#span(from), [...parts, text]);
  }

  #interpolated(): Value {
    const from = this.at;
    const close = this.#text.indexOf('}', from);
    if (close < 0) throw new LiteralStop(from, 'This `${` is not closed.');
    this.at = close + 1;
    return this.#placeholder(from + 2, close);
  }

  #word(from: number): Value {
    const word = /^(?:-?[0-9][0-9.eE+-]*|[A-Za-z]+)/.exec(this.#text.slice(from, from + 400))?.[0] ?? '';
    if (/^-?[0-9]/.test(word)) {
      this.at += word.length;
      return this.#ending(from, { kind: 'number', span: this.#span(from), lexeme: word });
    }
    if (word === 'true' || word === 'false') {
      this.at += word.length;
      return this.#ending(from, { kind: 'boolean', span: this.#span(from), value: word === 'true' });
    }
    if (word !== 'null' && word !== 'undefined') return this.#expression(from);
    this.at += word.length;
    return this.#ending(from, { kind: word === 'null' ? 'null' : 'absent', span: this.#span(from) });
  }

  /** Anything else, up to the comma or bracket that ends it. */
  #expression(from: number): Value {
    let depth = 0;
    for (; this.at < this.#text.length; this.at += 1) {
      if (this.at - from > LONGEST_EXPRESSION) throw new LiteralStop(from, 'This expression does not end.');
      const next = this.#text.charAt(this.at);
      if ('([{'.includes(next)) depth += 1;
      else if (')]}'.includes(next)) {
        if (depth === 0) break;
        depth -= 1;
      } else if (next === ',' && depth === 0) break;
    }
    if (this.at === from) throw new LiteralStop(from, 'A value is missing here.');
    return this.#placeholder(from, this.at);
  }

  #placeholder(from: number, to: number): Value {
    const name = this.#text
      .slice(from, Math.min(to, from + 200))
      .trim()
      .replace(/\s+/g, ' ');
    const means = MEANINGS.find(([pattern]) => pattern.test(name))?.[1];
    return this.#book.placeholder(
      name,
      { text: 'import', from, to },
      { takes: 'text', ...(means && { means }) },
    );
  }
}

const MEANINGS = [
  [/\b(account|ACCOUNT_ID)$/, { is: 'account' }],
  [/\b(region|REGION)$/, { is: 'region' }],
  [/\b(partition|PARTITION)$/, { is: 'partition' }],
] as const;
