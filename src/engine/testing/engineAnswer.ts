import type { Check } from '../authorize/check.ts';
import { decide, type Outcome, type Paths } from '../authorize/decide.ts';
import { layersOf } from '../authorize/layers.ts';
import { sessionPolicies } from '../authorize/sessionPolicies.ts';
import { traceCheck } from '../authorize/trace.ts';
import { overall } from '../explain/answerRequest.ts';
import { readRequest } from '../request/readRequest.ts';
import type { Scenario, ScenarioRequest } from '../scenario/scenario.ts';
import { readScenario } from '../scenario/readScenario.ts';
import { buildWorld } from '../world/buildWorld.ts';
import type { World } from '../world/world.ts';
import type { CheckAnswer, OracleAnswer, Way } from './naive/oracle.ts';
import type { PlainRequest, PlainScenario } from './naive/plain.ts';
import type { PolicyKind } from './naive/statements.ts';

/** The engine's answers to requests of a scenario document, in the words of the naive evaluator. */
export function engineAnswers(
  scenario: PlainScenario,
  requests: readonly PlainRequest[],
  resolution: 'decide' | 'trace' = 'decide',
): readonly OracleAnswer[] {
  return answersIn(readPlain(scenario, requests), resolution);
}

/** The scenario that a document of the naive evaluator says. */
export function readPlain(scenario: PlainScenario, requests: readonly PlainRequest[]): Scenario {
  const { scenarios, diagnostics } = readScenario(JSON.stringify({ ...scenario, requests }));
  const [read] = scenarios;
  if (read === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return read;
}

/** The engine's answers to a scenario's own requests. */
export function answersIn(
  scenario: Scenario,
  resolution: 'decide' | 'trace' = 'decide',
): readonly OracleAnswer[] {
  const world = buildWorld(scenario);
  return scenario.requests.map((request) => answerOf(world, request, resolution));
}

function answerOf(world: World, request: ScenarioRequest, resolution: 'decide' | 'trace'): OracleAnswer {
  const read = readRequest(world, request);
  // An encrypted resource whose key the scenario lacks; the naive evaluator does not find it.
  if (read.kind === 'problems' && read.problems.every(({ field }) => field === 'resource'))
    return { decision: 'notFound', checks: [] };
  if (read.kind === 'problems') throw new Error(read.problems.map(({ message }) => message).join('\n'));
  if (read.kind === 'notFound') return { decision: 'notFound', checks: [] };
  const session = sessionPolicies(request);
  const checks = read.checks.map((check) => {
    const layers = layersOf(world, check, session);
    const outcome = resolution === 'trace' ? traceCheck(check, layers).outcome : decide(check, layers);
    return checkAnswer(check, outcome);
  });
  const decision = overall(
    checks.map((check) => (check.decision === 'notFound' ? 'depends' : check.decision)),
  );
  return { decision, checks };
}

function checkAnswer(check: Check, outcome: Outcome): CheckAnswer {
  const { decision, says, filters, bar } = outcome;
  if (decision === 'depends') throw new Error('A request that is asked is always decided.');
  const layers: readonly (readonly [PolicyKind, boolean])[] = [
    ['key', says.keyPolicy.deny === 'true'],
    ['resource', says.resourcePolicy.deny === 'true'],
    ['identity', says.identity.deny === 'true'],
    ['boundary', says.boundary.deny === 'true'],
    ['session', says.session.deny === 'true'],
    ['scp', says.scp.some(({ deny }) => deny === 'true')],
    ['rcp', says.rcp.deny === 'true'],
    ['endpoint', says.endpoint.deny === 'true'],
  ];
  return {
    action: check.action,
    resource: check.resource,
    decision,
    barred: bar,
    denying: layers.flatMap(([kind, denies]) => (denies ? [kind] : [])),
    missing: (['scp', 'endpoint'] as const).filter((filter) => filters[filter] !== 'true'),
    ways: waysOf(outcome.paths),
  };
}

const waysOf = (paths: Paths): readonly Way[] =>
  (['direct', 'delegated', 'crossAccount', 'grant', 'identityAlone', 'retire'] as const).filter(
    (way) => paths[way] === 'true',
  );
