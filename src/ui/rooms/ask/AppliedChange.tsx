import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '#kit/Button.tsx';
import { useAnnounce } from '#kit/Announcer.tsx';
import type { App } from '#state/app.ts';
import styles from './AppliedChange.module.css';

/** The change that was applied last, with its way back, until something else changes. */
export function AppliedChange({ app }: { readonly app: App }) {
  const { applied, undo } = useStore(app.changes);
  const announce = useAnnounce();
  const button = useRef<HTMLButtonElement>(null);
  const revision = applied?.revision;
  // The button that was pressed is gone: the keyboard goes on at the way back.
  useEffect(() => button.current?.focus({ preventScroll: true }), [revision]);
  if (applied?.from !== 'ask') return null;
  const takeBack = () => {
    undo();
    announce('The change is taken back');
  };
  return (
    <p className={styles.applied}>
      <span>Applied: {applied.sentence}</span>
      <Button
        size="dense"
        icon="undo"
        ref={button}
        aria-label={`Undo: ${applied.sentence}`}
        onPress={takeBack}
      >
        Undo
      </Button>
    </p>
  );
}
