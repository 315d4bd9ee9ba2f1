import { useId, useState } from 'react';
import type { App } from '#state/app.ts';
import { Button } from '#kit/Button.tsx';
import { Code } from '#kit/Code.tsx';
import { IconButton } from '#kit/IconButton.tsx';
import { AskRemoval } from './AskRemoval.tsx';
import { addPolicy } from './documentCommands.ts';
import type { IdentityCard } from './identities.view.ts';
import { newPolicyName } from './identities.view.ts';
import { IdentityFacts } from './IdentityFacts.tsx';
import { PolicyNameForm } from './PolicyNameForm.tsx';
import { PolicyRowView } from './PolicyRowView.tsx';
import { counted } from './write.view.ts';
import styles from './IdentityCardView.module.css';

export interface IdentityCardViewProps {
  readonly app: App;
  readonly card: IdentityCard;
}

type Asking = 'removal' | 'policyName' | null;

export function IdentityCardView({ app, card }: IdentityCardViewProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const heading = useId();
  const { arn, name, kind, policies, boundary } = card;
  const withText = policies.filter((policy) => policy.hasText).length;
  const remove = () => app.workspace.getState().removeIdentity(arn);
  return (
    <article className={styles.card} aria-labelledby={heading}>
      <header className={styles.head}>
        <div className={styles.names}>
          <h3 id={heading}>{name}</h3>
          <p className={styles.kind}>{kind}</p>
          <p className={styles.arn}>
            <Code>{arn}</Code>
          </p>
        </div>
        <IconButton
          icon="remove"
          label={`Remove ${name}`}
          onPress={() => (withText === 0 && boundary === null ? remove() : setAsking('removal'))}
        />
      </header>
      {asking === 'removal' && (
        <AskRemoval
          name={name}
          loses={withText > 0 ? `and its ${counted(withText, 'policy', 'policies')}` : 'and its boundary'}
          onRemove={remove}
          onKeep={() => setAsking(null)}
        />
      )}
      <ul className={styles.policies} aria-label={`Policies of ${name}`}>
        {policies.map((policy) => (
          <PolicyRowView key={policy.id} app={app} arn={arn} policy={policy} />
        ))}
        {boundary !== null && <PolicyRowView app={app} arn={arn} policy={boundary} isBoundary />}
      </ul>
      {asking === 'policyName' ? (
        <PolicyNameForm
          label={`Name of a new policy of ${name}`}
          start={newPolicyName(policies.map((policy) => policy.name))}
          present={policies.map((policy) => policy.name)}
          action="Add"
          onDone={(policyName) => addPolicy(app, arn, policyName)}
          onCancel={() => setAsking(null)}
        />
      ) : (
        <div>
          <Button variant="quiet" size="dense" icon="add" onPress={() => setAsking('policyName')}>
            Add policy
          </Button>
        </div>
      )}
      <IdentityFacts app={app} card={card} />
    </article>
  );
}
