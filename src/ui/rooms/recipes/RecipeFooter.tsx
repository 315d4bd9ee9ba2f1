import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { Button } from '#kit/Button.tsx';
import styles from './RecipeFooter.module.css';

/** Back to the list, and on to the documents. */
export function RecipeFooter({ app }: { readonly app: App }) {
  const { preview, isCurrent, choose, apply } = useStore(app.recipes);
  const isDone = preview?.kind === 'ready' && preview.edits.length === 0;
  return (
    <>
      <span className={styles.back}>
        <Button variant="quiet" onPress={() => choose(null)}>
          ‹ All recipes
        </Button>
      </span>
      {isDone && <span className={styles.done}>Everything of it is there already.</span>}
      <Button
        variant="primary"
        isDisabled={!isCurrent || preview?.kind !== 'ready' || isDone}
        onPress={apply}
      >
        Apply
      </Button>
    </>
  );
}
