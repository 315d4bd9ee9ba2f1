import { useState } from 'react';
import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import { Button } from '#kit/Button.tsx';
import { addBoundary, addPolicy, removeBoundary } from './documentCommands.ts';
import type { IdentityCard } from './identities.view.ts';
import { newPolicyName, policyNameProblem } from './identities.view.ts';
import { IdentityFacts } from './IdentityFacts.tsx';
import { InheritedRows } from './InheritedRows.tsx';
import { NameForm } from './NameForm.tsx';
import { OwnerCard } from './OwnerCard.tsx';
import { PolicyRowView } from './PolicyRowView.tsx';
import { counted } from '#kit/counted.ts';
import list from './listPane.module.css';

export interface IdentityCardViewProps {
  readonly app: App;
  readonly card: IdentityCard;
  readonly lit: ReadonlySet<TextId>;
}

type Naming = 'policy' | 'boundary' | null;

export function IdentityCardView({ app, card, lit }: IdentityCardViewProps) {
  const [naming, setNaming] = useState<Naming>(null);
  const { arn, name, kind, policies, boundary, inherited, takesBoundary } = card;
  const names = policies.map((policy) => policy.name);
  const open = (id: TextId) => app.preferences.getState().open('identities', id);
  return (
    <OwnerCard
      name={name}
      kind={kind}
      arn={arn}
      loses={lossOf(card)}
      onRemove={() => app.workspace.getState().removeIdentity(arn)}
    >
      <ul className={list.rows} aria-label={`Policies of ${name}`}>
        {policies.map((policy) => (
          <PolicyRowView
            key={policy.id}
            policy={policy}
            isLit={lit.has(policy.id)}
            onOpen={open}
            onRemove={() => app.workspace.getState().removeIdentityPolicy(arn, policy.name)}
          />
        ))}
        {inherited.map((group) => (
          <InheritedRows key={group.arn} app={app} inherited={group} lit={lit} />
        ))}
        {boundary !== null && (
          <PolicyRowView
            policy={boundary}
            kind="permissions boundary"
            isLit={lit.has(boundary.id)}
            onOpen={open}
            onRemove={() => removeBoundary(app, arn)}
          />
        )}
      </ul>
      {naming === null ? (
        <div className={list.actions}>
          <Button variant="quiet" size="dense" icon="add" onPress={() => setNaming('policy')}>
            Add policy
          </Button>
          {takesBoundary && boundary === null && (
            <Button variant="quiet" size="dense" icon="add" onPress={() => setNaming('boundary')}>
              Add permissions boundary
            </Button>
          )}
        </div>
      ) : (
        <NameForm
          key={naming}
          label={naming === 'policy' ? `Name of a new policy of ${name}` : `Name of the boundary of ${name}`}
          start={naming === 'policy' ? newPolicyName(names) : 'Boundary'}
          problemOf={(text) => policyNameProblem(text, naming === 'policy' ? names : [])}
          action="Add"
          onDone={(text) => (naming === 'policy' ? addPolicy(app, arn, text) : addBoundary(app, arn, text))}
          onCancel={() => setNaming(null)}
        />
      )}
      <IdentityFacts app={app} card={card} />
    </OwnerCard>
  );
}

function lossOf({ policies, boundary }: IdentityCard): string | null {
  const withText = policies.filter((policy) => policy.hasText).length;
  if (withText > 0) return `and its ${counted(withText, 'policy', 'policies')}`;
  return boundary === null ? null : 'and its boundary';
}
