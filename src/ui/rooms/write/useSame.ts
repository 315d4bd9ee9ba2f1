import { useState } from 'react';
import { sameJson } from '#state/sameJson.ts';

/** The value, as the same object for as long as it says the same. */
export function useSame<Value>(value: Value): Value {
  const [kept, setKept] = useState(value);
  if (kept === value || sameJson(kept, value)) return kept;
  setKept(value);
  return value;
}
