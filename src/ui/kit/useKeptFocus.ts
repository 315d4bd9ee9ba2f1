import { useCallback, useEffect, useRef } from 'react';
import { watchLayout } from './useLayout.ts';

/**
 * Moving a pane between columns takes focus from what is inside without telling it. So it is told before: what has
 * focus lets go when the layout is about to change. The returned function gives focus back, to be called once the
 * panes stand in their new places. Call this before `useLayout`: whoever listens first is told first.
 */
export function useKeptFocus(): () => void {
  const kept = useRef<HTMLElement | null>(null);
  useEffect(
    () =>
      watchLayout(() => {
        if (!(document.activeElement instanceof HTMLElement)) return;
        kept.current = document.activeElement;
        kept.current.blur();
      }),
    [],
  );
  return useCallback(() => {
    const element = kept.current;
    kept.current = null;
    if (element?.isConnected === true && element.checkVisibility()) element.focus({ preventScroll: true });
  }, []);
}
