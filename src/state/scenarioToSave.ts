import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import { sameJson } from './sameJson.ts';

/**
 * The scenario as it is downloaded: with the request being asked in front, so that opening the file asks it again. A request
 * that is there already stays where it is.
 */
export function scenarioToSave(scenario: Scenario, request: ScenarioRequest): Scenario {
  const known = scenario.requests.some((saved) => sameJson(question(saved), question(request)));
  if (known) return scenario;
  const named = scenario.requests.some((saved) => saved.name === request.name);
  // Another question than the saved one it was made from: neither the name nor the expectation is about it.
  return { ...scenario, requests: [named ? question(request) : request, ...scenario.requests] };
}

function question(request: ScenarioRequest): ScenarioRequest {
  const { name: _name, expect: _expect, ...rest } = request;
  return rest;
}
