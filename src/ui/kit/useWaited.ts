import { useEffect, useState } from 'react';

/** Whether `isWaiting` has been true for `milliseconds`. Shorter waits go unnoticed and should not be shown. */
export function useWaited(isWaiting: boolean, milliseconds: number): boolean {
  const [hasWaited, setWaited] = useState(false);
  if (hasWaited && !isWaiting) setWaited(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setWaited(true), milliseconds);
    return () => clearTimeout(timer);
  }, [isWaiting, milliseconds]);
  return hasWaited && isWaiting;
}
