import { useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { EmptyState } from '#kit/EmptyState.tsx';
import { Tabs } from '#kit/Tabs.tsx';
import { useLayout } from '#kit/useLayout.ts';
import type { App } from '#state/app.ts';
import { SeeContent } from './SeeContent.tsx';
import { Waiting } from './Waiting.tsx';
import { countWords, insteadOfGraph, seeScreen, shownView } from './see.view.ts';
import type { SeeView, ViewChoice } from './see.view.ts';

export interface SeeRoomProps {
  readonly app: App;
}

/** Who can do what with this key: a graph, and the same as a table. */
export function SeeRoom({ app }: SeeRoomProps) {
  // The verdict is drawn first; a table of a large policy may take a moment longer and never holds up typing.
  const results = useDeferredValue(useStore(app.results));
  const preferred = useStore(app.preferences, (state) => state.seeView);
  const isNarrow = useLayout() === 'narrow';
  const [insists, setInsists] = useState(false);
  const screen = useMemo(() => seeScreen(results), [results]);
  const table = screen.kind === 'ready' ? screen.table : null;
  const choice: ViewChoice = { preferred, insists, isNarrow, principals: table?.principals.length ?? 0 };
  const view = shownView(choice);

  const select = (chosen: string) => {
    setInsists(true);
    app.preferences.getState().set({ seeView: chosen === 'table' ? 'table' : 'graph' });
  };
  const content = (own: SeeView) => {
    if (screen.kind === 'waiting') return <Waiting>Working out who can do what</Waiting>;
    if (screen.kind === 'unavailable') {
      return <EmptyState title={screen.title}>{screen.sentence}</EmptyState>;
    }
    return <SeeContent app={app} screen={screen} view={own} notice={insteadOfGraph(choice)} />;
  };

  return (
    <Tabs
      title="See"
      label="See as"
      items={[
        { id: 'graph', label: 'Graph', content: content('graph') },
        { id: 'table', label: 'Table', content: content('table') },
      ]}
      selected={view}
      onSelect={select}
      aside={table === null ? undefined : countWords(table)}
    />
  );
}
