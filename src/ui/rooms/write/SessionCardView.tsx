import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import { Button } from '#kit/Button.tsx';
import { addSessionPolicy, removeSessionPolicy } from './documentCommands.ts';
import type { SessionCard } from './identities.view.ts';
import { OwnerCard } from './OwnerCard.tsx';
import { PolicyRowView } from './PolicyRowView.tsx';
import list from './listPane.module.css';

export interface SessionCardViewProps {
  readonly app: App;
  readonly card: SessionCard;
  readonly lit: ReadonlySet<TextId>;
}

/** The session policies passed with the request that is asked. */
export function SessionCardView({ app, card, lit }: SessionCardViewProps) {
  const { name, policies } = card;
  return (
    <OwnerCard
      name={name}
      kind="Session of the request being asked. Its policies only narrow what the identity may do."
      loses={null}
    >
      <ul className={list.rows} aria-label="Session policies">
        {policies.map((policy) => (
          <PolicyRowView
            key={policy.id}
            policy={policy}
            isLit={lit.has(policy.id)}
            onOpen={(id) => app.preferences.getState().open('identities', id)}
            onRemove={() => removeSessionPolicy(app, policy.id)}
          />
        ))}
      </ul>
      <div className={list.actions}>
        <Button variant="quiet" size="dense" icon="add" onPress={() => addSessionPolicy(app)}>
          Add session policy
        </Button>
      </div>
    </OwnerCard>
  );
}
