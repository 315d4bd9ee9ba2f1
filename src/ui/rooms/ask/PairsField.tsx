import { useState } from 'react';
import type { Json } from '#engine/scenario/scenario.ts';
import type { Suggestions } from '#engine/study.ts';
import { Button } from '#kit/Button.tsx';
import { KeyValueRows } from '#kit/KeyValueRows.tsx';
import { pairsParameter, retypedRows, rowsOfPairs, withRowFor } from './pairRows.ts';
import type { Pair } from './pairRows.ts';
import { useDraft } from './useDraft.ts';
import { useFocusTarget } from './useFocusTarget.ts';
import styles from './PairsField.module.css';

export interface PairsFieldProps {
  readonly label: string;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly description?: string;
  /** Pairs the policies ask for, offered with one press. */
  readonly offered?: Suggestions['encryptionContext'];
  /** A key to open a row for, and to put the keyboard at. */
  readonly wanted?: { readonly key: string | undefined; readonly at: number } | null;
  /** How pairs are kept in the request. Default: a map of texts, left out when empty. */
  readonly read?: (value: Json | undefined) => readonly Pair[];
  readonly write?: (rows: readonly Pair[]) => Json | undefined;
}

/** An encryption context, tags: keys with values, typed row by row. */
export function PairsField({
  label,
  value,
  onChange,
  description,
  offered = [],
  wanted = null,
  read = rowsOfPairs,
  write = pairsParameter,
}: PairsFieldProps) {
  const [rows, setRows] = useDraft({ source: value, read, write, commit: onChange });
  const [seen, setSeen] = useState<number | null>(null);
  if (wanted !== null && wanted.at !== seen) {
    setSeen(wanted.at);
    // A pending row is not part of the request, so nothing is committed while rendering.
    setRows(withRowFor(rows, wanted.key));
  }
  const root = useFocusTarget(wanted?.at ?? null, placeOf(rows, wanted?.key));
  return (
    <div ref={root} className={styles.pairs}>
      <KeyValueRows
        label={label}
        rows={rows}
        onChange={(next) => setRows(retypedRows(next))}
        keySuggestions={offered.map(({ key }) => key)}
        {...(description === undefined ? {} : { description })}
      />
      <Offers offered={offered} rows={rows} onAdd={(row) => setRows([...rows, row])} />
    </div>
  );
}

/** The value of the row with this key; without one, the first thing to type into. */
function placeOf(rows: readonly Pair[], key: string | undefined): string {
  const at = key === undefined ? -1 : rows.findIndex((row) => row.key === key);
  return at === -1 ? 'input, [data-add] button' : `input[data-key="${at}"] + input`;
}

interface OffersProps {
  readonly offered: Suggestions['encryptionContext'];
  readonly rows: readonly Pair[];
  readonly onAdd: (row: Pair) => void;
}

/** Pairs the policies look at that have no row yet. */
function Offers({ offered, rows, onAdd }: OffersProps) {
  const missing = offered.filter(({ key }) => !rows.some((row) => row.key === key));
  const pairs = missing.flatMap(({ key, values }) =>
    (values.length === 0 ? [''] : values.slice(0, 3)).map((value) => ({
      key,
      value,
      isPending: value === '',
    })),
  );
  if (pairs.length === 0) return null;
  return (
    <div className={styles.offers}>
      <span className={styles.note}>In your policies:</span>
      {pairs.map((pair) => (
        <Button key={`${pair.key}=${pair.value}`} size="dense" icon="add" onPress={() => onAdd(pair)}>
          <code>{pair.isPending ? pair.key : `${pair.key} = ${pair.value}`}</code>
        </Button>
      ))}
    </div>
  );
}
