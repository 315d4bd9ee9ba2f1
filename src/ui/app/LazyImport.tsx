import { lazy } from 'react';
import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { DialogBoundary } from './DialogBoundary.tsx';

const ImportDialog = lazy(async () => ({
  default: (await import('#rooms/import/ImportDialog.tsx')).ImportDialog,
}));

/** Import, while it is open. */
export function LazyImport({ app }: { readonly app: App }) {
  const isWanted = useStore(app.importing, ({ isOpen }) => isOpen);
  if (!isWanted) return null;
  return (
    <DialogBoundary title="Import" onClose={() => app.importing.getState().close()}>
      <ImportDialog app={app} />
    </DialogBoundary>
  );
}
