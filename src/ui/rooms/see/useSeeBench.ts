import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { AccessTable } from '#engine/access/table.ts';
import type { Study } from '#engine/study.ts';
import { useAnnounce } from '#kit/Announcer.tsx';
import type { App } from '#state/app.ts';
import { aboutShownKey, askedWords, asking, questionAbout, questionStanding } from './ask.view.ts';
import type { Question } from './ask.view.ts';
import type { Bench } from './bench.ts';
import { evidenceNames } from './evidence.view.ts';
import { accessGraph } from './graph.view.ts';
import { litGraph } from './highlight.view.ts';
import type { Pointed } from './highlight.view.ts';
import { pointedAt, pointedStatement } from './pointing.view.ts';
import type { SeeView } from './see.view.ts';
import { usePointing } from './usePointing.ts';

/** Everything the room's parts share, for one answer and one view of it. */
export function useSeeBench(app: App, study: Study, table: AccessTable, view: SeeView): Bench {
  const focus = useStore(app.focus, (state) => state.focus);
  const request = useStore(app.workspace, (state) => state.request);
  const [openFolds, setOpenFolds] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<Pointed | null>(null);
  const pointing = usePointing(app);
  const ask = useAsk(app);

  // The texts as they were when this answer came: later typing must not move its line numbers.
  const names = useMemo(
    () => evidenceNames(study.documents, app.workspace.getState().scenario),
    [study, app],
  );
  const graph = useMemo(
    () => accessGraph(table, view === 'graph' ? openFolds : 'all', names),
    [table, view, openFolds, names],
  );
  const lit = useMemo(() => {
    const deciding = (study.answer?.deciding ?? []).map((statement) => statement.span);
    return litGraph(graph, table, { focus, pointed: pointing.pointed, deciding, request });
  }, [graph, table, focus, pointing.pointed, study, request]);
  const { operations } = study.suggestions;

  return useMemo(
    () => ({
      table,
      graph,
      names,
      operations,
      lit,
      opened,
      question: (principal, action) => questionAbout(principal, action, operations),
      ask,
      askStanding: (at) => ask(questionStanding(graph, at, app.workspace.getState().request, operations)),
      pin: (at) => pointing.pin(pointedAt(graph, at)),
      hover: (at) => pointing.hover(at === null ? null : pointedAt(graph, at)),
      pinStatement: (evidence) => pointing.pin(pointedStatement(evidence)),
      hoverStatement: (evidence) => pointing.hover(evidence === null ? null : pointedStatement(evidence)),
      open(at) {
        pointing.pin(pointedAt(graph, at));
        setOpened(at);
      },
      close: () => setOpened(null),
      toggleFold: (id) => setOpenFolds((folds) => toggled(folds, id)),
    }),
    [table, graph, names, operations, lit, opened, ask, app, pointing],
  );
}

/** Puts a question to Ask, shows Ask where only one pane fits, and says so. */
function useAsk(app: App): (question: Question) => void {
  const announce = useAnnounce();
  return useCallback(
    (question) => {
      announce(askedWords(question));
      if (question.principal === null) return;
      const workspace = app.workspace.getState();
      workspace.setRequest(aboutShownKey(asking(workspace.request, question), workspace));
      app.preferences.getState().set({ pane: 'ask' });
    },
    [app, announce],
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
