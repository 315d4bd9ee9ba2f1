import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRequest } from '../request/readRequest.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import {
  keyStatement,
  scenarioOf,
  type SmallWorld,
  smallRequest,
  smallWorld,
} from '../testing/smallWorlds.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { decide } from './decide.ts';
import { layersOf } from './layers.ts';
import { compilePolicy } from './plan.ts';
import { policySays } from './statementMatch.ts';
import { allPolicies, traceCheck } from './trace.ts';

const RUNS = { numRuns: 1500 };

function checkOf(pieces: SmallWorld, request: ScenarioRequest) {
  const world = buildWorld(scenarioOf(pieces));
  const read = readRequest(world, request);
  if (read.kind !== 'checks') throw new Error('Requests of these tests can be read.');
  const [check] = read.checks;
  if (check === undefined) throw new Error('Every operation needs a permission.');
  return { check, layers: layersOf(world, check, undefined) };
}

function decisionOf(pieces: SmallWorld, request: ScenarioRequest): string {
  const { check, layers } = checkOf(pieces, request);
  return decide(check, layers).decision;
}

describe('laws every decision obeys', () => {
  test('the generated worlds reach every decision', () => {
    const seen = new Map<string, number>();
    for (const [pieces, request] of fc.sample(fc.tuple(smallWorld, smallRequest), {
      numRuns: 1000,
      seed: 7,
    })) {
      const decision = decisionOf(pieces, request);
      seen.set(decision, (seen.get(decision) ?? 0) + 1);
    }
    for (const decision of ['allowed', 'explicitDeny', 'implicitDeny'])
      expect(seen.get(decision)).toBeGreaterThan(40);
    expect(seen.has('depends')).toBe(false);
  });

  test('a further Deny never allows (KMS-008)', () => {
    fc.assert(
      fc.property(smallWorld, smallRequest, keyStatement, (pieces, request, extra) => {
        const more = { ...pieces, keyStatements: [...pieces.keyStatements, { ...extra, Effect: 'Deny' }] };
        if (decisionOf(more, request) === 'allowed') expect(decisionOf(pieces, request)).toBe('allowed');
      }),
      RUNS,
    );
  });

  test('a further Allow never denies', () => {
    fc.assert(
      fc.property(smallWorld, smallRequest, keyStatement, (pieces, request, extra) => {
        const more = { ...pieces, keyStatements: [...pieces.keyStatements, { ...extra, Effect: 'Allow' }] };
        if (decisionOf(pieces, request) === 'allowed') expect(decisionOf(more, request)).toBe('allowed');
      }),
      RUNS,
    );
  });

  test('the order of statements never matters (IAM-002)', () => {
    fc.assert(
      fc.property(smallWorld, smallRequest, (pieces, request) => {
        const turned = {
          ...pieces,
          keyStatements: pieces.keyStatements.toReversed(),
          identityStatements: pieces.identityStatements.toReversed(),
        };
        expect(decisionOf(turned, request)).toBe(decisionOf(pieces, request));
      }),
      RUNS,
    );
  });

  test('widening an Allow never denies', () => {
    fc.assert(
      fc.property(smallWorld, smallRequest, (pieces, request) => {
        const widened = pieces.keyStatements.map((one) =>
          one['Effect'] === 'Allow' ? { ...one, Action: '*' } : one,
        );
        if (decisionOf(pieces, request) === 'allowed')
          expect(decisionOf({ ...pieces, keyStatements: widened }, request)).toBe('allowed');
      }),
      RUNS,
    );
  });

  test('a grant never denies (KMS-050)', () => {
    fc.assert(
      fc.property(smallWorld, smallRequest, (pieces, request) => {
        if (decisionOf({ ...pieces, grants: [] }, request) === 'allowed')
          expect(decisionOf(pieces, request)).toBe('allowed');
      }),
      RUNS,
    );
  });

  test('with and without a trace the decision is the same, and every statement is traced as it was decided', () => {
    fc.assert(
      fc.property(smallWorld, smallRequest, (pieces, request) => {
        const { check, layers } = checkOf(pieces, request);
        const traced = traceCheck(check, layers);
        expect(traced.outcome).toEqual(decide(check, layers));
        for (const { plan, statements } of allPolicies(traced)) {
          for (const { plan: one, applies } of statements) {
            const alone = policySays({ ...compilePolicy(plan.policy), statements: [one] }, check, false);
            const expected = one.effect === 'Deny' ? alone.deny === 'true' : alone.allowed !== 0;
            expect(applies === 'true').toBe(expected);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
