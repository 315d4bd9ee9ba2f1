import type { App } from '#state/app.ts';
import type { Problem } from '#state/problems.ts';
import { withoutSuppression } from '#state/suppressionEdits.ts';
import { WordButton } from '#kit/WordButton.tsx';
import styles from './ProblemItem.module.css';

/** What of a problem is open below it, or above the page. */
export type Opened = 'fixes' | 'reason' | 'page' | null;

export interface ProblemActionsProps {
  /** Of the element that says what the problem is. */
  readonly id: string;
  readonly app: App;
  readonly problem: Problem;
  readonly opened: Opened;
  readonly onOpen: (what: Opened) => void;
  readonly onDone: () => void;
}

/** What can be done about a problem, as words beside it. */
export function ProblemActions({ id, app, problem, opened, onOpen, onDone }: ProblemActionsProps) {
  const { code, about, fixes, rule, suppressed } = problem;
  const toggle = (what: 'fixes' | 'reason', words: string) => (
    <WordButton
      aria-expanded={opened === what}
      aria-describedby={id}
      onPress={() => onOpen(opened === what ? null : what)}
    >
      {words}
    </WordButton>
  );
  const press = (words: string, onPress: () => void) => (
    <WordButton aria-describedby={id} onPress={onPress}>
      {words}
    </WordButton>
  );
  const showAgain = (of: string) => {
    onDone();
    app.workspace.getState().edit((scenario) => withoutSuppression(scenario, { code, about: of }));
  };
  const isOpen = suppressed === undefined;
  return (
    <div className={styles.actions}>
      {isOpen && fixes.length > 0 && toggle('fixes', 'Fix')}
      {rule !== null && rule !== '' && press('Why', () => onOpen('page'))}
      {about !== null &&
        (isOpen ? toggle('reason', 'Suppress') : press('Show again', () => showAgain(about)))}
    </div>
  );
}
