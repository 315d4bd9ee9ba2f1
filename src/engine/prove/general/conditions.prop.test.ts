import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCondition } from '#engine/conditions/compileCondition.ts';
import { findConditionKey, isMultivalued } from '#engine/catalog/conditionKeys.ts';
import { plain } from '#engine/explain/phrase.ts';
import { readRequest } from '#engine/request/readRequest.ts';
import type { Json, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Level } from '../model/accessModel.ts';
import { type Prover, rank } from '../prover.ts';
import { compareVersions } from '../questions/compareAnswer.ts';
import { differencesByConditions, type GeneralDifference } from '../questions/conditions.ts';
import { proverFor } from '../testing/provers.ts';
import { pairs, relatedStatements, type TestStatement } from '../testing/statements.ts';
import { replay } from '../witness.ts';
import type { Conditions } from './described.ts';

type Pair = readonly [readonly TestStatement[], readonly TestStatement[]];

const SEED = Number(process.env['KEYWAY_SEED'] ?? 20_260_101);
const PAIRS = process.env['KEYWAY_DEEP'] === undefined ? 100 : 1500;
const REQUESTS = 40;
const TIMEOUT = 1_800_000;

const CALLERS = ['111122223333', '444455556666', '777788889999'].flatMap((account) => [
  `arn:aws:iam::${account}:root`,
  `arn:aws:iam::${account}:role/App`,
  `arn:aws:iam::${account}:role/Apple`,
  `arn:aws:iam::${account}:user/alice`,
]);
const callers = fc.constantFrom(
  ...CALLERS,
  'arn:aws:iam::111122223333:user/bob',
  'arn:aws:sts::111122223333:federated-user/App',
  'lambda.amazonaws.com',
  'logs.us-east-1.amazonaws.com',
);
const actions = fc.constantFrom(
  ...['Decrypt', 'Encrypt', 'GenerateDataKey', 'DescribeKey', 'CreateGrant', 'PutKeyPolicy', 'EnableKey'].map(
    (name) => `kms:${name}`,
  ),
);

/** Requests with keys that policies look at, each absent or with values near the ones that are written there. */
function requestsFor(pair: Pair): fc.Arbitrary<ScenarioRequest> {
  const blocks = pair.flat().flatMap(({ Condition }) => Object.values(Condition ?? {}));
  const written = new Map<string, string[]>();
  for (const [key, values] of blocks.flatMap((block) => Object.entries(block))) {
    if (/^aws:Principal(Arn|Account|Type)$|^kms:CallerAccount$/.test(key)) continue;
    written.set(key, [...(written.get(key) ?? []), ...values]);
    if (values.some((value) => value.startsWith('${'))) written.set('aws:PrincipalTag/team', ['a', 'b']);
  }
  const context: fc.Arbitrary<Record<string, Json>> = fc
    .record(
      Object.fromEntries(
        [...written].map(([key, values]) => {
          const texts = fc.constantFrom(...textsFor(key, values));
          const list = fc.array(texts, { minLength: 1, maxLength: 3 });
          return [key, isMultivalued(key) === true ? list : texts];
        }),
      ),
      { requiredKeys: [] },
    )
    .map((entries) =>
      Object.fromEntries(
        Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
      ),
    );
  // A service has no properties of an IAM principal.
  return fc
    .record({ principal: callers, action: actions, context })
    .filter(
      ({ principal, context: given }) =>
        principal.startsWith('arn:') || !Object.keys(given).some((key) => key.startsWith('aws:Principal')),
    );
}

/** Values of the kind that the key has: the scope of every answer. */
function textsFor(key: string, values: readonly string[]): readonly string[] {
  switch (findConditionKey(key)?.type) {
    case 'bool':
      return ['true', 'false'];
    case 'numeric':
      return ['89', '90', '91', '365'];
    case 'date':
      return ['2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', '2026-06-01T00:00:00Z'];
    case 'ip':
      return ['203.0.113.7', '203.0.113.200', '203.0.112.1', '198.51.100.1', '2001:db8::1'];
    default:
      return [...values.map((value) => value.replaceAll(/[*?]/g, '')), 'a', 'ab', 'x'];
  }
}

