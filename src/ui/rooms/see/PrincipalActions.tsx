import type { AccessPrincipal } from '#engine/access/table.ts';
import { notOnePrincipal } from './ask.view.ts';
import { ReasonList } from './ReasonList.tsx';
import styles from './PrincipalActions.module.css';

/** A principal's row unfolded: every action, group by group. */
export function PrincipalActions({ principal }: { readonly principal: AccessPrincipal }) {
  return (
    <div className={styles.groups}>
      {principal.ask === null && <p className={styles.note}>{notOnePrincipal(principal)}</p>}
      {principal.cells.map((cell) => (
        <section key={cell.group} aria-label={`${principal.label}, ${cell.group}`}>
          <h3 className={styles.title}>{cell.group}</h3>
          <ReasonList principal={principal} actions={cell.actions} />
        </section>
      ))}
    </div>
  );
}
