import { useState } from 'react';

/** The last value that was not null, for as long as `key` stays the same. */
export function useKept<Value>(value: Value | null, key: string): Value | null {
  const [kept, setKept] = useState({ key, value });
  const next = value === null && kept.key === key ? kept.value : value;
  if (next !== kept.value || key !== kept.key) setKept({ key, value: next });
  return next;
}
