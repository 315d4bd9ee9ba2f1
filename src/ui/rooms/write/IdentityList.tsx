import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { EmptyState } from '#kit/EmptyState.tsx';
import { AddIdentity } from './AddIdentity.tsx';
import { IdentityCardView } from './IdentityCardView.tsx';
import { identityCards } from './identities.view.ts';
import styles from './IdentityList.module.css';

/** The users, roles and groups whose IAM policies are known. */
export function IdentityList({ app }: { readonly app: App }) {
  const scenario = useStore(app.workspace, (state) => state.scenario);
  const study = useStore(app.results, (state) => state.reply);
  const cards = useMemo(() => identityCards(scenario, study), [scenario, study]);
  return (
    <div className={styles.pane}>
      {cards.length === 0 ? (
        <EmptyState title="No IAM policies yet.">
          Without them, whatever the key policy leaves to IAM stays open: See shows it as <em>Depends</em>.
          Add the user, role or group whose policies you know.
        </EmptyState>
      ) : (
        <ul className={styles.list} aria-label="Identities">
          {cards.map((card) => (
            <li key={card.arn}>
              <IdentityCardView app={app} card={card} />
            </li>
          ))}
        </ul>
      )}
      <AddIdentity app={app} present={cards.map(({ arn }) => arn)} />
    </div>
  );
}
