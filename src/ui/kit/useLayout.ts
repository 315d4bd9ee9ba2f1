import { useSyncExternalStore } from 'react';

/** What fits: three panes, two, or one with a thumb bar. */
export type Layout = 'wide' | 'medium' | 'narrow';

const wideFrom = '(min-width: 1200px)';
const mediumFrom = '(min-width: 720px)';

export function useLayout(): Layout {
  return useSyncExternalStore(watchLayout, currentLayout);
}

function currentLayout(): Layout {
  if (matchMedia(wideFrom).matches) return 'wide';
  return matchMedia(mediumFrom).matches ? 'medium' : 'narrow';
}

/** Calls back when another layout begins to fit; returns how to stop. */
export function watchLayout(onChange: () => void): () => void {
  const queries = [matchMedia(wideFrom), matchMedia(mediumFrom)];
  for (const query of queries) query.addEventListener('change', onChange);
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange);
  };
}
