import type { JsonNode } from '../source/json.ts';
import { parseJson } from '../source/parseJson.ts';
import type { TextRange } from './format.ts';

/** What can be folded: every object and list that spans more than one line, outer ones first. */
export function folds(text: string): readonly TextRange[] {
  const { root } = parseJson(text, '');
  const found: TextRange[] = [];
  const waiting: JsonNode[] = root === undefined ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const inside = partsOf(node);
    waiting.push(...inside.toReversed());
    if (node.kind !== 'object' && node.kind !== 'array') continue;
    const { from, to } = node.span;
    if (text.slice(from, to).includes('\n')) found.push({ from, to });
  }
  return found;
}

function partsOf(node: JsonNode): readonly JsonNode[] {
  if (node.kind === 'array') return node.items;
  return node.kind === 'object' ? node.members.map(({ value }) => value) : [];
}
