import { useState } from 'react';
import { useStore } from 'zustand';
import { ComboBox } from '#kit/ComboBox.tsx';
import { TextField } from '#kit/TextField.tsx';
import { organizationOf } from '#state/questions.ts';
import { actionOptions, listedValues, organizationProblem, organizationsIn } from './fields.view.ts';
import { useRoomContext } from './room.ts';
import styles from './QuestionFields.module.css';

/** The organization that is meant. */
export function OrganizationField() {
  const { app, scenario } = useRoomContext();
  const choices = useStore(app.proofs, (state) => state.choices);
  const [text, setText] = useState(organizationOf(scenario, choices));
  const problem = organizationProblem(text);
  return (
    <div className={styles.field}>
      <ComboBox
        label="Organization"
        value={text}
        onChange={setText}
        onCommit={(organization) => {
          if (organizationProblem(organization) === null)
            app.proofs.getState().choose({ organization: organization.trim() });
        }}
        options={organizationsIn(scenario)}
        {...(problem === null ? {} : { error: problem })}
      />
    </div>
  );
}

/** The action of "who can". */
export function ActionField() {
  const { app } = useRoomContext();
  const action = useStore(app.proofs, (state) => state.choices.action);
  const operations = useStore(app.results, (state) => state.study?.suggestions.operations);
  const [text, setText] = useState(action);
  const [shown, setShown] = useState(action);
  // The address may name another action.
  if (shown !== action) {
    setShown(action);
    setText(action);
  }
  const commit = (value: string) => {
    app.proofs.getState().choose({ action: value.trim() });
    app.address.getState().goTo({ room: 'prove', question: 'who-can', subject: value.trim() });
  };
  return (
    <div className={styles.field}>
      <ComboBox
        label="Action"
        value={text}
        onChange={setText}
        onCommit={commit}
        options={actionOptions(operations ?? [])}
      />
    </div>
  );
}

interface ActionsFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** A list of actions or principals as a policy writes them. Asked again when one is done with the field. */
export function ActionsField({ label, hint, values, onChange }: ActionsFieldProps) {
  const [text, setText] = useState(values.join(', '));
  const commit = () => {
    const next = listedValues(text);
    if (next.join() !== values.join()) onChange(next);
  };
  return (
    <div onBlur={commit}>
      <TextField
        label={label}
        value={text}
        onChange={setText}
        isMono
        description={hint ?? 'Separated by commas; * stands for any characters.'}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </div>
  );
}
