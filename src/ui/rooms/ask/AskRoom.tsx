import { memo, useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { Panel } from '#kit/Panel.tsx';
import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { App } from '#state/app.ts';
import { AnswerArea } from './AnswerArea.tsx';
import { placeOfKey } from './detailTarget.ts';
import type { DetailPlace, DetailTarget } from './detailTarget.ts';
import { editRequest } from './editRequest.ts';
import { Request } from './Request.tsx';
import type { RequestEdit } from './requestEdits.ts';
import type { RequestProblem } from './requestSlots.ts';
import { savedAs } from './savedRequests.ts';
import { SavedRequests } from './SavedRequests.tsx';
import { useSessionReports } from './useSessionReports.ts';
import { useScenarioFacts } from './useScenarioFacts.ts';

// Many fields, each a widget of its own: drawn when something about the question changed, not with every answer.
const StableRequest = memo(Request);
const StableSavedRequests = memo(SavedRequests);
const noProblems: readonly RequestProblem[] = [];

/** One request, its verdict, the reason, and what would change it. */
export function AskRoom({ app }: { readonly app: App }) {
  const scenario = useScenarioFacts(app);
  const request = useStore(app.workspace, (state) => state.request);
  const problems = useStore(app.results, (state) => state.reply?.requestProblems) ?? noProblems;
  const suggestions = useStore(app.results, (state) => state.study?.suggestions) ?? null;
  const reports = useSessionReports(app);
  const [target, setTarget] = useState<DetailTarget | null>(null);
  const open = useCallback((place: DetailPlace) => {
    setTarget((before) => ({ place, at: (before?.at ?? 0) + 1 }));
  }, []);
  const edit = useCallback((change: RequestEdit) => editRequest(app, change), [app]);
  const choose = useCallback((chosen: ScenarioRequest) => app.workspace.getState().setRequest(chosen), [app]);
  // Stays the same while texts are edited, so that a keystroke does not draw the answer again.
  const openKey = useCallback(
    (key: string) => {
      open(placeOfKey(key, request, suggestions));
    },
    [open, request, suggestions],
  );
  return (
    <Panel
      title="Ask"
      isFlush
      aside={
        <StableSavedRequests
          saved={scenario.requests}
          current={savedAs(request, scenario.requests)}
          onChoose={choose}
        />
      }
    >
      <StableRequest
        request={request}
        scenario={scenario}
        suggestions={suggestions}
        reports={reports}
        problems={problems}
        onEdit={edit}
        target={target}
        onTarget={open}
      />
      <AnswerArea app={app} onSet={openKey} />
    </Panel>
  );
}
