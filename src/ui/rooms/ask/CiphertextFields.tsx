import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Suggestions } from '#engine/study.ts';
import { ComboBox } from '#kit/ComboBox.tsx';
import { Select } from '#kit/Select.tsx';
import { PairsField } from './PairsField.tsx';
import { pairsOfRows, rowsOfPairs } from './pairRows.ts';
import { withCiphertext } from './requestEdits.ts';
import type { RequestEdit } from './requestEdits.ts';
import { keyOptions } from './slotOptions.ts';
import styles from './RequestDetails.module.css';

export interface CiphertextFieldsProps {
  readonly request: ScenarioRequest;
  readonly scenario: Scenario;
  readonly suggestions: Suggestions | null;
  readonly onEdit: (edit: RequestEdit) => void;
}

const choices = [
  { id: 'same', text: 'The encryption context of this request' },
  { id: 'other', text: 'Another encryption context, or none' },
] as const;

/** What the ciphertext was made with: KMS decrypts only with the same key and the same encryption context. */
export function CiphertextFields({ request, scenario, suggestions, onEdit }: CiphertextFieldsProps) {
  const { ciphertext } = request;
  if (!readsCiphertext(request)) return null;
  const isOther = ciphertext?.encryptionContext !== undefined;
  return (
    <div className={styles.group}>
      <Select
        label="The ciphertext was made with"
        options={choices}
        value={isOther ? 'other' : 'same'}
        onChange={(id) => onEdit(withCiphertext({ encryptionContext: id === 'other' ? {} : undefined }))}
      />
      {isOther && (
        <PairsField
          label="Encryption context of the ciphertext"
          value={ciphertext.encryptionContext}
          offered={suggestions?.encryptionContext ?? []}
          write={pairsOfRows}
          onChange={(pairs) => onEdit(withCiphertext({ encryptionContext: pairsOfRows(rowsOfPairs(pairs)) }))}
        />
      )}
      <ComboBox
        label="and under the key"
        value={ciphertext?.key ?? ''}
        options={keyOptions(scenario.keys)}
        placeholder="The key of this request"
        onChange={(text) => onEdit(withCiphertext({ key: text.trim() === '' ? undefined : text.trim() }))}
      />
    </div>
  );
}

function readsCiphertext({ action, ciphertext }: ScenarioRequest): boolean {
  return ciphertext !== undefined || ['kms:decrypt', 'kms:reencrypt'].includes(action.toLowerCase());
}
