import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import { rootArn, splitArn } from '#engine/vocabulary/arn.ts';
import { EXAMPLE_ACCOUNT, grantsOfKey, KEY_POLICY, withKey } from './keyEdits.ts';
import { findDocument, mapDocuments, retyped } from '#engine/scenario/mapDocuments.ts';

/** What to ask first about a scenario: its first request, or whether the key's account may decrypt. */
export function firstRequest(scenario: Scenario): ScenarioRequest {
  const arn = splitArn(scenario.keys[0]?.arn ?? '');
  const account = arn?.account === undefined || arn.account === '' ? EXAMPLE_ACCOUNT : arn.account;
  return scenario.requests[0] ?? { principal: rootArn(account, arn?.partition), action: 'kms:Decrypt' };
}

/** Gives the text `id` a new content. Its place in the file it came from is no longer its own. Unknown ids change nothing. */
export function withText(scenario: Scenario, id: TextId, text: string): Scenario {
  if (findDocument(scenario, id) === undefined) return withFirstText(scenario, id, text);
  return mapDocuments(scenario, (document) => (document.id === id ? retyped(document, text) : document));
}

/** The first text of a place that was empty: a key's grants, or the policy where there is no key. */
function withFirstText(scenario: Scenario, id: TextId, text: string): Scenario {
  if (scenario.keys.length === 0 && id === KEY_POLICY) return withKey(scenario, { policy: { id, text } });
  const index = scenario.keys.findIndex((_, at) => grantsOfKey(scenario, at).id === id);
  const isFirst = scenario.keys.length === 0 && id === grantsOfKey(scenario, 0).id;
  return index < 0 && !isFirst ? scenario : withKey(scenario, { grants: { id, text } }, Math.max(0, index));
}
