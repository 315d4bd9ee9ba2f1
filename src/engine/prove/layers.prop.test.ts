import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import {
  keyStatement,
  scenarioOf,
  type SmallWorld,
  smallRequest,
  smallWorld,
} from '../testing/smallWorlds.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { Prover, rank } from './prover.ts';
import { compareVersions, type Relation } from './questions/compareAnswer.ts';
import { replay } from './witness.ts';

const PAIRS = process.env['KEYWAY_DEEP'] === undefined ? 200 : 2000;

/** Two scenarios with IAM policies, SCPs and grants: unrelated ones, or ones whose key policies differ by a statement. */
const versions = fc.oneof(
  fc.tuple(smallWorld, smallWorld),
  fc
    .tuple(smallWorld, keyStatement)
    .map(([world, extra]): readonly [SmallWorld, SmallWorld] => [
      world,
      { ...world, keyStatements: [...world.keyStatements, extra] },
    ]),
);

function forbidsGain(relation: Relation): boolean {
  return relation === 'equivalent' || relation === 'lessAccess';
}

function forbidsLoss(relation: Relation): boolean {
  return relation === 'equivalent' || relation === 'moreAccess';
}

test('no request of a thousand contradicts a comparison over all layers', { timeout: 600_000 }, () => {
  const requests = fc.sample(smallRequest, { numRuns: 60, seed: 5 });
  const seen = new Map<Relation, number>();
  let unsent = 0;
  for (const pieces of fc.sample(versions, { numRuns: PAIRS, seed: 11 })) {
    const worlds = pieces.map((one) => buildWorld(scenarioOf(one)));
    const named = worlds.flatMap((world) => world.keys.map((key) => [world, key] as const));
    const prover = new Prover(named);
    const { relation, open } = compareVersions(prover);
    seen.set(relation, (seen.get(relation) ?? 0) + 1);
    // What only a request could do that AWS never sends may stay open; it is seldom, and nothing else may.
    unsent += open.filter(({ why }) => why === 'unsent').length;
    const undecided = open.filter(({ why }) => why !== 'unsent');
    expect({ disagreements: prover.disagreements, undecided, pieces }).toEqual({
      disagreements: 0,
      undecided: [],
      pieces,
    });
    for (const request of requests) {
      const [before, after] = named.map(([world, key]) => levelOf(world, key, request));
      if (before === undefined || after === undefined) continue;
      const contradicts = after > before ? forbidsGain(relation) : after < before && forbidsLoss(relation);
      expect({ contradicts, request, pieces }).toEqual({ contradicts: false, request, pieces });
    }
  }
  expect(unsent).toBeLessThan(PAIRS / 100);
  for (const relation of ['equivalent', 'moreAccess', 'lessAccess', 'incomparable'] as const) {
    expect(seen.get(relation)).toBeGreaterThan(2);
  }
});

function levelOf(
  world: Parameters<typeof replay>[0],
  key: Parameters<typeof replay>[1],
  request: ScenarioRequest,
): number | undefined {
  const level = replay(world, key, { request, action: request.action, keys: [] });
  return level === undefined ? undefined : rank(level);
}
