import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ActionTable } from './ActionTable.tsx';
import { useBench } from './bench.ts';
import { actionTextTable, groupTextTable } from './copy.view.ts';
import { Details } from './Details.tsx';
import { GroupTable } from './GroupTable.tsx';
import { actionNamed, actionRows, firstSort, tableRows } from './tableRows.view.ts';
import { TableTools } from './TableTools.tsx';
import { useTableChoices } from './useTableChoices.ts';
import styles from './AccessTableView.module.css';
import stageStyles from './Details.module.css';

/** Principals × groups; with an action chosen, principals × that action with the reasons. */
export function AccessTableView() {
  const { table, names } = useBench();
  const [who, setWho] = useState('');
  const [what, setWhat] = useState('');
  const [sort, setSort] = useState(firstSort);
  const action = actionNamed(table, what);
  const rows = useMemo(() => tableRows(table, who, sort), [table, who, sort]);
  const answers = useMemo(
    () => (action === null ? [] : actionRows(table, who, action)),
    [table, who, action],
  );
  const choices = useTableChoices();
  const text = useLatest(() =>
    action === null ? groupTextTable(table, rows) : actionTextTable(action, answers, names),
  );
  const isEmpty = action === null ? rows.length === 0 : answers.length === 0;

  return (
    <div className={styles.view}>
      <TableTools
        who={who}
        onWho={setWho}
        what={what}
        onWhat={setWhat}
        actions={choices.actions}
        isUnknownAction={what.trim() !== '' && action === null}
        sort={sort}
        onSort={setSort}
        sorts={choices.sorts}
        canSort={action === null}
        text={text}
      />
      {isEmpty && <p className={styles.none}>No principal is called that.</p>}
      <div className={stageStyles.stage}>
        {!isEmpty && action === null && <GroupTable rows={rows} sort={sort} onSort={setSort} />}
        {!isEmpty && action !== null && <ActionTable action={action} rows={answers} />}
        <Details />
      </div>
    </div>
  );
}

/** One function that does what the last one given does. */
function useLatest<Result>(given: () => Result): () => Result {
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  return useCallback(() => latest.current(), []);
}
