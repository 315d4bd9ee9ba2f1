import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionOperators } from '../conditions/operators.ts';
import { compareVersions } from './questions/compareAnswer.ts';
import { opinionOn } from './testing/diagram.ts';
import { proverFor } from './testing/provers.ts';
import { rewritten } from './testing/rewrites.ts';
import { everyForm, pairs, relatedStatements, timedPairs, type TestStatement } from './testing/statements.ts';

/** 500 pairs in an ordinary run; `KEYWAY_DEEP=1` makes it 5,000. */
const PAIRS = process.env['KEYWAY_DEEP'] === undefined ? 500 : 5000;
const SEED = Number(process.env['KEYWAY_SEED'] ?? 20_260_101);
const TIMEOUT = 1_800_000;

type Pair = readonly [readonly TestStatement[], readonly TestStatement[]];

const related = fc.tuple(relatedStatements, relatedStatements);
const share = {
  pairs: Math.floor(PAIRS * 0.5),
  rewritten: Math.floor(PAIRS * 0.3),
  related: Math.ceil(PAIRS * 0.2),
};

function sample(from: fc.Arbitrary<Pair>, count: number): readonly Pair[] {
  return fc.sample(from, { numRuns: count, seed: SEED });
}

function agrees([one, other]: Pair): void {
  const prover = proverFor([one, other]);
  const answer = compareVersions(prover);
  const opinion = opinionOn(one, other);
  const found = { more: answer.widened.length > 0, less: answer.narrowed.length > 0 };
  const said = { ...found, open: answer.open.map(({ why }) => why), disagreements: prover.disagreements };
  expect({ ...said, pair: [one, other] }).toEqual({
    ...opinion,
    open: [],
    disagreements: 0,
    pair: [one, other],
  });
}

describe('the solver and the decision diagrams agree', () => {
  test('on unrelated and edited policies', { timeout: TIMEOUT }, () => {
    for (const pair of sample(pairs, share.pairs)) agrees(pair);
  });

  test('on policies with variables', { timeout: TIMEOUT }, () => {
    for (const pair of sample(related, share.related)) agrees(pair);
  });

  test('on conditions on the time in both notations', { timeout: TIMEOUT }, () => {
    for (const pair of sample(timedPairs, share.related)) agrees(pair);
  });

  test('that a rewritten policy is equivalent', { timeout: TIMEOUT }, () => {
    for (const pair of sample(rewritten, share.rewritten)) {
      const prover = proverFor(pair);
      const { relation } = compareVersions(prover);
      expect({ relation, pair }).toEqual({ relation: 'equivalent', pair });
      expect({ ...opinionOn(...pair), pair }).toEqual({ more: false, less: false, pair });
    }
  });
});

test('they agree on every operator in every form, allowing and denying', { timeout: TIMEOUT }, () => {
  const open = { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' } as const;
  const names = new Set<string>();
  for (const Condition of everyForm) {
    for (const name of Object.keys(Condition)) names.add(name);
    agrees([[{ ...open, Condition }], [open]]);
    agrees([[open, { ...open, Effect: 'Deny', Condition }], [open]]);
  }
  // Every documented operator is reached: plain, with IfExists (but Null), and with either set operator.
  for (const { name } of conditionOperators) {
    const forms = name === 'Null' ? [name] : [name, `${name}IfExists`];
    for (const form of [...forms, `ForAllValues:${name}`, `ForAnyValue:${name}`])
      expect(names).toContain(form);
  }
});

describe('laws of comparison', () => {
  const relationOf = (one: readonly TestStatement[], other: readonly TestStatement[]) =>
    compareVersions(proverFor([one, other])).relation;
  const turned = { moreAccess: 'lessAccess', lessAccess: 'moreAccess' } as const;

  test(
    'a policy is equivalent to itself, and swapping the versions turns the relation',
    { timeout: TIMEOUT },
    () => {
      for (const [one, other] of sample(pairs, 60)) {
        expect(relationOf(one, one)).toBe('equivalent');
        const relation = relationOf(one, other);
        const back = relation === 'moreAccess' || relation === 'lessAccess' ? turned[relation] : relation;
        expect(relationOf(other, one)).toBe(back);
      }
    },
  );

  test('a further Allow never takes access, a further Deny never gives any', { timeout: TIMEOUT }, () => {
    for (const [one, other] of sample(pairs, 60)) {
      const [extra] = other;
      if (extra === undefined) continue;
      expect(['equivalent', 'moreAccess']).toContain(
        relationOf(one, [...one, { ...extra, Effect: 'Allow' }]),
      );
      expect(['equivalent', 'lessAccess']).toContain(relationOf(one, [...one, { ...extra, Effect: 'Deny' }]));
    }
  });
});

test('with a tiny budget an answer is right or missing', { timeout: TIMEOUT }, () => {
  let missing = 0;
  for (const [at, [one, other]] of sample(pairs, 120).entries()) {
    const full = compareVersions(proverFor([one, other]));
    const limit = { steps: 1 + (at % 12), moves: 20 + at * 7 };
    const small = compareVersions(proverFor([one, other], limit));
    if (small.relation === 'undecided') missing++;
    if (small.relation === 'equivalent') expect(full.relation).toBe('equivalent');
    if (small.widened.length > 0) expect(['moreAccess', 'incomparable']).toContain(full.relation);
    if (small.narrowed.length > 0) expect(['lessAccess', 'incomparable']).toContain(full.relation);
  }
  expect(missing).toBeGreaterThan(0);
});
