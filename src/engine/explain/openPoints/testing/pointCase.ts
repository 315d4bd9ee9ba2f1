import type { Pieces } from '#engine/testing/pieces.ts';

/** A request that meets an open point, and one that comes close without resting on it: a note that is always there says nothing. */
export interface PointCase {
  readonly rule: string;
  readonly meets: Pieces;
  readonly misses: Pieces;
}
