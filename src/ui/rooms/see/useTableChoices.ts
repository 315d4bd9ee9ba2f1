import { useMemo } from 'react';
import type { Option } from '#kit/OptionContent.tsx';
import { sameList, useUnchanged } from '#kit/useUnchanged.ts';
import { useBench } from './bench.ts';
import { bySubject, sortWords } from './tableRows.view.ts';
import { bareAction } from './words.view.ts';

export interface TableChoices {
  readonly actions: readonly Option[];
  readonly sorts: readonly Option[];
}

/** What can be chosen above the table: the same lists for as long as answers offer the same. */
export function useTableChoices(): TableChoices {
  const { table, operations } = useBench();
  const actions = useMemo(() => {
    const meanings = new Map(operations.map((operation) => [bareAction(operation.name), operation.meaning]));
    return table.groups.flatMap((group) =>
      group.actions.map((action) => ({
        id: action,
        text: action,
        secondary: meanings.get(bareAction(action)) ?? group.name,
      })),
    );
  }, [table, operations]);
  const sorts = useMemo(
    () => [bySubject, ...table.groups.map(({ name }) => name)].map((by) => ({ id: by, text: sortWords(by) })),
    [table],
  );
  return { actions: useUnchanged(actions, sameOptions), sorts: useUnchanged(sorts, sameOptions) };
}

const sameOptions = sameList<Option>(
  (one, other) => one.id === other.id && one.text === other.text && one.secondary === other.secondary,
);
