import { useMemo } from 'react';
import { useStore } from 'zustand';
import { Button } from '#kit/Button.tsx';
import { Dialog } from '#kit/Dialog.tsx';
import type { App } from '#state/app.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportText } from './ImportText.tsx';
import { buttonWords } from './import.view.ts';

/** One import for everything: a text or file, what it was recognised as, and what would go where. */
export function ImportDialog({ app }: { readonly app: App }) {
  const state = useStore(app.importing);
  const workspace = useStore(app.workspace);
  const { isOpen, read, answers, excluded, targets, close, back, apply } = state;
  const plan = useMemo(
    () => app.importing.getState().plan(),
    // eslint-disable-next-line react/exhaustive-deps -- the plan follows from all of these
    [app, workspace, read, answers, excluded, targets],
  );
  const isShown = read !== null && plan !== null;
  const footer = isShown && (
    <>
      <Button onPress={back}>Back</Button>
      <Button variant="primary" icon="import" isDisabled={plan.step === null} onPress={apply}>
        {buttonWords(plan)}
      </Button>
    </>
  );
  return (
    <Dialog title="Import" isOpen={isOpen} onClose={close} size="large" {...(footer !== false && { footer })}>
      {isShown ? <ImportPreview app={app} imported={read} plan={plan} /> : <ImportText app={app} />}
    </Dialog>
  );
}
