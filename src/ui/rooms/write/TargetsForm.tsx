import { useStore } from 'zustand';
import type { OrganizationPolicy } from '#engine/scenario/scenario.ts';
import type { App } from '#state/app.ts';
import { knownTargets, withOrganizationPolicyChanged } from '#state/organizationEdits.ts';
import type { OrganizationPolicyType } from '#state/organizationEdits.ts';
import { Checkbox } from '#kit/Checkbox.tsx';
import { Code } from '#kit/Code.tsx';
import { Select } from '#kit/Select.tsx';
import { AddByName } from './AddByName.tsx';
import { Details } from './Details.tsx';
import { levelKind, targetProblem, targetWords } from './organization.view.ts';
import { setAttached } from './organizationCommands.ts';
import styles from './TargetsForm.module.css';

const types = [
  { id: 'SERVICE_CONTROL_POLICY', text: 'Service control policy', secondary: 'bears on callers' },
  { id: 'RESOURCE_CONTROL_POLICY', text: 'Resource control policy', secondary: 'bears on keys' },
] as const;

export interface TargetsFormProps {
  readonly app: App;
  readonly policy: OrganizationPolicy;
}

/** Which kind of organization policy it is, and what it is attached to. */
export function TargetsForm({ app, policy }: TargetsFormProps) {
  const scenario = useStore(app.workspace, (state) => state.scenario);
  const { type, targets, document } = policy;
  const offered = [...new Set([...knownTargets(scenario), ...targets])];
  const names = new Map(scenario.accounts.map((account) => [account.id, account.name]));
  const setType = (next: OrganizationPolicyType) =>
    app.workspace
      .getState()
      .edit((before) => withOrganizationPolicyChanged(before, document.id, { type: next }));
  return (
    <div className={styles.bar}>
      <Details label="Targets" summary={targetWords(targets)}>
        {() => (
          <>
            <Select
              label="Type"
              options={types}
              value={type}
              onChange={(id) => setType(types.find((each) => each.id === id)?.id ?? type)}
            />
            <fieldset className={styles.targets}>
              <legend className={styles.legend}>Attached to</legend>
              {offered.map((target) => (
                <Checkbox
                  key={target}
                  isSelected={targets.includes(target)}
                  onChange={(isOn) => setAttached(app, document.id, target, isOn)}
                >
                  <Code>{target}</Code>{' '}
                  <span className={styles.kind}>{names.get(target) ?? levelKind(target)}</span>
                </Checkbox>
              ))}
            </fieldset>
            <div className={styles.add}>
              <AddByName
                label="Another target"
                action="Attach"
                placeholder="ou-ab12-11111111"
                problemOf={(id) => targetProblem(id, offered)}
                onAdd={(id) => setAttached(app, document.id, id, true)}
              />
            </div>
          </>
        )}
      </Details>
    </div>
  );
}
