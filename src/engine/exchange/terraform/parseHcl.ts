import { quoted } from '#engine/source/quote.ts';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import { collectProblems, type Problems } from '#engine/source/problems.ts';
import type { TextId } from '#engine/source/span.ts';
import { HclCursor, SyntaxStop } from './hclCursor.ts';
import { readExpression } from './hclExpression.ts';
import type { Attribute, Block, Body } from './hclTree.ts';

export interface ParsedHcl {
  /** What could be read; a construct with a mistake is left out, everything after it is not. */
  readonly body: Body;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the native syntax of HCL 2 (hashicorp/hcl, hclsyntax/spec.md) as Terraform uses it: blocks, attributes, templates with
 * interpolation and directives, heredocs, lists, objects, calls, `for`, conditions.
 *
 * Linear in the length of the text for each of at most 20 mistakes; nests at most 100 levels deep.
 *
 * @returns diagnostics `TERRAFORM_SYNTAX_ERROR`; never throws
 */
export function parseHcl(text: string, id: TextId): ParsedHcl {
  const cursor = new HclCursor(text, id);
  const problems = collectProblems();
  const body = new BodyReader(cursor, problems).file();
  return { body, diagnostics: problems.sorted() };
}

class BodyReader {
  readonly #cursor: HclCursor;
  readonly #problems: Problems;

  constructor(cursor: HclCursor, problems: Problems) {
    this.#cursor = cursor;
    this.#problems = problems;
  }

  file(): Body {
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    const cursor: HclCursor = this.#cursor;
    while (!this.#problems.full) {
      const from = cursor.at;
      try {
        cursor.skip(true);
        if (cursor.isDone) break;
        this.#item(attributes, blocks);
      } catch (stop) {
        if (!(stop instanceof SyntaxStop)) throw stop;
        this.#report(stop);
        this.#recover(Math.max(from, cursor.at));
      }
    }
    return { attributes, blocks };
  }

  #report({ at, message }: SyntaxStop): void {
    const span = { text: this.#cursor.id, from: at, to: Math.min(at + 1, this.#cursor.text.length) };
    this.#problems.add('TERRAFORM_SYNTAX_ERROR', 'error', span, message);
  }

  /** Goes on where the next block of the file seems to begin: with a word at the start of a line. */
  #recover(from: number): void {
    const { text } = this.#cursor;
    let lineEnd = text.indexOf('\n', from);
    while (lineEnd >= 0 && !/[a-z]/.test(text.charAt(lineEnd + 1))) lineEnd = text.indexOf('\n', lineEnd + 1);
    this.#cursor.at = lineEnd < 0 ? text.length : lineEnd + 1;
  }

  #item(attributes: Attribute[], blocks: Block[]): void {
    const cursor: HclCursor = this.#cursor;
    const from = cursor.at;
    const name = cursor.identifier();
    if (name === '') cursor.stop(`${quoted(cursor.peek())} begins neither a block nor an attribute.`);
    cursor.skip();
    if (cursor.peek() === '=' && cursor.peek(1) !== '=') {
      cursor.at += 1;
      const value = readExpression(cursor);
      attributes.push({ name, span: cursor.span(from), value });
      this.#lineEnd();
    } else blocks.push(this.#block(name, from));
  }

  #block(type: string, from: number): Block {
    const cursor: HclCursor = this.#cursor;
    const labels: string[] = [];
    while (!cursor.take('{')) {
      const label = this.#label();
      if (label === undefined)
        cursor.stop(`After ${quoted(type)} comes \`=\` and a value, or a block in \`{\` and \`}\`.`);
      labels.push(label);
      cursor.skip();
    }
    const span = cursor.span(from);
    const body = cursor.within('curly', () => this.#body(from));
    this.#lineEnd();
    return { type, labels, span, body };
  }

  #label(): string | undefined {
    const cursor: HclCursor = this.#cursor;
    if (cursor.peek() !== '"') return cursor.identifier() || undefined;
    const close = cursor.text.indexOf('"', cursor.at + 1);
    if (close < 0) cursor.stop('This text is not closed: its `"` is missing.');
    const label = cursor.text.slice(cursor.at + 1, close);
    cursor.at = close + 1;
    return label;
  }

  #body(from: number): Body {
    const cursor: HclCursor = this.#cursor;
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    for (;;) {
      cursor.skip(true);
      if (cursor.take('}')) return { attributes, blocks };
      if (cursor.isDone) cursor.stop('This block is not closed: its `}` is missing.', from);
      this.#item(attributes, blocks);
    }
  }

  #lineEnd(): void {
    const cursor: HclCursor = this.#cursor;
    cursor.skip();
    if (cursor.isDone || cursor.peek() === '\n' || cursor.peek() === '}') return;
    cursor.stop('What follows belongs on a line of its own.');
  }
}
