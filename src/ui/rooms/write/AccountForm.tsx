import { useState } from 'react';
import { useStore } from 'zustand';
import type { AccountFacts } from '#engine/scenario/scenario.ts';
import type { App } from '#state/app.ts';
import { withAccountChanged, withoutAccount } from '#state/organizationEdits.ts';
import type { FieldChange } from '#state/withFields.ts';
import { Button } from '#kit/Button.tsx';
import { Checkbox } from '#kit/Checkbox.tsx';
import { TextField } from '#kit/TextField.tsx';
import { DraftField } from './DraftField.tsx';
import { accountIdProblem, organizationIdProblem, pathStepProblem } from './organization.view.ts';
import { TextRows } from './TextRows.tsx';
import { useRows } from './useRows.ts';
import styles from './AccountForm.module.css';

const nowhere: readonly string[] = [];

/** The facts of an account: who it is, and where it stands in its organization. */
export function AccountForm({ app, account }: { readonly app: App; readonly account: AccountFacts }) {
  const { id, name = '', organization = '', path = nowhere, managementAccount = false } = account;
  const accounts = useStore(app.workspace, ({ scenario }) => scenario.accounts);
  const others = accounts.map((each) => each.id).filter((each) => each !== id);
  const { edit } = app.workspace.getState();
  const [isAsking, setAsking] = useState(false);
  const change = (facts: FieldChange<AccountFacts>) =>
    edit((scenario) => withAccountChanged(scenario, id, facts));
  const [steps, setSteps] = useRows(
    path,
    (value) => value,
    (rows) => rightSteps(rows),
    (value) => change({ path: value.length === 0 ? undefined : value }),
  );
  return (
    <fieldset className={styles.form} aria-label={`Account ${id}`}>
      <div className={styles.pair}>
        <DraftField
          label="Account id"
          value={id}
          problemOf={(text) => accountIdProblem(text, others)}
          onChange={(text) => change({ id: text })}
        />
        <TextField
          label="Name"
          value={name}
          onChange={(text) => change({ name: text === '' ? undefined : text })}
          placeholder="payments"
        />
      </div>
      <DraftField
        label="Organization id"
        value={organization}
        problemOf={organizationIdProblem}
        onChange={(text) => change({ organization: text === '' ? undefined : text })}
        placeholder="o-a1b2c3d4e5"
        description="For aws:PrincipalOrgID and aws:ResourceOrgID."
      />
      <TextRows
        label="Path from the root down to the account’s parent"
        rowLabel="Level"
        addLabel={steps.length === 0 ? 'Add the root' : 'Add an OU'}
        rows={steps}
        onChange={setSteps}
        problemOf={(step, at) => pathStepProblem(step, steps, at)}
        placeholder={steps.length < 2 ? 'r-ab12' : 'ou-ab12-11111111'}
      />
      <div className={styles.end}>
        <Checkbox
          isSelected={managementAccount}
          onChange={(isOn) => change({ managementAccount: isOn || undefined })}
        >
          Management account of the organization
        </Checkbox>
        {isAsking ? (
          <span className={styles.asking}>
            <Button size="dense" onPress={() => edit((scenario) => withoutAccount(scenario, id))}>
              Remove
            </Button>
            <Button size="dense" variant="primary" onPress={() => setAsking(false)}>
              Keep
            </Button>
          </span>
        ) : (
          <Button size="dense" variant="quiet" icon="remove" onPress={() => setAsking(true)}>
            Remove account
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** The steps of a path up to the first that is not right yet. */
function rightSteps(rows: readonly string[]): readonly string[] {
  const wrong = rows.findIndex((row, at) => row === '' || pathStepProblem(row, rows, at) !== null);
  return wrong < 0 ? rows : rows.slice(0, wrong);
}
