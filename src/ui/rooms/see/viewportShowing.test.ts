import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewportShowing } from './viewportShowing.ts';

const window = { width: 400, height: 300 };
const node = { x: 100, y: 900, width: 150, height: 44 };

describe('viewportShowing', () => {
  it('stays where the place is in sight', () => {
    const view = { x: 0, y: 0, zoom: 1 };
    expect(viewportShowing(view, { ...node, y: 100 }, window)).toBe(view);
  });

  it('moves as little as shows the place', () => {
    expect(viewportShowing({ x: 0, y: 0, zoom: 1 }, node, window)).toEqual({
      x: 0,
      y: 300 - 16 - 944,
      zoom: 1,
    });
    expect(viewportShowing({ x: 0, y: -2000, zoom: 1 }, node, window)).toEqual({
      x: 0,
      y: 16 - 900,
      zoom: 1,
    });
  });

  it('shows the beginning of what does not fit', () => {
    expect(viewportShowing({ x: 0, y: 0, zoom: 1 }, { ...node, height: 5000 }, window).y).toBe(16 - 900);
  });

  it('always brings a place that fits into the window', () => {
    const offset = fc.integer({ min: -3000, max: 3000 });
    fc.assert(
      fc.property(offset, offset, offset, offset, fc.constantFrom(0.5, 1, 2), (vx, vy, x, y, zoom) => {
        const view = viewportShowing({ x: vx, y: vy, zoom }, { x, y, width: 100, height: 44 }, window);
        expect(view.x + x * zoom).toBeGreaterThanOrEqual(0);
        expect(view.x + (x + 100) * zoom).toBeLessThanOrEqual(window.width);
        expect(view.y + y * zoom).toBeGreaterThanOrEqual(0);
        expect(view.y + (y + 44) * zoom).toBeLessThanOrEqual(window.height);
      }),
    );
  });
});
