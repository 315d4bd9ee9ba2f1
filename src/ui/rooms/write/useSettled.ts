import { useEffect, useState } from 'react';

/** A condition that has lasted for a while: what flickers while typing never shows. False takes effect at once. */
export function useSettled(condition: boolean, milliseconds: number): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    if (!condition) return undefined;
    const timer = setTimeout(() => setSettled(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setSettled(false);
    };
  }, [condition, milliseconds]);
  return condition && isSettled;
}
