import { describe, expect, test } from 'vitest';
import { frameColumns, lookAt, shownPane } from './frameColumns.ts';
import type { PaneId } from './frameColumns.ts';

const bench: ReadonlySet<PaneId> = new Set<PaneId>(['write', 'see', 'ask']);
const lesson: ReadonlySet<PaneId> = new Set<PaneId>(['guide', 'write', 'see', 'ask']);

function panesOf(layout: 'wide' | 'medium' | 'narrow', present: ReadonlySet<PaneId>) {
  return frameColumns(layout, present).map((column) => column.panes);
}

describe('which panes share a column', () => {
  test('design', () => {
    expect(panesOf('wide', bench)).toEqual([['write'], ['see'], ['ask']]);
    expect(panesOf('medium', bench)).toEqual([['write'], ['ask', 'see']]);
    expect(panesOf('narrow', bench)).toEqual([['write', 'see', 'ask']]);
  });

  test('a lesson', () => {
    expect(panesOf('wide', lesson)).toEqual([['guide'], ['write'], ['ask', 'see']]);
    expect(panesOf('medium', lesson)).toEqual([['guide'], ['write', 'ask', 'see']]);
    expect(panesOf('narrow', lesson)).toEqual([['guide', 'write', 'see', 'ask']]);
  });

  test('panes that are not there leave no empty column', () => {
    const two = new Set<PaneId>(['write', 'ask']);
    expect(panesOf('wide', two)).toEqual([['write'], ['ask']]);
    expect(panesOf('medium', two)).toEqual([['write'], ['ask']]);
  });
});

test('every layout has room for every pane, and its least widths fit where it begins', () => {
  const room = { wide: 1200 - 64, medium: 720 - 64, narrow: 320 };
  for (const layout of ['wide', 'medium', 'narrow'] as const) {
    for (const present of [bench, lesson]) {
      const columns = frameColumns(layout, present);
      expect(new Set(columns.flatMap((column) => column.panes))).toEqual(present);
      expect(columns.reduce((sum, column) => sum + column.min, 0)).toBeLessThanOrEqual(room[layout]);
    }
  }
});

test('a shared column shows what was looked at last in it', () => {
  const answer = frameColumns('medium', bench)[1];
  if (answer === undefined) throw new Error('no second column');
  let recent: readonly PaneId[] = ['write'];
  expect(shownPane(answer, recent)).toBe('ask');
  recent = lookAt(recent, 'see');
  recent = lookAt(recent, 'write');
  expect(shownPane(answer, recent)).toBe('see');
  expect(lookAt(recent, 'see')).toEqual(['see', 'write']);
});
