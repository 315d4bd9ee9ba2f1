import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';

/**
 * How far something above has pushed an element down, in pixels. Looked at when the element's size changes, which it does
 * whenever something comes or goes above it: asking at any other time would lay the page out in the middle of a drawing.
 */
export function useInset(element: RefObject<HTMLElement | null>): number {
  const [inset, setInset] = useState(0);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const observer = new ResizeObserver(() => {
      // Before this frame is painted, so that the text never stands in another place.
      flushSync(() => setInset(watched.offsetTop));
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return inset;
}
