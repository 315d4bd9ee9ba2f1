import type { Literal } from './atom.ts';
import type { Bits } from './bits.ts';
import type { KeyValue, Value } from './value.ts';

/** What is assumed about one attribute: literals that must hold, a value for which they do, and which other values are possible. */
export interface AttributeState {
  /** In ascending order. */
  readonly literals: readonly Literal[];
  readonly value: Value;
  /** Actions or cells that are left; undefined for condition keys. */
  readonly left: Bits | undefined;
  /** All values that are left, where they can be listed. */
  readonly values: readonly KeyValue[] | undefined;
}

/** `none` is a proof that the literals exclude each other. */
export type Solved = AttributeState | 'none' | 'undecided';
