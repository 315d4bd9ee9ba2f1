import { lazy } from 'react';
import type { App } from '#state/app.ts';
import { DialogBoundary } from './DialogBoundary.tsx';
import { downloadScenario, saveFile } from './download.ts';

const ExportDialog = lazy(async () => ({
  default: (await import('#rooms/export/ExportDialog.tsx')).ExportDialog,
}));

/** Export, while it is open. */
export function LazyExport({ app, onClose }: { readonly app: App; readonly onClose: () => void }) {
  return (
    <DialogBoundary title="Export" onClose={onClose}>
      <ExportDialog app={app} onClose={onClose} save={saveFile} saveScenario={() => downloadScenario(app)} />
    </DialogBoundary>
  );
}
