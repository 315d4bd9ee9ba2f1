import { useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Study } from '#engine/study.ts';
import { EmptyState } from '#kit/EmptyState.tsx';
import { Tabs } from '#kit/Tabs.tsx';
import { useLayout } from '#kit/useLayout.ts';
import type { App } from '#state/app.ts';
import { SeeContent } from './SeeContent.tsx';
import { Waiting } from './Waiting.tsx';
import { countWords, insteadOfGraph, seeScreen, shownView } from './see.view.ts';
import type { SeeScreen, SeeView, ViewChoice } from './see.view.ts';

export interface SeeRoomProps {
  readonly app: App;
}

/** Who can do what with this key: a graph, and the same as a table. */
export function SeeRoom({ app }: SeeRoomProps) {
  const latest = useStore(app.results, (state) => state.study);
  // What is drawn in no time comes at once; a table of a large policy may take a moment longer and never holds up typing.
  const deferred = useDeferredValue(latest);
  const study = isLight(latest) ? latest : deferred;
  const status = useStore(app.results, (state) => (state.study === null ? state.status : 'ready'));
  const notice = useStore(app.results, (state) => (state.study === null ? state.notice : null));
  const preferred = useStore(app.preferences, (state) => state.seeView);
  const isNarrow = useLayout() === 'narrow';
  const [insists, setInsists] = useState(false);
  const screen = useMemo(() => seeScreen({ study, status, notice }), [study, status, notice]);
  const table = screen.kind === 'ready' ? screen.table : null;
  const choice: ViewChoice = { preferred, insists, isNarrow, principals: table?.principals.length ?? 0 };
  const view = shownView(choice);
  const instead = insteadOfGraph(choice);

  // Until a new table is drawn, the old one stays as it is and costs nothing.
  return useMemo(() => {
    const content = (own: SeeView) => <Content app={app} screen={screen} view={own} notice={instead} />;
    return (
      <Tabs
        title="See"
        label="See as"
        items={[
          { id: 'graph', label: 'Graph', content: content('graph') },
          { id: 'table', label: 'Table', content: content('table') },
        ]}
        selected={view}
        onSelect={(chosen) => {
          setInsists(true);
          app.preferences.getState().set({ seeView: chosen === 'table' ? 'table' : 'graph' });
        }}
        aside={table === null ? undefined : countWords(table)}
      />
    );
  }, [app, screen, table, view, instead]);
}

/** Principals whose rows or nodes, those that an edit changed, are drawn within a frame. */
const MOST_AT_ONCE = 80;

function isLight(study: Study | null): boolean {
  return (study?.access?.principals.length ?? 0) <= MOST_AT_ONCE;
}

interface ContentProps {
  readonly app: App;
  readonly screen: SeeScreen;
  readonly view: SeeView;
  readonly notice: string | null;
}

function Content({ app, screen, view, notice }: ContentProps) {
  switch (screen.kind) {
    case 'waiting':
      return <Waiting>Working out who can do what</Waiting>;
    case 'unavailable':
      return <EmptyState title={screen.title}>{screen.sentence}</EmptyState>;
    case 'ready':
      return <SeeContent app={app} screen={screen} view={view} notice={notice} />;
  }
}
