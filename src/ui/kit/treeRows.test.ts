import { expect, test } from 'vitest';
import { sameRow, spokenName, visibleRows } from './treeRows.ts';
import type { TreeNode } from './treeRows.ts';

const leaf = (id: string): TreeNode => ({ id, mark: 'check', phrase: [id] });
const nodes: readonly TreeNode[] = [
  { ...leaf('a'), children: [{ ...leaf('a1'), children: [leaf('a1x')] }, leaf('a2')] },
  leaf('b'),
];

function ids(open: readonly string[]): readonly string[] {
  return visibleRows(nodes, new Set(open)).map((row) => row.node.id);
}

test('shows what stands under open nodes, in reading order', () => {
  expect(ids([])).toEqual(['a', 'b']);
  expect(ids(['a'])).toEqual(['a', 'a1', 'a2', 'b']);
  expect(ids(['a', 'a1'])).toEqual(['a', 'a1', 'a1x', 'a2', 'b']);
});

test('an open node under a closed one stays out of sight', () => {
  expect(ids(['a1'])).toEqual(['a', 'b']);
});

test('each row knows its level, its place among its siblings, its parent and whether it is open', () => {
  const row = visibleRows(nodes, new Set(['a']))[2];
  expect(row).toMatchObject({ level: 2, position: 2, siblings: 2, parent: 'a', isOpen: null });
  expect(visibleRows(nodes, new Set(['a']))[1]).toMatchObject({ level: 2, position: 1, isOpen: false });
  expect(visibleRows(nodes, new Set())[1]).toMatchObject({
    level: 1,
    position: 2,
    siblings: 2,
    parent: null,
  });
});

test('a very deep trace does not exhaust the stack', () => {
  let deep: TreeNode = leaf('0');
  const open = new Set<string>();
  for (let depth = 1; depth <= 20_000; depth++) {
    deep = { ...leaf(String(depth)), children: [deep] };
    open.add(String(depth));
  }
  expect(visibleRows([deep], open)).toHaveLength(20_001);
});

test('the spoken name begins with the mark as a word and ends with line and rule', () => {
  const node: TreeNode = {
    id: 'x',
    mark: 'check',
    markWord: 'Matches',
    phrase: ['Action ', { code: 'kms:*' }, ' covers ', { code: 'kms:Decrypt' }],
    lines: '35',
    rule: 'KMS-004',
  };
  expect(spokenName(node)).toBe('Matches: Action kms:* covers kms:Decrypt, line 35, rule KMS-004');
  expect(spokenName({ ...node, markWord: undefined, lines: '31–40', rule: undefined } as TreeNode)).toBe(
    'Yes: Action kms:* covers kms:Decrypt, lines 31–40',
  );
});

test('a row looks the same until its words, its place among its siblings or its twist change', () => {
  const [first] = visibleRows(nodes, new Set(['a']));
  const [again] = visibleRows(structuredClone(nodes), new Set(['a', 'a1']));
  if (first === undefined || again === undefined) throw new Error('There is a first row.');
  expect(sameRow(first, again)).toBe(true);
  expect(sameRow(first, { ...again, isOpen: false })).toBe(false);
  expect(sameRow(first, { ...again, siblings: 3 })).toBe(false);
  for (const change of [{ phrase: ['b'] }, { lines: '34' }, { rule: 'KMS-060' }, { mark: 'cross' as const }])
    expect(sameRow(first, { ...again, node: { ...again.node, ...change } })).toBe(false);
});
