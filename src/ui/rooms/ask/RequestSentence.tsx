import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Suggestions } from '#engine/study.ts';
import { EncryptionContextChip } from './EncryptionContextChip.tsx';
import { withAction, withPrincipal, withResource, withViaService } from './requestEdits.ts';
import type { RequestEdit } from './requestEdits.ts';
import { problemsAt, requestSlots } from './requestSlots.ts';
import type { RequestProblem } from './requestSlots.ts';
import { SlotBox } from './SlotBox.tsx';
import { keyOptions, operationOptions, principalOptions, serviceOptions } from './slotOptions.ts';
import styles from './RequestSentence.module.css';

export interface RequestSentenceProps {
  readonly request: ScenarioRequest;
  readonly scenario: Scenario;
  readonly suggestions: Suggestions | null;
  readonly problems: readonly RequestProblem[];
  readonly onEdit: (edit: RequestEdit) => void;
  /** Opens the details at an encryption context. */
  readonly onEncryptionContext: (parameter: string) => void;
}

const withTrimmedPrincipal = (text: string): RequestEdit => withPrincipal(text.trim());

/** *Can … in … do … with this key, via …, with encryption context …?* */
export function RequestSentence(props: RequestSentenceProps) {
  const { request, scenario, suggestions, problems, onEdit } = props;
  const slots = requestSlots(request, scenario, suggestions);
  const contexts = slots.encryptionContexts;
  const problem = (field: string) => problemsAt(problems, field)[0]?.message;
  const afterVia = contexts.length > 0 ? ',' : '?';
  const afterKey = slots.via !== null ? ',' : afterVia;
  return (
    <fieldset className={styles.sentence} aria-label="Request">
      Can{' '}
      <SlotBox
        label="Principal"
        slot={slots.principal}
        options={principalOptions(suggestions)}
        problem={problem('principal')}
        placeholder="an ARN or a service"
        edit={withTrimmedPrincipal}
        onEdit={onEdit}
      />{' '}
      {slots.account !== null && (
        <>
          in <span className={styles.account}>{slots.account}</span>{' '}
        </>
      )}
      do{' '}
      <SlotBox
        label="Operation"
        slot={slots.operation}
        options={operationOptions(suggestions)}
        problem={problem('action')}
        placeholder="kms:Decrypt"
        edit={withAction}
        onEdit={onEdit}
      />{' '}
      with{' '}
      {slots.resource === null ? (
        `this key${afterKey}`
      ) : (
        <SlotBox
          label="Key"
          slot={slots.resource}
          options={keyOptions(scenario.keys)}
          problem={problem('resource')}
          placeholder="this key"
          after={afterKey}
          edit={withResource}
          onEdit={onEdit}
        />
      )}
      {slots.via !== null && (
        <>
          {' '}
          via{' '}
          <SlotBox
            label="Via service"
            slot={slots.via}
            options={serviceOptions(suggestions)}
            problem={problem('viaService')}
            placeholder="no service"
            after={afterVia}
            edit={withViaService}
            onEdit={onEdit}
          />
        </>
      )}
      {contexts.map((slot, index) => (
        <EncryptionContextChip
          key={slot.parameter}
          slot={slot}
          after={index === contexts.length - 1 ? '?' : ','}
          onPress={() => props.onEncryptionContext(slot.parameter)}
        />
      ))}
    </fieldset>
  );
}
