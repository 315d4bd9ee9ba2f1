import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLayout } from './columnLayout.ts';
import type { ColumnPlan, PlanePlace } from './columnLayout.ts';

const plan: ColumnPlan = {
  left: ['a', 'b', 'c', 'd'],
  right: ['use', 'read', 'manage', 'delegate', 'destroy'],
  links: [
    { id: 'c-use', from: 'c', to: 'use' },
    { id: 'a-use', from: 'a', to: 'use' },
    { id: 'a-read', from: 'a', to: 'read' },
  ],
};
const space = { width: 405, height: 700, unit: 1 };

const plans = fc
  .record({
    left: fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { maxLength: 40 }),
    right: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ left, right }): ColumnPlan => {
    const names = left.map((n) => `p${n}`);
    const groups = Array.from({ length: right }, (_, n) => `g${n}`);
    const links = names.flatMap((from, n) =>
      groups.filter((_, m) => (n + m) % 2 === 0).map((to) => ({ id: `${from} ${to}`, from, to })),
    );
    return { left: names, right: groups, links };
  });
const spaces = fc.record({
  width: fc.integer({ min: 200, max: 1600 }),
  height: fc.integer({ min: 100, max: 1200 }),
  unit: fc.constantFrom(0.9, 1, 1.5),
});

describe('columnLayout', () => {
  it('is the same picture every time', () => {
    fc.assert(
      fc.property(plans, spaces, (some, room) => {
        expect(columnLayout(some, room)).toEqual(columnLayout(structuredClone(some), { ...room }));
      }),
    );
  });

  it('keeps nodes inside the plane, apart from each other, and the columns apart', () => {
    fc.assert(
      fc.property(plans, spaces, (some, room) => {
        const { nodes, width, height } = columnLayout(some, room);
        for (const place of nodes.values()) {
          expect(place.x).toBeGreaterThanOrEqual(0);
          expect(place.y).toBeGreaterThanOrEqual(0);
          expect(place.x + place.width).toBeLessThanOrEqual(width + 0.5);
          expect(place.y + place.height).toBeLessThanOrEqual(height + 0.5);
        }
        const columns = [some.left, some.right].map((ids) => ids.flatMap((id) => nodes.get(id) ?? []));
        for (const column of columns)
          for (const [upper, lower] of pairs(column)) {
            expect(lower.y).toBeGreaterThan(upper.y + upper.height);
          }
        const [leftEnd, rightStart] = [
          Math.max(...(columns[0] ?? []).map((place) => place.x + place.width)),
          Math.min(...(columns[1] ?? []).map((place) => place.x)),
        ];
        expect(rightStart - leftEnd).toBeGreaterThanOrEqual(50);
      }),
    );
  });

  it('keeps the order of the plan from top to bottom', () => {
    const { nodes } = columnLayout(plan, space);
    const tops = plan.left.map((id) => nodes.get(id)?.y ?? Number.NaN);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  it('spreads the groups over all of a long column', () => {
    const left = Array.from({ length: 60 }, (_, index) => `p${index}`);
    const { nodes, height } = columnLayout({ ...plan, left }, space);
    expect(nodes.get('use')?.y).toBe(nodes.get('p0')?.y);
    expect(nodes.get('destroy')?.y).toBeGreaterThan(height - 200);
  });

  it('fits both columns into the width of a pane', () => {
    expect(columnLayout(plan, space).width).toBe(405);
  });

  it('lets lines arrive in the order of the left column, at places of their own', () => {
    const { links } = columnLayout(plan, space);
    const end = (id: string) => Number(links.get(id)?.path.split(' ').at(-1));
    expect(end('a-use')).toBeLessThan(end('c-use'));
  });

  it('lets a line begin at its principal and end just before its group', () => {
    const { nodes, links } = columnLayout(plan, space);
    const nothing: PlanePlace = { x: 0, y: 0, width: 0, height: 0 };
    const { x, y, width, height } = nodes.get('a') ?? nothing;
    const numbers =
      links
        .get('a-read')
        ?.path.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    expect(numbers.slice(0, 2)).toEqual([x + width, y + height / 2]);
    expect(numbers.at(-2)).toBe((nodes.get('read') ?? nothing).x - 3);
  });

  it('grows with the reader’s type', () => {
    const height = (unit: number) => columnLayout(plan, { ...space, unit }).nodes.get('a')?.height;
    expect(height(1.5)).toBe((height(1) ?? 0) * 1.5);
  });
});

function pairs(column: readonly PlanePlace[]): readonly [PlanePlace, PlanePlace][] {
  return column.slice(1).flatMap((lower, index) => {
    const upper = column[index];
    return upper === undefined ? [] : [[upper, lower] as [PlanePlace, PlanePlace]];
  });
}
