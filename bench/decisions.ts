import type { Check } from '#engine/authorize/check.ts';
import { decide } from '#engine/authorize/decide.ts';
import { layersOf } from '#engine/authorize/layers.ts';
import { traceCheck } from '#engine/authorize/trace.ts';
import { answerRequest } from '#engine/explain/answerRequest.ts';
import { readRequest } from '#engine/request/readRequest.ts';
import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import { mentionedKeys } from '#engine/world/mentionedKeys.ts';
import type { World } from '#engine/world/world.ts';
import { cedarAllows, cedarCall, prepareCedar } from './cedar.ts';
import { type Contestant, perSecond } from './measure.ts';
import { tenStatements, variedRequests } from './tenStatements.ts';

const POOL = 1000;

/**
 * How many decisions a second one compiled key policy of ten statements gives, on one thread, beside Cedar with the same
 * policy. The pool of different requests is asked round and round, so no answer is there already when it is asked for.
 */
export function benchDecisions(): void {
  const world = buildWorld(tenStatements);
  const requests = variedRequests(POOL);
  const checks = requests.map((request) => checkOf(world, request));
  const mentioned = mentionedKeys(world);
  prepareCedar();
  const calls = checks.map((check) => cedarCall(check, mentioned));
  const allowed = checks.filter((check) => allows(world, check)).length;
  checks.forEach((check, index) => {
    const call = calls[index];
    if (call === undefined || cedarAllows(call) !== allows(world, check))
      throw new Error(`Cedar decides otherwise: ${JSON.stringify(call)}`);
  });

  console.log(`\nOne compiled key policy of ten statements, one thread, ${POOL} different requests in turn`);
  console.log(
    `  Cedar gives the same answer to each of them: ${allowed} are allowed, ${POOL - allowed} are not`,
  );
  const contestants: readonly Contestant[] = [
    {
      name: 'Cedar (cedar-wasm, statefulIsAuthorized), request given as its JSON',
      run: over(calls, cedarAllows),
    },
    {
      name: 'Keyway without trace, condition keys of the request worked out before',
      run: over(checks, (check) => allows(world, check)),
    },
    {
      name: 'Keyway with full trace: every statement, every condition with its compared values',
      run: over(checks, (check) => traceCheck(check, layersOf(world, check, undefined))),
    },
    {
      name: 'Keyway without trace, request read from its scenario JSON',
      run: over(requests, (request) => allows(world, checkOf(world, request))),
    },
    {
      name: 'Keyway, request read, traced and explained in sentences, as the page shows it',
      run: over(requests, (request) => answerRequest(world, request)),
    },
  ];
  const rates = perSecond(contestants);
  const yardstick = rates[0]?.median ?? 0;
  console.log('  A second of processor time gives, in the middle one of several rounds and in the fastest:');
  contestants.forEach(({ name }, index) => {
    const { median, best } = rates[index] ?? { median: 0, best: 0 };
    const ratio = index === 0 ? 'the yardstick' : `${(median / yardstick).toPrecision(3)} × the yardstick`;
    console.log(`  ${name}\n    ${rounded(median)}, at best ${rounded(best)}  = ${ratio}`);
  });
}

function rounded(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

function allows(world: World, check: Check): boolean {
  return decide(check, layersOf(world, check, undefined)).decision === 'allowed';
}

function checkOf(world: World, request: ScenarioRequest): Check {
  const read = readRequest(world, request);
  const check = read.kind === 'checks' ? read.checks[0] : undefined;
  if (check === undefined) throw new Error('The benchmark’s requests must be readable.');
  return check;
}

/** Does something with every item of a pool, and keeps a result so that nothing is optimised away. */
function over<Item>(items: readonly Item[], ask: (item: Item) => unknown): () => number {
  return () => {
    let answered = 0;
    for (const item of items) if (ask(item) !== undefined) answered++;
    return answered;
  };
}
