import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layersOf } from '../authorize/layers.ts';
import { traceCheck } from '../authorize/trace.ts';
import { readRequest } from '../request/readRequest.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import { scenarioOf, type SmallWorld, smallRequest, smallWorld } from '../testing/smallWorlds.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { blockersOf } from './blockers.ts';

function traced(pieces: SmallWorld, request: ScenarioRequest) {
  const world = buildWorld(scenarioOf(pieces));
  const read = readRequest(world, request);
  if (read.kind !== 'checks') throw new Error('Requests of these tests can be read.');
  return read.checks.map((check) => traceCheck(check, layersOf(world, check, undefined)));
}

const withoutDenies = (pieces: SmallWorld): SmallWorld => {
  const allows = (statements: readonly Readonly<Record<string, unknown>>[]) =>
    statements.filter(({ Effect }) => Effect === 'Allow');
  return {
    ...pieces,
    keyStatements: allows(pieces.keyStatements),
    identityStatements: allows(pieces.identityStatements),
    scpStatements: pieces.scpStatements && allows(pieces.scpStatements),
  };
};

test('something stands in the way exactly where the request would be denied without its Denies', () => {
  const seen = { free: 0, blocked: 0 };
  fc.assert(
    fc.property(smallWorld, smallRequest, (pieces, request) => {
      const open = traced(withoutDenies(pieces), request);
      traced(pieces, request).forEach((one, index) => {
        const isAllowed = open[index]?.outcome.decision === 'allowed';
        expect(blockersOf(one).length === 0).toBe(isAllowed);
        seen[isAllowed ? 'free' : 'blocked'] += 1;
      });
    }),
    { numRuns: 2500 },
  );
  expect(Math.min(seen.free, seen.blocked)).toBeGreaterThan(100);
});
