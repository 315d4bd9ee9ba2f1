import { Suspense, lazy } from 'react';
import { Dialog } from '#kit/Dialog.tsx';

/** The pages are fetched when the first of them is read. */
const RulePageText = lazy(async () => ({ default: (await import('./RulePageText.tsx')).RulePageText }));

export interface RulePageDialogProps {
  readonly rule: string;
  readonly code: string;
  readonly onClose: () => void;
}

/** What a rule is about: what to avoid, what to write instead, why, and where AWS says so. */
export function RulePageDialog({ rule, code, onClose }: RulePageDialogProps) {
  return (
    <Dialog title={code} isOpen onClose={onClose} size="large">
      <Suspense fallback={null}>
        <RulePageText rule={rule} />
      </Suspense>
    </Dialog>
  );
}
