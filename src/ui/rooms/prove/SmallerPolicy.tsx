import { useStore } from 'zustand';
import type { Smaller } from '#engine/prove/questions/smallest.ts';
import { useAnnounce } from '#kit/Announcer.tsx';
import { Button } from '#kit/Button.tsx';
import { distinctStatements } from './answer.view.ts';
import { useRoomContext } from './room.ts';
import { Statements } from './Statements.tsx';
import { TextChanges } from './TextChanges.tsx';
import { textDiff } from './textDiff.ts';
import styles from './Answer.module.css';

/** A smaller policy as a change one can look at and make. */
export function SmallerPolicy({
  smaller,
  isStale,
}: {
  readonly smaller: Smaller;
  readonly isStale: boolean;
}) {
  const { app } = useRoomContext();
  const key = useStore(app.workspace, (state) => state.scenario.keys[0]);
  const announce = useAnnounce();
  if (key === undefined) return null;
  const { text, removed, parts } = smaller;
  const changed = distinctStatements([...removed, ...parts.map(({ statement }) => statement)]);
  const apply = () => {
    app.workspace.getState().setText(key.policy.id, text);
    announce('The smaller policy is in Write. Undo there takes it back.');
  };
  return (
    <>
      <Statements statements={changed} isStale={isStale} />
      {!isStale && (
        <TextChanges
          title="The change"
          hunks={textDiff(key.policy.text, text)}
          whenSame="The text is the same."
        />
      )}
      <div className={styles.evidence}>
        <Button size="dense" isDisabled={isStale} onPress={apply}>
          Apply
        </Button>
        <span className={styles.note}>
          Proved for the scenario as it is: a policy, account or grant that is added later may need what is
          left out.
        </span>
      </div>
    </>
  );
}
