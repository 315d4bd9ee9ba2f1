import type { MarkKind } from './verdict.ts';

/** How a part of a mark is drawn: filled, or with a line of a width; in the mark's colour, or cut out of it in that of the ground. */
export interface MarkPaint {
  readonly ink: 'mark' | 'ground';
  readonly width?: number;
  readonly dashes?: string;
}

/** A path, or a circle by its centre and radius, in a box of 16 by 16. */
export type MarkPart = MarkPaint &
  ({ readonly path: string } | { readonly circle: readonly [number, number, number] });

const fill: MarkPaint = { ink: 'mark' };
const stroke: MarkPaint = { ink: 'mark', width: 2 };
const thin: MarkPaint = { ink: 'mark', width: 1.6 };
const cut: MarkPaint = { ink: 'ground', width: 2.2 };

export const markShapes: Readonly<Record<MarkKind, readonly MarkPart[]>> = {
  allowed: [
    { ...fill, circle: [8, 8, 7.5] },
    { ...cut, path: 'M4.6 8.3 7 10.7l4.5-5' },
  ],
  explicitDeny: [
    { ...fill, path: 'M5 .6h6L15.4 5v6L11 15.4H5L.6 11V5z' },
    { ...cut, path: 'M4.4 8h7.2' },
  ],
  implicitDeny: [{ ...stroke, dashes: '3.1 2.2', circle: [8, 8, 6.75] }],
  depends: [
    { ...fill, path: 'M8 .2 15.8 8 8 15.8.2 8z' },
    { ...cut, width: 1.8, path: 'M6.2 6.5c0-1 .8-1.8 1.8-1.8s1.8.7 1.8 1.7c0 1.3-1.8 1.4-1.8 2.7' },
    { ink: 'ground', circle: [8, 11.2, 1] },
  ],
  check: [{ ...stroke, path: 'm3.2 8.4 3.3 3.3 6.4-7.2' }],
  cross: [{ ...stroke, path: 'm4 4 8 8m0-8-8 8' }],
  info: [
    { ...thin, circle: [8, 8, 6.75] },
    { ...thin, path: 'M8 7.4v3.8' },
    { ...fill, circle: [8, 5, 1] },
  ],
  question: [
    { ...stroke, path: 'M5.2 5.6A2.8 2.8 0 0 1 8 3c1.6 0 2.8 1 2.8 2.5C10.8 7.6 8 7.7 8 9.6' },
    { ...fill, circle: [8, 12.6, 1.2] },
  ],
  skipped: [
    { ...fill, circle: [3.5, 8, 1.1] },
    { ...fill, circle: [8, 8, 1.1] },
    { ...fill, circle: [12.5, 8, 1.1] },
  ],
};
