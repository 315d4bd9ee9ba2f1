import { useState } from 'react';

/** The earlier of two values that are the same to whoever draws them, so that it need not draw anew. */
export function useUnchanged<Value>(value: Value, isSame: (earlier: Value, later: Value) => boolean): Value {
  const [kept, keep] = useState(value);
  if (kept === value || isSame(kept, value)) return kept;
  keep(value);
  return value;
}

/** Whether two lists hold the same things in the same order. */
export function sameList<Item>(
  isSame: (one: Item, other: Item) => boolean,
): (earlier: readonly Item[], later: readonly Item[]) => boolean {
  return (earlier, later) =>
    earlier.length === later.length &&
    earlier.every((item, index) => {
      const other = later[index];
      return other !== undefined && isSame(item, other);
    });
}
