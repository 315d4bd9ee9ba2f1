import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { App } from '#state/app.ts';
import { sameFacts } from '#state/sameFacts.ts';
import { policiesMention } from './requestSlots.ts';

/**
 * The scenario as far as the request builder looks at it. The same object while only texts are edited, so that a keystroke
 * in a policy does not draw all the slots again.
 */
export function useScenarioFacts(app: App): Scenario {
  const select = useMemo(() => createSelect(), []);
  return useStore(app.workspace, select);
}

function createSelect(): (state: { readonly scenario: Scenario }) => Scenario {
  let kept: Scenario | null = null;
  return ({ scenario }) => {
    if (kept === null || !isAlike(kept, scenario)) kept = scenario;
    return kept;
  };
}

/** Of the texts the builder asks one thing: whether the slot for a service is worth showing. */
function isAlike(before: Scenario, after: Scenario): boolean {
  const mentions = (scenario: Scenario) => policiesMention(scenario, 'kms:ViaService');
  return before === after || (sameFacts(before, after) && mentions(before) === mentions(after));
}
