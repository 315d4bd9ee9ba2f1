import { useState } from 'react';
import type { Json } from '#engine/scenario/scenario.ts';
import type { Suggestions } from '#engine/study.ts';
import { Button } from '#kit/Button.tsx';
import { contextOfRows, newContextRow, repeatedKeys, rowsOfContext } from './contextRows.ts';
import type { ContextRow } from './contextRows.ts';
import { ContextRowFields } from './ContextRowFields.tsx';
import { contextKeyOptions } from './slotOptions.ts';
import { useDraft } from './useDraft.ts';
import { useFocusTarget } from './useFocusTarget.ts';
import styles from './ContextField.module.css';

export interface ContextFieldProps {
  readonly value: Readonly<Record<string, Json>> | undefined;
  readonly suggestions: Suggestions | null;
  /** Keys that need no row because their value is said elsewhere. */
  readonly saidElsewhere: (key: string) => boolean;
  readonly onChange: (value: Readonly<Record<string, Json>>) => void;
  readonly wanted: { readonly key: string; readonly at: number } | null;
}

const noContext: Readonly<Record<string, Json>> = {};

/** Further condition keys of the request, each with its value, several values, or said to be absent. */
export function ContextField({ value, suggestions, saidElsewhere, onChange, wanted }: ContextFieldProps) {
  const [rows, setRows] = useDraft<Readonly<Record<string, Json>>, readonly ContextRow[]>({
    source: value ?? noContext,
    read: rowsOfContext,
    write: contextOfRows,
    commit: onChange,
  });
  const [seen, setSeen] = useState<number | null>(null);
  const [added, setAdded] = useState<{ readonly at: number; readonly selector: string } | null>(null);
  const add = (key: string) => {
    setRows([...rows, newContextRow(key)]);
    setAdded({ at: Date.now(), selector: placeOf(rows.length, key) });
  };
  if (wanted !== null && wanted.at !== seen) {
    setSeen(wanted.at);
    const at = rows.findIndex(({ key }) => key.toLowerCase() === wanted.key.toLowerCase());
    // A row nobody has typed into is not part of the request, so nothing is committed while rendering.
    if (at === -1) setRows([...rows, newContextRow(wanted.key)]);
    setAdded({ at: wanted.at, selector: placeOf(at === -1 ? rows.length : at, wanted.key) });
  }
  const root = useFocusTarget<HTMLFieldSetElement>(added?.at ?? null, added?.selector ?? 'input');
  const repeated = repeatedKeys(rows);
  const given = new Set(rows.map(({ key }) => key.toLowerCase()));
  const offers = (suggestions?.contextKeys ?? []).filter(
    ({ key, mentioned }) => mentioned && !given.has(key.toLowerCase()) && !saidElsewhere(key),
  );
  return (
    <fieldset ref={root} className={styles.context} aria-label="Further context">
      <span className={styles.label}>Further context</span>
      {rows.map((row, index) => (
        <ContextRowFields
          key={index}
          index={index}
          row={row}
          options={contextKeyOptions(suggestions)}
          isRepeated={repeated.has(index)}
          onChange={(next) => setRows(rows.map((other, at) => (at === index ? next : other)))}
          onRemove={() => setRows(rows.filter((_, at) => at !== index))}
        />
      ))}
      <div className={styles.offers}>
        <Button variant="quiet" size="dense" icon="add" onPress={() => add('')}>
          Add context key
        </Button>
        {offers.slice(0, 6).map(({ key }) => (
          <Button key={key} size="dense" icon="add" onPress={() => add(key)}>
            <code>{key}</code>
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** The value of a row that has its key; the key of one that has none. */
function placeOf(index: number, key: string): string {
  return `[data-row="${index}"] ${key === '' ? '[data-part="key"]' : '[data-part="values"]'} input`;
}
