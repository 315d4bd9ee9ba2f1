import type { JsonNode } from '../source/json.ts';
import { parseJson } from '../source/parseJson.ts';
import { asObject, member, stringList, type JsonObject } from '../source/read.ts';
import type { Position } from './position.ts';

/** What is around a place, as far as it can be read. What stands at the place itself is left out everywhere. */
export interface Surroundings {
  /** The statement. */
  readonly statement: JsonObject | undefined;
  /** The innermost object; for a name, the one it belongs to. */
  readonly object: JsonObject | undefined;
  /** The names that object has already. */
  readonly siblings: readonly string[];
  /** The other texts of the list the place is in. */
  readonly entries: readonly string[];
}

const NOTHING: Surroundings = { statement: undefined, object: undefined, siblings: [], entries: [] };

/**
 * Reads what is around a position. What is missing there is put in for reading, so that what follows is read as it will be then.
 */
export function surroundingsOf(text: string, offset: number, position: Position): Surroundings {
  const { word, inList } = position;
  const root = parseJson(repaired(text, offset, position), '').root;
  if (root === undefined) return NOTHING;
  const at = word === undefined ? offset + 1 : word.from;
  const chain = chainTo(root, at);
  const object = asObject(chain.findLast((node) => node.kind === 'object'));
  const list = inList ? chain.findLast((node) => node.kind === 'array') : undefined;
  return {
    statement: asObject(chain.find(isStatement)),
    object,
    siblings: (object?.members ?? []).filter(({ keySpan }) => !covers(keySpan, at)).map(({ key }) => key),
    entries: stringList(list)
      .filter(({ span }) => !covers(span, at))
      .map(({ value }) => value),
  };
}

/** The text as it would be with something at the position: a value for a name, an end for a text, a comma before what follows. */
function repaired(text: string, offset: number, { word, role, hasColon, needsCommaAfter }: Position): string {
  const isBareName = role === 'name' && !hasColon;
  const after = `${isBareName ? ':0' : ''}${needsCommaAfter ? ',' : ''}`;
  if (word === undefined) return `${text.slice(0, offset)}""${after}${text.slice(offset)}`;
  const { to, quoted, unclosed } = word;
  const end = quoted && !unclosed ? to + 1 : to;
  return `${text.slice(0, end)}${unclosed ? '"' : ''}${after}${text.slice(end)}`;
}

const STATEMENT_MEMBERS = ['Effect', 'Action', 'NotAction', 'Condition', 'Principal', 'NotPrincipal'];

function isStatement(node: JsonNode): boolean {
  return STATEMENT_MEMBERS.some((name) => member(node, name) !== undefined);
}

/** The nodes that cover an offset, outermost first. */
function chainTo(root: JsonNode, offset: number): readonly JsonNode[] {
  const chain: JsonNode[] = [];
  for (let node: JsonNode | undefined = root; node !== undefined;) {
    chain.push(node);
    node = partsOf(node).find(({ span }) => covers(span, offset));
  }
  return chain;
}

function partsOf(node: JsonNode): readonly JsonNode[] {
  if (node.kind === 'array') return node.items;
  return node.kind === 'object' ? node.members.map(({ value }) => value) : [];
}

function covers(span: { readonly from: number; readonly to: number }, offset: number): boolean {
  return span.from <= offset && offset <= span.to;
}
