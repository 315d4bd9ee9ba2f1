import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Moves the keyboard to a place inside an element once a wish for it arrives and the place is there. `wish` changes with
 * every wish and is null for none.
 */
export function useFocusTarget<E extends HTMLElement = HTMLDivElement>(
  wish: number | null,
  selector: string,
): RefObject<E | null> {
  const root = useRef<E>(null);
  const done = useRef<number | null>(null);
  useEffect(() => {
    if (wish === null || done.current === wish) return;
    const place = root.current?.querySelector<HTMLElement>(selector);
    if (place === null || place === undefined) return;
    done.current = wish;
    place.focus();
    place.scrollIntoView({ block: 'nearest' });
  });
  return root;
}
