import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { EmptyState } from '#kit/EmptyState.tsx';
import { AddByName } from './AddByName.tsx';
import { IdentityCardView } from './IdentityCardView.tsx';
import { identityArnProblem, identityCards, sessionCard } from './identities.view.ts';
import { SessionCardView } from './SessionCardView.tsx';
import { useLitTexts } from './useLitTexts.ts';
import list from './listPane.module.css';

/** The users, roles and groups whose IAM policies are known. */
export function IdentityList({ app }: { readonly app: App }) {
  const scenario = useStore(app.workspace, (state) => state.scenario);
  const request = useStore(app.workspace, (state) => state.request);
  const study = useStore(app.results, (state) => state.reply);
  const lit = useLitTexts(app);
  const cards = useMemo(() => identityCards(scenario, study), [scenario, study]);
  const session = useMemo(() => sessionCard(request, study), [request, study]);
  const present = cards.map(({ arn }) => arn);
  return (
    <div className={list.pane}>
      {cards.length === 0 ? (
        <EmptyState title="No IAM policies yet.">
          Without them, whatever the key policy leaves to IAM stays open: See shows it as <em>Depends</em>.
          Add the user, role or group whose policies you know.
        </EmptyState>
      ) : (
        <ul className={list.cards} aria-label="Identities">
          {cards.map((card) => (
            <li key={card.arn}>
              <IdentityCardView app={app} card={card} lit={lit} />
            </li>
          ))}
        </ul>
      )}
      <AddByName
        label="ARN of a user, role or group"
        action="Add identity"
        placeholder="arn:aws:iam::111122223333:role/OrdersApp"
        problemOf={(arn) => identityArnProblem(arn, present)}
        onAdd={(arn) => app.workspace.getState().addIdentity({ arn })}
      />
      {session !== null && (
        <div className={list.cards}>
          <SessionCardView app={app} card={session} lit={lit} />
        </div>
      )}
    </div>
  );
}
