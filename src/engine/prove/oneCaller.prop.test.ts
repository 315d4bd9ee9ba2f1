import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CALLER, type Literal } from './atom.ts';
import { has } from './bits.ts';
import type { Cell } from './callers/cell.ts';
import { clauseLiteral, type Compiled } from './clause.ts';
import { everything, Nodes } from './node.ts';
import { Solver } from './solver.ts';
import type { TestConditions } from './testing/statements.ts';
import { planOf } from './testing/testedStatement.ts';
import { Universe } from './universe.ts';
import { type CallerValue, callerValue, isTrue, nameOfCaller } from './value.ts';
import { Work } from './work.ts';

const accounts = ['444455556666', '777788889999', '444400001111'];
const paths = ['', 'x/', 'x/y/'];
const names = ['a', 'b', 'ab', 'aab', 'axb', 'c'];

const arns = fc.constantFrom(
  'arn:aws:iam::*:role/a*',
  'arn:aws:iam::*:role/*b',
  'arn:aws:iam::*:role/x/*',
  'arn:aws:iam::*:role/a?b',
  'arn:aws:iam::4*:user/?',
  'arn:aws:iam::4*:*/ab',
  'arn:aws:iam::444455556666:role/x/ab',
  'arn:aws:iam::444455556666:*',
  'arn:aws:sts::*:federated-user/*b',
  '*/a',
  'arn:*:root',
  's3.*',
);
const ids = fc.constantFrom('444455556666', '4*', '*1', '????55556666', '*');
const words = fc.constantFrom('a*', '?b', 'ab', '*', 'c');
const vocabularies: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  ['aws:PrincipalArn', arns],
  ['aws:PrincipalAccount', ids],
  ['kms:CallerAccount', ids],
  ['aws:username', words],
];
const operators = ['StringLike', 'StringNotLike', 'StringLikeIfExists', 'StringEquals', 'Null'] as const;

const clause: fc.Arbitrary<TestConditions> = fc.constantFrom(...vocabularies).chain(([key, values]) =>
  fc
    .tuple(
      fc.constantFrom(
        ...operators,
        ...(key === 'aws:PrincipalArn' ? (['ArnLike', 'ArnNotLike'] as const) : []),
      ),
      fc.array(values, { minLength: 1, maxLength: 2 }),
      fc.boolean(),
    )
    .map(([operator, texts, truth]) => ({
      [operator]: { [key]: operator === 'Null' ? [String(truth)] : texts },
    })),
);

function wordsOf({ open }: Cell): readonly (readonly string[])[] {
  if (open === undefined) return [[]];
  return open.phases.reduce<readonly (readonly string[])[]>(
    (lists, { max, path }) => {
      const choices = max === 12 ? accounts : path === true ? paths : names;
      return lists.flatMap((list) => choices.map((word) => [...list, word]));
    },
    [[]],
  );
}

function situation(conditions: readonly TestConditions[]) {
  const universe = new Universe([]);
  const plans = planOf(
    conditions.map((Condition) => ({
      Effect: 'Allow',
      Principal: '*',
      Action: 'kms:*',
      Resource: '*',
      Condition,
    })),
  );
  const compiled = plans.flatMap(({ statement }): readonly Compiled[] =>
    statement.conditions.map((one) => clauseLiteral(universe, one, { type: 'key', variables: true })),
  );
  const literals = compiled.filter((literal): literal is Literal => typeof literal === 'number');
  const callers = universe.cells.flatMap((cell, at) => wordsOf(cell).map((list) => callerValue(at, list)));
  return { universe, literals, callers };
}

const NAME =
  /^arn:aws:(?:iam::\d{12}:(?:root|(?:user|role)\/(?:[!-~]+\/)?[\w+=,.@-]+)|sts::\d{12}:federated-user\/[\w+=,.@-]+)$|^[a-z0-9.-]+\.amazonaws\.com$/;

test('conditions on the caller are solved where some caller satisfies them all, and only there', () => {
  fc.assert(
    fc.property(
      fc.array(clause, { minLength: 1, maxLength: 4 }),
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      (conditions, negated) => {
        const { universe, literals, callers } = situation(conditions);
        const meant = literals.map((literal, at) => (negated[at] === true ? literal ^ 1 : literal));
        const sorted = [...new Set(meant)].toSorted((one, other) => one - other);
        const fits = (value: CallerValue) =>
          sorted.every((literal) => isTrue(literal, universe.atoms, value));
        const fitting = callers.filter(fits);
        const solved = new Solver(universe).solve(CALLER, sorted, new Work());
        if (typeof solved === 'string') {
          expect({ solved, fitting }).toEqual({ solved: 'none', fitting: [] });
          return;
        }
        const { value, left } = solved;
        if (value.kind !== 'caller' || left === undefined) throw new Error('The caller is one.');
        expect(fits(value)).toBe(true);
        const cell = universe.cells[value.cell];
        expect(cell === undefined ? '' : nameOfCaller(cell, value.words)).toMatch(NAME);
        expect(fitting.filter(({ cell: at }) => !has(left, at))).toEqual([]);
        const nodes = new Nodes(new Solver(universe), new Work());
        const node = nodes.assumeAll(everything, meant);
        expect(node?.doubtful).toBe(false);
        for (const literal of literals) {
          const [yes, no] = [true, false].map((truth) =>
            fitting.filter((one) => isTrue(literal, universe.atoms, one) === truth),
          );
          const standing = node === undefined ? 'open' : nodes.standing(node, literal);
          if (standing === 'holds') expect(no).toEqual([]);
          if (standing === 'fails') expect(yes).toEqual([]);
          expect(standing).not.toBe('open');
        }
      },
    ),
    { numRuns: 400 },
  );
});
