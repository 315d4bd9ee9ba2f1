import { useStore } from 'zustand';
import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import { EMPTY_POLICY } from '#state/policyTexts.ts';
import { withoutResource, withResourceChanged, withResourcePolicy } from '#state/resourceEdits.ts';
import type { FieldChange } from '#state/withFields.ts';
import type { ScenarioResource } from '#engine/scenario/scenario.ts';
import { Button } from '#kit/Button.tsx';
import { Checkbox } from '#kit/Checkbox.tsx';
import { Select } from '#kit/Select.tsx';
import { Details } from './Details.tsx';
import { DraftField } from './DraftField.tsx';
import { OwnerCard } from './OwnerCard.tsx';
import { PolicyRowView } from './PolicyRowView.tsx';
import { encryptionChoices, NO_KEY, ownerProblem, resourceArnProblem } from './resources.view.ts';
import type { ResourceCard } from './resources.view.ts';
import list from './listPane.module.css';

export interface ResourceCardViewProps {
  readonly app: App;
  readonly card: ResourceCard;
  readonly others: readonly string[];
  readonly lit: ReadonlySet<TextId>;
}

export function ResourceCardView({ app, card, others, lit }: ResourceCardViewProps) {
  const { arn, kind, policy, details, isS3 } = card;
  const { edit } = app.workspace.getState();
  const open = (text: TextId) => app.preferences.getState().open('resources', text);
  const write = () => {
    edit((scenario) => withResourcePolicy(scenario, arn, EMPTY_POLICY));
    const { resources } = app.workspace.getState().scenario;
    const added = resources.find((resource) => resource.arn === arn)?.policy;
    if (added !== undefined) open(added.id);
  };
  return (
    <OwnerCard
      name={arn}
      kind={kind}
      loses={policy?.hasText === true ? 'and its policy' : null}
      onRemove={() => edit((scenario) => withoutResource(scenario, arn))}
    >
      <ul className={list.rows} aria-label={`Policy of ${arn}`}>
        {policy === null ? (
          <li className={list.line}>
            No {isS3 ? 'bucket' : 'resource'} policy.
            <Button variant="quiet" size="dense" icon="write" onPress={write}>
              Write a policy
            </Button>
          </li>
        ) : (
          <PolicyRowView
            policy={policy}
            isLit={lit.has(policy.id)}
            onOpen={open}
            onRemove={() => edit((scenario) => withResourcePolicy(scenario, arn, null))}
          />
        )}
      </ul>
      <Details summary={details}>{() => <Fields app={app} card={card} others={others} />}</Details>
    </OwnerCard>
  );
}

function Fields({ app, card, others }: Omit<ResourceCardViewProps, 'lit'>) {
  const { arn, account, kmsKey, bucketKey, isS3 } = card;
  const scenario = useStore(app.workspace, (state) => state.scenario);
  const change = (facts: FieldChange<ScenarioResource>) =>
    app.workspace.getState().edit((before) => withResourceChanged(before, arn, facts));
  return (
    <>
      <DraftField
        label="ARN"
        value={arn}
        problemOf={(text) => resourceArnProblem(text, others)}
        onChange={(text) => change({ arn: text })}
        description="An asterisk stands for any characters: bucket/* means all objects."
      />
      <DraftField
        label="Account that owns it"
        value={account}
        problemOf={ownerProblem}
        onChange={(text) => change({ account: text === '' ? undefined : text })}
        placeholder="111122223333"
        description="The ARN of a bucket does not say it."
      />
      <Select
        label="Encrypted under"
        options={encryptionChoices(scenario, kmsKey)}
        value={kmsKey === '' ? NO_KEY : kmsKey}
        onChange={(id) =>
          change({
            encryption: id === NO_KEY ? undefined : { kmsKey: id, ...(bucketKey && { bucketKey }) },
          })
        }
      />
      {isS3 && kmsKey !== '' && (
        <Checkbox
          isSelected={bucketKey}
          onChange={(isOn) => change({ encryption: { kmsKey, ...(isOn && { bucketKey: true }) } })}
        >
          S3 Bucket Key: the encryption context is the bucket’s ARN
        </Checkbox>
      )}
    </>
  );
}
