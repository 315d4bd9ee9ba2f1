import type { Scenario } from '#engine/scenario/scenario.ts';
import { sameJson } from './sameJson.ts';
import { mapDocuments } from '#engine/scenario/mapDocuments.ts';

/** Whether two scenarios are the same but for the wording of their texts: what changes with most keystrokes is that alone. */
export function sameFacts(before: Scenario, after: Scenario): boolean {
  return before === after || sameJson(withoutTexts(before), withoutTexts(after));
}

function withoutTexts(scenario: Scenario): Scenario {
  return mapDocuments(scenario, ({ id }) => ({ id, text: '' }));
}
