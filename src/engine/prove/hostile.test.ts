import { describe, expect, test } from 'vitest';
import { compareVersions } from './questions/compareAnswer.ts';
import { type Clause, denyOf, randomClauses } from './testing/hiddenClauses.ts';
import { proverFor } from './testing/provers.ts';
import { usualWork } from './work.ts';

const PARTNER = 'arn:aws:iam::444455556666:role/Partner';
const ROLE = { AWS: 'arn:aws:iam::111122223333:role/App' };
const TIMEOUT = 120_000;

function allow(Condition: object = {}) {
  return { Effect: 'Allow', Principal: ROLE, Action: 'kms:Decrypt', Resource: '*', Condition };
}

/** Every assignment tried. A clause that names a variable twice says what its last mention says, as in the JSON object. */
function isSatisfiable(clauses: readonly Clause[], variables: number): boolean {
  const last = clauses.map((clause) => new Map(clause.map(({ variable, positive }) => [variable, positive])));
  for (let mask = 0; mask < 2 ** variables; mask++) {
    const holds = last.every((clause) =>
      [...clause].some(([variable, positive]) => (((mask >> variable) & 1) === 1) === positive),
    );
    if (holds) return true;
  }
  return false;
}

describe('random 3-SAT hidden in Null conditions', () => {
  test('is decided as trying everything decides it', () => {
    let [satisfiable, not] = [0, 0];
    for (let seed = 1; seed <= 12; seed++) {
      const clauses = randomClauses(seed, 12, 52);
      const answer = compareVersions(proverFor([[], [allow(), ...clauses.map(denyOf)]]));
      const expected = isSatisfiable(clauses, 12);
      if (expected) satisfiable++;
      else not++;
      expect(answer.relation).toBe(expected ? 'moreAccess' : 'equivalent');
    }
    expect(Math.min(satisfiable, not)).toBeGreaterThan(0);
  });

  test('with 40 keys is decided or undecided within the budget', { timeout: TIMEOUT }, () => {
    const clauses = randomClauses(99, 40, 170);
    const limit = { steps: 20_000, moves: 2_000_000 };
    const prover = proverFor([[], [allow(), ...clauses.map(denyOf)]], limit);
    const { relation } = compareVersions(prover);
    expect(['moreAccess', 'equivalent', 'undecided']).toContain(relation);
    expect(prover.disagreements).toBe(0);
  });

  test('with 160 keys and 690 denies every step is charged for the statements it looks at', () => {
    const clauses = randomClauses(7, 160, 690);
    const limit = { steps: usualWork.steps, moves: usualWork.moves / 10 };
    const prover = proverFor([[], [allow(), ...clauses.map(denyOf)]], limit);
    expect(compareVersions(prover).relation).toBe('undecided');
    const { steps, moves } = prover.spent;
    // Three literals each, more than once while conclusions are drawn; what is copied for a step is less than half of this.
    expect(moves).toBeGreaterThan(steps * clauses.length * 3 * 2);
    expect(moves).toBeLessThan(limit.moves * 1.01);
  });

  test('hard statements leave enough for an easy one, and all of them together stay within the budget', () => {
    const hard = randomClauses(7, 160, 690).map(denyOf);
    const others = Array.from({ length: 4 }, (_, at) =>
      allow({ Null: { [`kms:EncryptionContext:w${at}`]: 'false' } }),
    );
    const open = { ...allow(), Principal: { AWS: PARTNER }, Action: 'kms:DescribeKey' };
    const limit = { steps: usualWork.steps, moves: usualWork.moves / 10 };
    const denied = hard.map((deny) => ({ ...deny, Action: 'kms:Decrypt' }));
    const prover = proverFor([[], [...others, open, ...denied]], limit);
    const { widened, relation } = compareVersions(prover);
    expect(widened.map(({ witness }) => witness.request.action)).toEqual(['kms:DescribeKey']);
    expect(relation).toBe('undecided');
    expect(prover.spent.moves).toBeLessThan(limit.moves * 1.01);
  });
});

test('crossed pairs of tags: only equal pairs are left, and one of them is found', () => {
  const deny = (condition: object) => ({ ...allow(condition), Effect: 'Deny', Principal: '*' });
  const pairs = Array.from({ length: 20 }, (_, at) => [
    deny({
      StringEquals: { [`aws:PrincipalTag/p${at}`]: 'x' },
      StringNotEquals: { [`aws:PrincipalTag/q${at}`]: 'x' },
    }),
    deny({
      StringNotEquals: { [`aws:PrincipalTag/p${at}`]: 'x' },
      StringEquals: { [`aws:PrincipalTag/q${at}`]: 'x' },
    }),
  ]).flat();
  const prover = proverFor([[], [allow({ StringEquals: { 'aws:PrincipalTag/p7': 'x' } }), ...pairs]]);
  const { relation, widened } = compareVersions(prover);
  expect([relation, prover.disagreements]).toEqual(['moreAccess', 0]);
  const context = widened[0]?.witness.request.context;
  expect(context?.['aws:PrincipalTag/q7']).toBe('x');
  const closed = [...pairs, deny({ StringEquals: { 'aws:PrincipalTag/q7': 'x' } })];
  expect(
    compareVersions(proverFor([[], [allow({ StringEquals: { 'aws:PrincipalTag/p7': 'x' } }), ...closed]]))
      .relation,
  ).toBe('equivalent');
});

describe('200 patterns with three stars on one free text', () => {
  const pattern = (at: number) => `pre${at}/*/mid${at}/*/end${at}*`;
  const like = (value: string) => allow({ StringLike: { 'kms:EncryptionContext:path': value } });
  const many = Array.from({ length: 200 }, (_, at) => like(pattern(at)));

  test('reordered they are equivalent', { timeout: TIMEOUT }, () => {
    expect(compareVersions(proverFor([many, many.toReversed()])).relation).toBe('equivalent');
  });

  test('one dropped that another covers changes nothing, one narrowed does', { timeout: TIMEOUT }, () => {
    const covering = [...many, like('pre17/*')];
    expect(compareVersions(proverFor([covering, covering.toSpliced(17, 1)])).relation).toBe('equivalent');
    const narrowed = many.toSpliced(42, 1, like(`${pattern(42)}x`));
    expect(compareVersions(proverFor([many, narrowed])).relation).toBe('lessAccess');
  });
});
