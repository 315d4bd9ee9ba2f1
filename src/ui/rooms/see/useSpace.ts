import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Space } from './columnLayout.ts';

/** The width of one element, the height of another, and how large the reader's type is; null before the first measuring. */
export function useSpace(
  across: RefObject<HTMLElement | null>,
  down: RefObject<HTMLElement | null>,
): Space | null {
  const [space, setSpace] = useState<Space | null>(null);
  useLayoutEffect(() => {
    const [wide, high] = [across.current, down.current];
    if (wide === null || high === null) return undefined;
    const measure = () => {
      const width = wide.clientWidth;
      const height = high.clientHeight;
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
      setSpace((old) =>
        old?.width === width && old.height === height && old.unit === unit ? old : { width, height, unit },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(wide);
    observer.observe(high);
    return () => observer.disconnect();
  }, [across, down]);
  return space;
}
