import { Component, type ReactNode, Suspense } from 'react';
import { Dialog } from '#kit/Dialog.tsx';

interface BoundaryProps {
  /** "Import". */
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A dialog that is fetched when it is wanted. Says so where it cannot be: everything else works without it. */
export class DialogBoundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    const { title, children, onClose } = this.props;
    if (!this.state.hasFailed) return <Suspense fallback={null}>{children}</Suspense>;
    return (
      <Dialog title={title} isOpen onClose={onClose} size="small">
        {title} could not be fetched. Reload the page to try again. Your text is safe.
      </Dialog>
    );
  }
}