function levelsOf(prover: Prover, request: ScenarioRequest): readonly Level[] | undefined {
  const levels = prover.models.map(({ world, key }) =>
    replay(world, key, { request, action: request.action, keys: [] }),
  );
  return levels.every((level) => level !== undefined) ? levels : undefined;
}

/** Whether a request satisfies conditions, as the evaluator reads them. */
function satisfies(prover: Prover, request: ScenarioRequest, part: Conditions): boolean {
  const [model] = prover.models;
  if (model === undefined || !part.actions.includes(request.action)) return false;
  const read = readRequest(model.world, request);
  const check = read.kind === 'checks' ? read.checks[0] : undefined;
  if (check === undefined || !isAmong(request.principal, part, prover)) return false;
  return part.keys.every((written) => {
    if (written === undefined) throw new Error('Every condition of these policies stands in one.');
    const truth = compileCondition(written.clause, true).test(check.keyPolicyContext);
    return (truth === 'true') === written.holds;
  });
}

function isAmong(principal: string, { callers: among }: Conditions, { universe }: Prover): boolean {
  const { cells } = universe;
  const own = cells.find(({ name, session }) => session === undefined && name === principal);
  if (own !== undefined) return among.some(({ name }) => name === principal);
  const account = /::(\d+):/.exec(principal)?.[1];
  const known = cells.some((cell) => cell.account === account) ? account : undefined;
  const kind = /:(root|user|role|federated-user)/.exec(principal)?.[1] ?? 'service';
  return among.some(
    (party) =>
      party.name === undefined &&
      party.account === known &&
      party.kind === (kind === 'federated-user' ? 'federatedUser' : kind),
  );
}

function inAny(prover: Prover, request: ScenarioRequest, differences: readonly GeneralDifference[]): boolean {
  return differences.some(({ parts }) => parts.some((part) => satisfies(prover, request, part)));
}

const all = fc.oneof(
  { weight: 4, arbitrary: pairs },
  { weight: 1, arbitrary: fc.tuple(relatedStatements, relatedStatements) },
);
const counts = { inside: 0, outside: 0, whole: 0 };

/** One direction of a comparison: what is told against what the evaluator says of many requests. */
function check(
  pair: Pair,
  requests: readonly ScenarioRequest[],
  direction: GeneralDifference['direction'],
): void {
  const prover = proverFor(pair);
  const own = differencesByConditions(prover).differences.filter((one) => one.direction === direction);
  const compared = compareVersions(proverFor(pair))[direction];
  expect(own.map(({ group }) => group).toSorted()).toEqual(compared.map(({ group }) => group).toSorted());
  expect(prover.disagreements).toBe(0);
  const isWhole = own.every(({ covers }) => covers === 'all');
  if (isWhole) counts.whole++;
  const parts = own.flatMap((one) => one.parts.map(({ sentence }) => plain(sentence)));
  for (const request of requests) {
    const levels = levelsOf(prover, request);
    if (levels === undefined) continue;
    const [before = 'none', after = 'none'] = direction === 'widened' ? levels : levels.toReversed();
    const further = rank(after) > rank(before);
    const told = inAny(prover, request, own);
    const shown = { request, pair, parts };
    if (told) expect({ further, ...shown }).toEqual({ further: true, ...shown });
    if (further && isWhole) expect({ told, ...shown }).toEqual({ told: true, ...shown });
    counts[further ? 'inside' : 'outside']++;
  }
}

test(
  'conditions tell nothing but the difference, and all of it where they say so',
  { timeout: TIMEOUT },
  () => {
    for (const [at, pair] of fc.sample(all, { numRuns: PAIRS, seed: SEED }).entries()) {
      const requests = fc.sample(requestsFor(pair), { numRuns: REQUESTS, seed: at });
      check(pair, requests, 'widened');
      check(pair, requests, 'narrowed');
    }
    expect(Math.min(counts.inside, counts.outside, counts.whole)).toBeGreaterThan(100);
  },
);
