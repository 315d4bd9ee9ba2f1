import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Space } from './columnLayout.ts';

/** The size of an element, and how large the reader's type is; null before the first measuring. */
export function useSpace(element: RefObject<HTMLElement | null>): Space | null {
  const [space, setSpace] = useState<Space | null>(null);
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) return undefined;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = node;
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
      setSpace((old) =>
        old?.width === width && old.height === height && old.unit === unit ? old : { width, height, unit },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return space;
}
