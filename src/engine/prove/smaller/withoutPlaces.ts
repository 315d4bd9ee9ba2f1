import type { JsonNode } from '#engine/source/json.ts';
import { parseJson } from '#engine/source/parseJson.ts';
import { removeItems, removeMembers, type Splice } from '#engine/whatIf/splices.ts';

/**
 * A text without some of its list items and members, everything else as it was typed. Lists and objects that would be empty go,
 * too.
 *
 * @param gone where they begin: an item at its first character, a member at its name.
 * @returns undefined where nothing would be left.
 */
export function withoutPlaces(text: string, gone: ReadonlySet<number>): string | undefined {
  const { root } = parseJson(text, 'text');
  const splices = root === undefined ? 'gone' : pruned(root, gone);
  if (splices === 'gone') return undefined;
  let left = text;
  // From the end, so that the places before stay where they are.
  for (const { offset, length } of splices.toSorted((one, other) => other.offset - one.offset))
    left = left.slice(0, offset) + left.slice(offset + length);
  return left;
}

/** What is to be cut out of a value, or that all of it goes. Looks only where there is something to cut. */
function pruned(node: JsonNode, gone: ReadonlySet<number>): readonly Splice[] | 'gone' {
  const { from, to } = node.span;
  if (gone.has(from)) return 'gone';
  if (![...gone].some((place) => place > from && place < to)) return [];
  if (node.kind === 'array') {
    const inner = new Map(node.items.map((item) => [item, pruned(item, gone)]));
    return merged(
      inner,
      removeItems(node, (item) => inner.get(item) === 'gone'),
    );
  }
  if (node.kind !== 'object') return [];
  const inner = new Map(
    node.members.map((member) => [
      member,
      gone.has(member.keySpan.from) ? ('gone' as const) : pruned(member.value, gone),
    ]),
  );
  return merged(
    inner,
    removeMembers(node, (member) => inner.get(member) === 'gone'),
  );
}

function merged(
  inner: ReadonlyMap<unknown, readonly Splice[] | 'gone'>,
  own: readonly Splice[],
): readonly Splice[] | 'gone' {
  const kept = [...inner.values()].filter((splices) => splices !== 'gone');
  return kept.length === 0 ? 'gone' : [...own, ...kept.flat()];
}
