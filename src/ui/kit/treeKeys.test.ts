import { expect, test } from 'vitest';
import { treeMove } from './treeKeys.ts';
import { visibleRows } from './treeRows.ts';
import type { TreeNode } from './treeRows.ts';

const leaf = (id: string): TreeNode => ({ id, mark: 'check', phrase: [id] });
const nodes: readonly TreeNode[] = [
  { ...leaf('a'), rule: 'KMS-002', children: [leaf('a1'), { ...leaf('a2'), children: [leaf('a2x')] }] },
  { ...leaf('b'), children: [leaf('b1')] },
  leaf('c'),
];
const rows = visibleRows(nodes, new Set(['a']));

test.each([
  ['ArrowDown', 'a', { kind: 'focus', id: 'a1' }],
  ['ArrowDown', 'c', null],
  ['ArrowUp', 'b', { kind: 'focus', id: 'a2' }],
  ['ArrowUp', 'a', null],
  ['Home', 'c', { kind: 'focus', id: 'a' }],
  ['End', 'a', { kind: 'focus', id: 'c' }],
  ['ArrowRight', 'a', { kind: 'focus', id: 'a1' }],
  ['ArrowRight', 'b', { kind: 'open', ids: ['b'] }],
  ['ArrowRight', 'c', null],
  ['ArrowLeft', 'a', { kind: 'close', id: 'a' }],
  ['ArrowLeft', 'a1', { kind: 'focus', id: 'a' }],
  ['ArrowLeft', 'b', null],
  ['*', 'c', { kind: 'open', ids: ['b'] }],
  ['*', 'a1', { kind: 'open', ids: ['a2'] }],
  ['Enter', 'a1', { kind: 'activate', id: 'a1' }],
  [' ', 'b', { kind: 'activate', id: 'b' }],
  ['Shift Enter', 'a', { kind: 'rule', rule: 'KMS-002' }],
  ['Shift Enter', 'b', null],
  ['Tab', 'a', null],
  ['ArrowDown', 'gone', null],
])('%s on %s', (key, focused, move) => {
  expect(treeMove(key, rows, focused)).toEqual(move);
});
