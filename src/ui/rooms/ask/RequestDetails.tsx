import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { DocumentReport, Suggestions } from '#engine/study.ts';
import { ComboBox } from '#kit/ComboBox.tsx';
import { CiphertextFields } from './CiphertextFields.tsx';
import { ContextField } from './ContextField.tsx';
import { placeOfKey, wantedContextKey, wantedPair } from './detailTarget.ts';
import type { DetailTarget } from './detailTarget.ts';
import { PairsField } from './PairsField.tsx';
import { ParameterFields } from './ParameterFields.tsx';
import { encryptionContextsOf } from './parameterForms.ts';
import { withContext, withParameter, withResource, withViaService } from './requestEdits.ts';
import type { RequestEdit } from './requestEdits.ts';
import { encryptionContextName } from './requestSlots.ts';
import { SessionFields } from './SessionFields.tsx';
import { keyOptions, serviceOptions } from './slotOptions.ts';
import { useFocusTarget } from './useFocusTarget.ts';
import styles from './RequestDetails.module.css';

export interface RequestDetailsProps {
  readonly request: ScenarioRequest;
  readonly scenario: Scenario;
  readonly suggestions: Suggestions | null;
  readonly reports: readonly DocumentReport[];
  readonly target: DetailTarget | null;
  readonly onEdit: (edit: RequestEdit) => void;
}

/** Everything about the request that is not in its sentence, in the order it is most often needed. */
export function RequestDetails(props: RequestDetailsProps) {
  const { request, suggestions, target, onEdit } = props;
  const selector = placeSelector(target);
  const root = useFocusTarget(selector === null || target === null ? null : target.at, selector ?? 'input');
  return (
    <div className={styles.details} ref={root}>
      <EncryptionContexts {...props} />
      <ViaAndKey {...props} />
      {suggestions !== null && (
        <ParameterFields request={request} suggestions={suggestions} onEdit={onEdit} />
      )}
      <ContextField
        value={request.context}
        suggestions={suggestions}
        saidElsewhere={(key) => placeOfKey(key, request, suggestions).kind !== 'context'}
        wanted={wantedContextKey(target)}
        onChange={(value) => onEdit(withContext(value))}
      />
      <SessionFields {...props} />
      <CiphertextFields {...props} />
    </div>
  );
}

function EncryptionContexts({ request, suggestions, target, onEdit }: RequestDetailsProps) {
  return encryptionContextsOf(request.action).map((name) => (
    <PairsField
      key={name}
      label={encryptionContextName(name)}
      value={request.parameters?.[name]}
      offered={suggestions?.encryptionContext ?? []}
      description="Sent and checked exactly as written: keys and values are case-sensitive."
      wanted={wantedPair(target, name)}
      onChange={(value) => onEdit(withParameter(name, value))}
    />
  ));
}

function ViaAndKey({ request, scenario, suggestions, onEdit }: RequestDetailsProps) {
  return (
    <div className={styles.group}>
      <div data-place="via">
        <ComboBox
          label="Via service (forward access session)"
          value={request.viaService ?? ''}
          options={serviceOptions(suggestions)}
          placeholder="Called directly"
          onChange={(text) => onEdit(withViaService(text))}
        />
      </div>
      <ComboBox
        label="Key, as the request names it"
        value={request.resource ?? ''}
        options={keyOptions(scenario.keys)}
        placeholder={scenario.keys[0]?.arn ?? 'Key ARN'}
        onChange={(text) => onEdit(withResource(text))}
      />
    </div>
  );
}

/** Where the keyboard goes for places that are not rows of their own. */
function placeSelector(target: DetailTarget | null): string | null {
  const place = target?.place;
  if (place?.kind === 'via') return '[data-place="via"] input';
  if (place?.kind === 'mfa') return '[data-place="mfa"] button';
  if (place?.kind === 'parameter' && !place.name.endsWith('EncryptionContext')) {
    return `[data-parameter="${place.name}"] :is(input, button, textarea)`;
  }
  return null;
}
