import { expect, test } from 'vitest';
import { withoutPlaces } from './withoutPlaces.ts';

/** The text without the stretches in `«»`, each marked at its beginning. */
function without(marked: string): string | undefined {
  const places = new Set<number>();
  let text = '';
  for (const char of marked) {
    if (char === '«') places.add(text.length);
    else text += char;
  }
  return withoutPlaces(text, places);
}

test.each<[string, string, string | undefined]>([
  ['an item in the middle', '[1, «2, 3]', '[1, 3]'],
  ['the first items', '[«1, «2,\n 3]', '[3]'],
  ['the last item', '{"a": ["x",\n  «"y"\n]}', '{"a": ["x"\n]}'],
  ['every second item', '[1, «2, 3, «4]', '[1, 3]'],
  ['a member', '{"a": 1, «"b": {"c": 2}, "d": 3}', '{"a": 1, "d": 3}'],
  ['the first member', '{«"a": 1, "b": 2}', '{"b": 2}'],
  ['a list that would be empty', '{"a": {"AWS": [«"x", «"y"], "Service": "z"}}', '{"a": {"Service": "z"}}'],
  ['a single value', '{"a": {"AWS": «"x", "Service": "z"}}', '{"a": {"Service": "z"}}'],
  ['all conditions', '{"a": 1, "Condition": {"Bool": {«"k": "true"}}}', '{"a": 1}'],
  ['one of two keys of an operator', '{"Bool": {"k": "true", «"l": "true"}}', '{"Bool": {"k": "true"}}'],
  [
    'things inside of kept ones',
    '[{"a": [«1, 2]}, «{"b": 1}, {"c": {«"d": 1, "e": 2}}]',
    '[{"a": [2]}, {"c": {"e": 2}}]',
  ],
  ['nothing', '{"a": [1]}', '{"a": [1]}'],
  ['everything', '[«1]', undefined],
])('without %s', (_, marked, left) => {
  expect(without(marked)).toBe(left);
});
