import { useEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '#engine/explain/answer.ts';
import type { Focus } from '#state/app.ts';
import { Tree } from '#kit/Tree.tsx';
import type { EvidenceTexts } from './evidenceLines.ts';
import {
  ancestorsOf,
  decisivePath,
  evidenceOf,
  findStep,
  litSteps,
  stepName,
  traceNodes,
} from './traceNodes.ts';
import type { Pointing } from './usePointing.ts';

export interface TraceProps {
  readonly answer: Answer;
  readonly texts: EvidenceTexts;
  readonly focus: Focus | null;
  readonly pointing: Pointing;
}

/** Why, step by step: the layers in AWS's order, open along the way to the decision. */
export function Trace({ answer, texts, focus, pointing }: TraceProps) {
  const { steps } = answer;
  const nodes = useMemo(() => traceNodes(steps, texts), [steps, texts]);
  const lit = useMemo(
    () => litSteps(steps, focus === null ? answer.deciding.map(({ span }) => span) : focus.spans),
    [steps, answer, focus],
  );
  const pinnedElsewhere = focus !== null && focus.pinned && focus.from !== 'ask' ? focus : null;
  const openIds = useOpenIds(answer, pinnedElsewhere, lit);
  const root = useReveal(pinnedElsewhere);

  const point = (id: string | null, act: (label: string, spans: ReturnType<typeof evidenceOf>) => void) => {
    const step = id === null ? undefined : findStep(steps, id);
    if (step !== undefined) act(stepName(step), evidenceOf(step));
    else pointing.hover('', null);
  };
  return (
    <div ref={root}>
      <Tree
        label="Why, step by step"
        nodes={nodes}
        openIds={openIds}
        highlighted={lit}
        onActivate={(id) => point(id, pointing.pin)}
        onPoint={(id) => point(id, pointing.hover)}
      />
    </div>
  );
}

/** The way to the decision, and, once something was pinned in another room, the way to its step as well. */
function useOpenIds(answer: Answer, pinned: Focus | null, lit: ReadonlySet<string>): readonly string[] {
  const { steps } = answer;
  const [more, setMore] = useState<{ readonly steps: Answer['steps']; readonly ids: readonly string[] }>({
    steps,
    ids: [],
  });
  const wanted = pinned === null ? [] : ancestorsOf(steps, lit);
  const kept = more.steps === steps ? more.ids : [];
  const ids = [...new Set([...kept, ...wanted])];
  if (more.steps !== steps || ids.length !== more.ids.length) setMore({ steps, ids });
  return [...new Set([...decisivePath(steps), ...ids])];
}

/** Brings the lit step into view when something is pinned elsewhere and the step is out of sight; never the keyboard. */
function useReveal(pinned: Focus | null) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = pinned === null ? null : root.current?.querySelector('[aria-selected="true"]');
    if (row === null || row === undefined) return;
    const pane = scrollerOf(row)?.getBoundingClientRect();
    const place = row.getBoundingClientRect();
    const isVisible = pane === undefined || (place.top >= pane.top && place.bottom <= pane.bottom);
    if (!isVisible) row.scrollIntoView({ block: 'center' });
  }, [pinned]);
  return root;
}

function scrollerOf(element: Element): Element | null {
  for (let above = element.parentElement; above !== null; above = above.parentElement) {
    const { overflowY } = getComputedStyle(above);
    if (overflowY === 'auto' || overflowY === 'scroll') return above;
  }
  return null;
}
