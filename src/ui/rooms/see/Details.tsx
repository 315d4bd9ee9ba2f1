import { useEffect, useId } from 'react';
import type { AccessPrincipal, GroupCell } from '#engine/access/table.ts';
import { IconButton } from '#kit/IconButton.tsx';
import { VerdictMark } from '#kit/VerdictMark.tsx';
import { AskAboutThis } from './AskAboutThis.tsx';
import { useBench } from './bench.ts';
import { MemberList } from './MemberList.tsx';
import { cellOf, entryOf } from './pointing.view.ts';
import { ReasonList } from './ReasonList.tsx';
import { cellSentence, valueMark } from './words.view.ts';
import styles from './Details.module.css';

/** The pair someone pressed, as long as it exists. */
export function Details() {
  const { opened, graph } = useBench();
  const entry = entryOf(graph, opened?.principal ?? null);
  const group = opened?.group ?? null;
  const cell = entry === null || group === null ? null : cellOf(entry, group);
  if (entry === null || cell === null) return null;
  return <DetailsOf label={entry.label} members={entry.members} cell={cell} />;
}

interface DetailsOfProps {
  readonly label: string;
  readonly members: readonly AccessPrincipal[];
  readonly cell: GroupCell;
}

/** What one principal (or several of a fold) can do of one group: the exact actions, why, and through which statements. */
function DetailsOf({ label, members, cell }: DetailsOfProps) {
  const { close } = useBench();
  const id = useId();
  const [member, ...others] = members;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [close]);

  return (
    <section className={styles.details} aria-labelledby={id}>
      <header className={styles.header}>
        <VerdictMark kind={valueMark[cell.value]} size={20} />
        <div className={styles.title}>
          <h3 id={id}>
            {label}: {cell.group}
          </h3>
          <p className={styles.sentence}>{cellSentence(cell)}</p>
        </div>
        <IconButton icon="close" label="Close the list" shortcut="Esc" size="dense" onPress={close} />
      </header>
      <div className={styles.list}>
        {others.length > 0 && <MemberList members={members} group={cell.group} />}
        {others.length === 0 && member !== undefined && (
          <>
            <AskAboutThis principal={member} cell={cell} />
            <ReasonList principal={member} actions={cell.actions} />
          </>
        )}
      </div>
    </section>
  );
}
