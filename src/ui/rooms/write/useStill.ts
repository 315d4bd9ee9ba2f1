import { useEffect, useState } from 'react';

/** The value as it was when it last stood still for `milliseconds`: for what may follow the typing at a distance. */
export function useStill<Value>(value: Value, milliseconds: number): Value {
  const [still, setStill] = useState(value);
  useEffect(() => {
    if (value === still) return undefined;
    const timer = setTimeout(() => setStill(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, still, milliseconds]);
  return still;
}
