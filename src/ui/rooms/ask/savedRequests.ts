import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import { asNewQuestion } from './requestEdits.ts';
import { principalSlot, serviceText } from './requestSlots.ts';
import { sameJson } from './sameJson.ts';

/** The saved request that asks the same, whatever it is called. */
export function savedAs(
  request: ScenarioRequest,
  saved: readonly ScenarioRequest[],
): ScenarioRequest | undefined {
  const question = asNewQuestion(request);
  const same = saved.filter((candidate) => sameJson(asNewQuestion(candidate), question));
  return same.find((candidate) => candidate.name === request.name) ?? same[0];
}

/** Its name, or the question itself. */
export function requestTitle(request: ScenarioRequest): string {
  if (request.name !== undefined && request.name !== '') return request.name;
  const via = request.viaService === undefined ? '' : ` via ${serviceText(request.viaService)}`;
  return `${principalSlot(request.principal).text} ${request.action}${via}`;
}
