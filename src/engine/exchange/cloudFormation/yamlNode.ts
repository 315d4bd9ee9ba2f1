import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Document,
  type Scalar,
} from 'yaml';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { JsonMember, JsonNode } from '#engine/source/json.ts';
import type { SourceSpan, TextId } from '#engine/source/span.ts';

/** Nodes made in all; aliases of aliases multiply. */
const MOST_NODES = 200_000;
/** Levels of maps and lists within one another. */
const DEEPEST = 100;

export interface ParsedYaml {
  readonly root: JsonNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * YAML as the tree that JSON is read into: short tags as the objects they stand for (`!Ref X` as `{"Ref": "X"}`), aliases as
 * copies of what they name. Numbers keep their spelling.
 *
 * @returns diagnostics `YAML_SYNTAX_ERROR`, `NESTING_TOO_DEEP`, `TEXT_TOO_LONG`; never throws
 */
export function parseYaml(text: string, id: TextId): ParsedYaml {
  const problem = (code: string, message: string, from: number): Diagnostic => ({
    code,
    severity: 'error',
    message,
    span: { text: id, from, to: Math.min(from + 1, text.length) },
  });
  const deep = tooDeepAt(text);
  if (deep !== undefined)
    return { root: undefined, diagnostics: [problem('NESTING_TOO_DEEP', TOO_DEEP, deep)] };
  const document = parsed(text);
  if (document === undefined)
    return { root: undefined, diagnostics: [problem('NESTING_TOO_DEEP', TOO_DEEP, 0)] };
  const diagnostics = document.errors
    .slice(0, 20)
    .map(({ message, pos }) => problem('YAML_SYNTAX_ERROR', inOurWords(message), pos[0]));
  const reader = new NodeReader(document, id);
  const root = document.contents === null ? undefined : reader.read(document.contents, 0);
  const tooMany = reader.givenUpAt;
  if (tooMany !== undefined) {
    const message = 'Aliases and nesting make more of this text than can be read.';
    diagnostics.push(problem('TEXT_TOO_LONG', message, tooMany));
  }
  return { root, diagnostics };
}

const TOO_DEEP = `Here the text is nested more than ${DEEPEST} levels deep.`;

function parsed(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, {
      logLevel: 'silent',
      lineCounter: new LineCounter(),
      uniqueKeys: false,
      schema: 'core',
      customTags: [],
    });
  } catch (error) {
    // The parser is recursive: this is how nesting that the look ahead did not see ends.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Where brackets or indentation are too many; quotes are not looked at, so that only what is far too deep counts. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (depth > 2 * DEEPEST) return at;
  }
  return undefined;
}

/** The parser's message as one sentence. */
function inOurWords(message: string): string {
  if (message.includes('call stack')) return TOO_DEEP;
  const [first = message] = message.split('\n');
  const sentence = first.replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '');
  return `This is no YAML: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}.`;
}

class NodeReader {
  readonly #document: Document.Parsed;
  readonly #id: TextId;
  #nodes = 0;
  givenUpAt: number | undefined;

  constructor(document: Document.Parsed, id: TextId) {
    this.#document = document;
    this.#id = id;
  }

  read(node: Node, depth: number): JsonNode {
    const span = this.#span(node);
    this.#nodes += 1;
    if (this.#nodes > MOST_NODES || depth > DEEPEST) {
      this.givenUpAt ??= span.from;
      return { kind: 'null', span };
    }
    if (isAlias(node)) return this.#alias(node, span, depth);
    const value = this.#untagged(node, span, depth);
    return node.tag?.startsWith('!') === true && !node.tag.startsWith('!!') ? tagged(node.tag, value) : value;
  }

  #span(node: Node): SourceSpan {
    const [from = 0, to = from] = node.range ?? [];
    return { text: this.#id, from, to };
  }

  #alias(node: Node, span: SourceSpan, depth: number): JsonNode {
    const source = isAlias(node) ? node.resolve(this.#document) : undefined;
    return source === undefined ? { kind: 'null', span } : this.read(source, depth + 1);
  }

  #untagged(node: Node, span: SourceSpan, depth: number): JsonNode {
    if (isMap(node)) {
      const members = node.items.map((pair): JsonMember => {
        const name = this.read(pair.key as Node, depth + 1);
        const key = keyText(name);
        const value = pair.value === null ? null : this.read(pair.value as Node, depth + 1);
        return {
          key,
          keySpan: name.span,
          value: asPrincipal(key, value ?? { kind: 'null', span: name.span }),
        };
      });
      return { kind: 'object', span, members };
    }
    if (isSeq(node))
      return { kind: 'array', span, items: node.items.map((item) => this.read(item as Node, depth + 1)) };
    return isScalar(node) ? scalar(node, span) : { kind: 'null', span };
  }
}

/** An account that is a principal is a text, however it is written. */
function asPrincipal(key: string, value: JsonNode): JsonNode {
  if (key !== 'AWS') return value;
  if (value.kind === 'array') return { ...value, items: value.items.map((item) => asPrincipal(key, item)) };
  return value.kind === 'number' ? { kind: 'string', span: value.span, value: value.lexeme } : value;
}

function keyText(node: JsonNode): string {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'number') return node.lexeme;
  return node.kind === 'boolean' ? String(node.value) : '';
}

function scalar({ value, source, tag }: Scalar, span: SourceSpan): JsonNode {
  if (typeof value === 'string') return { kind: 'string', span, value };
  if (tag !== undefined && tag.startsWith('!') && !tag.startsWith('!!'))
    return { kind: 'string', span, value: source ?? '' };
  if (typeof value === 'boolean') return { kind: 'boolean', span, value };
  if (value === null || value === undefined) return { kind: 'null', span };
  const lexeme = source ?? '';
  const isNumber = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/.test(lexeme);
  return isNumber ? { kind: 'number', span, lexeme } : { kind: 'string', span, value: lexeme };
}

/** `!Sub x` is short for `{"Fn::Sub": x}`, `!Ref x` for `{"Ref": x}`. */
function tagged(tag: string, value: JsonNode): JsonNode {
  const name = tag.slice(1);
  const key = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
  return { kind: 'object', span: value.span, members: [{ key, keySpan: value.span, value }] };
}
