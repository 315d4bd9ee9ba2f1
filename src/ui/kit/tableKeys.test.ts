import { expect, test } from 'vitest';
import { tableMove } from './tableKeys.ts';

const size = { rows: 25, columns: 6 };

test.each([
  ['ArrowDown', false, [0, 0], [1, 0]],
  ['ArrowDown', false, [24, 0], [24, 0]],
  ['ArrowUp', false, [0, 3], [0, 3]],
  ['ArrowRight', false, [2, 5], [2, 5]],
  ['ArrowLeft', false, [2, 5], [2, 4]],
  ['PageDown', false, [3, 1], [13, 1]],
  ['PageUp', false, [3, 1], [0, 1]],
  ['Home', false, [3, 4], [3, 0]],
  ['End', false, [3, 4], [3, 5]],
  ['Home', true, [3, 4], [0, 0]],
  ['End', true, [3, 4], [24, 5]],
] as const)('%s, ctrl %s', (key, isCtrl, [row, column], [toRow, toColumn]) => {
  expect(tableMove(key, isCtrl, { row, column }, size)).toEqual({ row: toRow, column: toColumn });
});

test('other keys are not the table’s', () => {
  expect(tableMove('a', false, { row: 0, column: 0 }, size)).toBeNull();
});
