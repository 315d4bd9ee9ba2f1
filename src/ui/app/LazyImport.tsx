import { Component, lazy, type ReactNode, Suspense } from 'react';
import { useStore } from 'zustand';
import { Dialog } from '#kit/Dialog.tsx';
import type { App } from '#state/app.ts';

const ImportDialog = lazy(async () => ({
  default: (await import('#rooms/import/ImportDialog.tsx')).ImportDialog,
}));

/** Import, fetched when it is first wanted. */
export function LazyImport({ app }: { readonly app: App }) {
  const isWanted = useStore(app.importing, ({ isOpen }) => isOpen);
  if (!isWanted) return null;
  return (
    <ImportBoundary onClose={() => app.importing.getState().close()}>
      <Suspense fallback={null}>
        <ImportDialog app={app} />
      </Suspense>
    </ImportBoundary>
  );
}

interface BoundaryProps {
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** Everything else works without Import. */
class ImportBoundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Dialog title="Import" isOpen onClose={this.props.onClose} size="small">
        Import could not be fetched. Reload the page to try again. Your text is safe.
      </Dialog>
    );
  }
}
