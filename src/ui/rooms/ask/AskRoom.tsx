import { useCallback, useDeferredValue, useState } from 'react';
import { useStore } from 'zustand';
import { Panel } from '#kit/Panel.tsx';
import type { App } from '#state/app.ts';
import { AnswerArea } from './AnswerArea.tsx';
import { placeOfKey } from './detailTarget.ts';
import type { DetailPlace, DetailTarget } from './detailTarget.ts';
import { editRequest } from './editRequest.ts';
import { Request } from './Request.tsx';
import { savedAs } from './savedRequests.ts';
import { SavedRequests } from './SavedRequests.tsx';

/** One request, its verdict, the reason, and what would change it. */
export function AskRoom({ app }: { readonly app: App }) {
  // What the slots know of the texts may lag a moment behind typing in them.
  const scenario = useDeferredValue(useStore(app.workspace, (state) => state.scenario));
  const request = useStore(app.workspace, (state) => state.request);
  const study = useStore(app.results, (state) => state.study);
  const [target, setTarget] = useState<DetailTarget | null>(null);
  const suggestions = study?.suggestions ?? null;
  const open = (place: DetailPlace) => setTarget((before) => ({ place, at: (before?.at ?? 0) + 1 }));
  // Stays the same while texts are edited, so that a keystroke does not draw the answer again.
  const openKey = useCallback(
    (key: string) => {
      const place = placeOfKey(key, request, suggestions);
      setTarget((before) => ({ place, at: (before?.at ?? 0) + 1 }));
    },
    [request, suggestions],
  );
  return (
    <Panel
      title="Ask"
      isFlush
      aside={
        <SavedRequests
          saved={scenario.requests}
          current={savedAs(request, scenario.requests)}
          onChoose={(chosen) => app.workspace.getState().setRequest(chosen)}
        />
      }
    >
      <Request
        request={request}
        scenario={scenario}
        suggestions={suggestions}
        problems={study?.requestProblems ?? []}
        onEdit={(edit) => editRequest(app, edit)}
        target={target}
        onTarget={open}
      />
      <AnswerArea app={app} onSet={openKey} />
    </Panel>
  );
}
