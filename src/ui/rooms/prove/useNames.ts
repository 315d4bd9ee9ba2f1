import { useMemo } from 'react';
import { useStore } from 'zustand';
import { statementNames, type StatementNames } from './names.view.ts';
import { useRoomContext } from './room.ts';

/** The names of statements; with their places unless the answer is about an earlier version. */
export function useNames(isStale: boolean): StatementNames {
  const { app, scenario } = useRoomContext();
  const reports = useStore(app.results, (state) => state.reply?.documents);
  return useMemo(() => statementNames(reports ?? [], scenario, !isStale), [reports, scenario, isStale]);
}
