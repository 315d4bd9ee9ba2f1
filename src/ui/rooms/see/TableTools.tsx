import { memo, useState } from 'react';
import { useAnnounce } from '#kit/Announcer.tsx';
import { ComboBox } from '#kit/ComboBox.tsx';
import { IconButton } from '#kit/IconButton.tsx';
import { Menu } from '#kit/Menu.tsx';
import type { Option } from '#kit/OptionContent.tsx';
import { Select } from '#kit/Select.tsx';
import { TextField } from '#kit/TextField.tsx';
import { copiedWords, textTable } from './copy.view.ts';
import type { CopyForm, TextTable } from './copy.view.ts';
import { nextSort } from './tableRows.view.ts';
import type { TableSort } from './tableRows.view.ts';
import styles from './TableTools.module.css';

export interface TableToolsProps {
  readonly who: string;
  readonly onWho: (who: string) => void;
  readonly what: string;
  readonly onWhat: (what: string) => void;
  readonly actions: readonly Option[];
  readonly isUnknownAction: boolean;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  readonly sorts: readonly Option[];
  readonly canSort: boolean;
  /** What is on the page, for copying. */
  readonly text: () => TextTable;
}

/** Above the table. Drawn anew only when what stands in it changes: its fields cost more than the table's cells. */
export const TableTools = memo(function TableTools(props: TableToolsProps) {
  return (
    <div className={styles.tools}>
      <div className={styles.field}>
        <TextField
          label="Who"
          isLabelHidden
          type="search"
          placeholder="Who: anyone"
          value={props.who}
          onChange={props.onWho}
        />
      </div>
      <div className={styles.field}>
        <ComboBox
          label="What: choose an action"
          isLabelHidden
          placeholder="What: anything"
          value={props.what}
          onChange={props.onWhat}
          options={props.actions}
          isMono={false}
        />
      </div>
      <CopyMenu text={props.text} />
      {props.isUnknownAction && (
        <p className={styles.hint}>Choose an action from the list to see who can do it.</p>
      )}
      {props.canSort && (
        <div className={styles.sort}>
          <Select
            label="Sort"
            isLabelHidden
            variant="quiet"
            options={props.sorts}
            value={props.sort.by}
            onChange={(by) => {
              if (by !== props.sort.by) props.onSort(nextSort(props.sort, by));
            }}
          />
        </div>
      )}
    </div>
  );
});

/** Copies the table as it stands: filtered, sorted, in the chosen form. */
function CopyMenu({ text }: { readonly text: () => TextTable }) {
  const announce = useAnnounce();
  const [said, setSaid] = useState('');
  const copy = async (form: CopyForm) => {
    const table = text();
    const words = await navigator.clipboard.writeText(textTable(table, form)).then(
      () => copiedWords(table, form),
      () => 'The browser keeps the clipboard to itself. Select the table and copy it.',
    );
    setSaid(words);
    announce(words);
  };
  return (
    <>
      <Menu
        label="Copy the table"
        placement="bottom end"
        trigger={<IconButton icon="copy" label="Copy the table" />}
        actions={[
          { id: 'markdown', text: 'Copy as Markdown', onAction: () => void copy('Markdown') },
          { id: 'csv', text: 'Copy as CSV', onAction: () => void copy('CSV') },
        ]}
      />
      {/* Seen here, heard through the page's live region. */}
      {said !== '' && (
        <p className={styles.hint} aria-hidden>
          {said}
        </p>
      )}
    </>
  );
}
