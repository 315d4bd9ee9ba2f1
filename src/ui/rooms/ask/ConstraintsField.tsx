import type { Json } from '#engine/scenario/scenario.ts';
import type { Suggestions } from '#engine/study.ts';
import { Select } from '#kit/Select.tsx';
import { TextField } from '#kit/TextField.tsx';
import { KeyValueRows } from '#kit/KeyValueRows.tsx';
import { readConstraints, writeConstraints } from './grantConstraints.ts';
import type { ConstraintKind } from './grantConstraints.ts';
import { retypedRows } from './pairRows.ts';
import { useDraft } from './useDraft.ts';
import styles from './ListField.module.css';

export interface ConstraintsFieldProps {
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly offered: Suggestions['encryptionContext'];
}

const kinds: readonly { readonly id: ConstraintKind; readonly text: string; readonly secondary?: string }[] =
  [
    { id: 'none', text: 'No encryption context constraint' },
    {
      id: 'EncryptionContextSubset',
      text: 'EncryptionContextSubset',
      secondary: 'The request has at least these pairs.',
    },
    {
      id: 'EncryptionContextEquals',
      text: 'EncryptionContextEquals',
      secondary: 'The request has exactly these pairs.',
    },
  ];

/** The constraints of the grant a request would create. */
export function ConstraintsField({ value, onChange, offered }: ConstraintsFieldProps) {
  const [draft, setDraft] = useDraft({
    source: value,
    read: readConstraints,
    write: writeConstraints,
    commit: onChange,
  });
  return (
    <div className={styles.spaced}>
      <Select
        label="Constraints"
        options={kinds}
        value={draft.kind}
        onChange={(id) => setDraft({ ...draft, kind: kinds.find((kind) => kind.id === id)?.id ?? 'none' })}
      />
      {draft.kind !== 'none' && (
        <KeyValueRows
          label={`Pairs of ${draft.kind}`}
          isLabelHidden
          rows={draft.rows}
          keySuggestions={offered.map(({ key }) => key)}
          onChange={(rows) => setDraft({ ...draft, rows: retypedRows(rows) })}
        />
      )}
      <TextField
        label="Constraints.SourceArn"
        isMono
        value={draft.sourceArn}
        placeholder="Not sent"
        onChange={(sourceArn) => setDraft({ ...draft, sourceArn })}
      />
    </div>
  );
}
