import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Suggestions } from '#engine/study.ts';
import { Button } from '#kit/Button.tsx';
import { Code } from '#kit/Code.tsx';
import { ParameterField } from './ParameterField.tsx';
import { otherParameters, strayParameters, textOfParameter } from './parameterForms.ts';
import { withParameter } from './requestEdits.ts';
import type { RequestEdit } from './requestEdits.ts';
import styles from './RequestDetails.module.css';

export interface ParameterFieldsProps {
  readonly request: ScenarioRequest;
  readonly suggestions: Suggestions;
  readonly onEdit: (edit: RequestEdit) => void;
}

/** The request parameters the operation takes, and those it is sent besides. */
export function ParameterFields({ request, suggestions, onEdit }: ParameterFieldsProps) {
  const parameters = otherParameters(suggestions);
  const strays = strayParameters(request, suggestions);
  if (parameters.length === 0 && strays.length === 0) return null;
  return (
    <fieldset className={styles.group} aria-label={`Parameters of ${request.action}`}>
      {parameters.map((parameter) => (
        <div key={parameter.name} data-parameter={parameter.name}>
          <ParameterField
            parameter={parameter}
            value={request.parameters?.[parameter.name]}
            suggestions={suggestions}
            onChange={(value) => onEdit(withParameter(parameter.name, value))}
          />
        </div>
      ))}
      {strays.map((name) => (
        <p key={name} className={styles.line}>
          <Code>{`${name} ${textOfParameter(request.parameters?.[name])}`}</Code> is sent too.{' '}
          <Button variant="quiet" size="dense" onPress={() => onEdit(withParameter(name, undefined))}>
            Remove {name}
          </Button>
        </p>
      ))}
    </fieldset>
  );
}
