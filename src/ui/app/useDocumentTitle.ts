import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { App } from '#state/app.ts';

const words = { allowed: 'Allowed', explicitDeny: 'Denied', implicitDeny: 'Denied' } as const;

/** Keeps the browser's title at decision and scenario: "Denied · orders-key · Keyway". */
export function useDocumentTitle(app: App): void {
  const title = useStore(app.workspace, (state) => state.scenario.title);
  const decision = useStore(app.results, (state) => state.reply?.answer?.decision);
  useEffect(() => {
    const parts = [decision === undefined ? undefined : words[decision], title, 'Keyway'];
    document.title = parts.filter((part) => part !== undefined && part !== '').join(' · ');
  }, [decision, title]);
}
