import { memo, useEffect, useRef, useState } from 'react';
import { ComboBox } from '#kit/ComboBox.tsx';
import type { RequestEdit } from './requestEdits.ts';
import type { Slot } from './requestSlots.ts';
import { sameJson } from './sameJson.ts';
import type { SlotOption } from './slotOptions.ts';
import styles from './SlotBox.module.css';

export interface SlotBoxProps {
  readonly label: string;
  readonly slot: Slot;
  readonly options: readonly SlotOption[];
  /** What is wrong with the value; shown below the sentence, read out here. */
  readonly problem?: string | undefined;
  readonly placeholder?: string;
  /** The comma or question mark that stays at its end. */
  readonly after?: string;
  /** What a new text does to the request. */
  readonly edit: (text: string) => RequestEdit;
  readonly onEdit: (edit: RequestEdit) => void;
}

/**
 * A slot of the sentence: short at rest, the whole value while it is edited. Escape takes an edit back. Its list of options is dear to
 * draw, so it is drawn again only when it says something else.
 */
export const SlotBox = memo(function SlotBox(props: SlotBoxProps) {
  const { label, slot, options, problem, placeholder = '', after = '', edit, onEdit } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (text: string) => {
    if (draft !== null && text !== slot.value) onEdit(edit(text));
  };
  useOnLeave(() => commit(draft ?? slot.value));
  return (
    <span
      className={styles.slot}
      data-slot={label}
      title={draft === null && slot.text !== slot.value ? slot.value : undefined}
      onFocus={() => setDraft((current) => current ?? slot.value)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setDraft(null);
      }}
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape') setDraft(slot.value);
      }}
    >
      <ComboBox
        label={label}
        variant="inline"
        value={draft ?? slot.text}
        placeholder={placeholder}
        options={options}
        onChange={setDraft}
        onCommit={commit}
        {...(problem === undefined ? {} : { error: problem })}
      />
      {after}
    </span>
  );
}, sameJson);

/** Runs once the component goes away: another pane may take the place of this one in the middle of a word. */
function useOnLeave(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => () => latest.current(), []);
}
