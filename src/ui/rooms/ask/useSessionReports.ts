import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { DocumentReport } from '#engine/study.ts';
import type { App } from '#state/app.ts';

/** What the engine made of the request's session policies; the same object until that changes, for most requests forever. */
export function useSessionReports(app: App): readonly DocumentReport[] {
  const text = useStore(app.results, ({ reply }) =>
    JSON.stringify((reply?.documents ?? []).filter(({ kind }) => kind === 'session')),
  );
  return useMemo((): readonly DocumentReport[] => JSON.parse(text), [text]);
}
