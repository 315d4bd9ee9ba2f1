import { useStore } from 'zustand';
import { Icon } from '#kit/Icon.tsx';
import { RichText } from '#kit/RichText.tsx';
import { VerdictMark } from '#kit/VerdictMark.tsx';
import type { App } from '#state/app.ts';
import { nothingChanges, policyChangeRows } from './policyChange.view.ts';
import styles from './PolicyChangeList.module.css';

/** For a PutKeyPolicy: who gains and loses what under the new policy, and whether KMS would take it. */
export function PolicyChangeList({ app }: { readonly app: App }) {
  const change = useStore(app.whatIf, (state) => state.whatIf?.policyChange ?? null);
  if (change === null) return null;
  const { rows, more } = policyChangeRows(change);
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>What the new policy would do</h3>
      <p className={styles.lockout}>
        <Icon name={change.lockout.outcome === 'passed' ? 'check' : 'warning'} />
        <span>
          <RichText phrase={change.lockout.text} />
        </span>
      </p>
      {rows.length === 0 && <p>{nothingChanges}</p>}
      <ul className={styles.list}>
        {rows.map(({ becomes, text }, index) => (
          <li key={index} className={styles.row}>
            <VerdictMark kind={becomes} />
            <span>
              <RichText phrase={text} />
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.more}>And {more} more changes.</p>}
    </section>
  );
}
