import { useEffect, useState } from 'react';

/** Whether this has been on the page for `milliseconds`. Shorter waits go unnoticed and should not be shown. */
export function useWaited(milliseconds: number): boolean {
  const [hasWaited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return hasWaited;
}
