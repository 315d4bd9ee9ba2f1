import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { DifferencePart, GeneralDifference } from '#engine/prove/questions/conditions.ts';
import { Button } from '#kit/Button.tsx';
import { RichText } from '#kit/RichText.tsx';
import { useWaited } from '#kit/useWaited.ts';
import { Working } from '#kit/Working.tsx';
import { ticked } from './compare.view.ts';
import { type ConditionsView, conditionsView } from './conditions.view.ts';
import { OpenInAsk } from './Findings.tsx';
import { useRoomContext } from './room.ts';
import { useNames } from './useNames.ts';
import styles from './DifferenceConditions.module.css';

/** Shows and hides which requests a difference is about, as general conditions; they are looked for when first wanted. */
export function useConditions(wanted: Pick<GeneralDifference, 'direction' | 'group'>, statement: string) {
  const { app } = useRoomContext();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const toggle = () => {
    if (!isOpen) app.proofs.getState().choose({ conditions: true });
    setIsOpen(!isOpen);
  };
  return {
    button: (
      <Button
        size="dense"
        icon={isOpen ? 'chevronDown' : 'chevronRight'}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`Which requests: ${statement}`}
        onPress={toggle}
      >
        Which requests
      </Button>
    ),
    conditions: (
      <div id={id} hidden={!isOpen}>
        {isOpen && <Conditions wanted={wanted} />}
      </div>
    ),
  };
}

function Conditions({ wanted }: { readonly wanted: Pick<GeneralDifference, 'direction' | 'group'> }) {
  const { app } = useRoomContext();
  const asked = useStore(app.proofs, (state) => state.proofs.conditions);
  const revision = useStore(app.proofs, (state) => state.revision);
  const view = conditionsView(asked, revision, wanted);
  return (
    <section className={styles.conditions} aria-label="Which requests" aria-busy={view.isGoing}>
      {view.difference !== null && (
        <ul className={styles.parts} data-stale={view.isStale}>
          {view.difference.parts.map((part, index) => (
            <Part key={index} part={part} isStale={view.isStale} />
          ))}
        </ul>
      )}
      <Ending view={view} />
    </section>
  );
}

interface PartProps {
  readonly part: DifferencePart;
  readonly isStale: boolean;
}

function Part({ part, isStale }: PartProps) {
  const names = useNames(isStale);
  const { sentence, facts, witness, after } = part;
  return (
    <li className={styles.part}>
      <p>
        <RichText phrase={names.readable(sentence)} />
      </p>
      {facts.map(({ text }) => (
        <p key={text} className={styles.note}>
          AWS never sends this: <RichText phrase={ticked(text)} />
        </p>
      ))}
      <div className={styles.evidence}>
        <OpenInAsk request={witness.request} level={after} />
      </div>
    </li>
  );
}

/** Whether that is all of it, or what is still going on. */
function Ending({ view }: { readonly view: ConditionsView }) {
  const { app } = useRoomContext();
  const { stop, tryLonger } = app.proofs.getState();
  const waited = useWaited(view.isGoing, 300);
  if (view.isGoing) {
    return (
      <p className={styles.ending}>
        {waited && <Working>Looking</Working>}
        {view.canStop && (
          <Button size="dense" icon="stop" onPress={stop}>
            Stop
          </Button>
        )}
      </p>
    );
  }
  return (
    <p className={styles.ending}>
      <span>{view.problem ?? view.covers}</span>
      {view.canTryLonger && (
        <Button size="dense" onPress={() => tryLonger('conditions')}>
          Try longer
        </Button>
      )}
    </p>
  );
}
