import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContextEntry } from '../conditions/context.ts';
import type { Literal } from './atom.ts';
import { clauseLiteral, type Compiled } from './clause.ts';
import { everything, Nodes } from './node.ts';
import { Solver } from './solver.ts';
import { valuesByKey } from './testing/keyValues.ts';
import { clausesOfOneKey, type TestConditions } from './testing/statements.ts';
import { planOf } from './testing/testedStatement.ts';
import { Universe } from './universe.ts';
import { isTrue, keyValue, type KeyValue } from './value.ts';
import { Work } from './work.ts';

const open = { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' } as const;

/** Conditions on one key as literals, and every value the key can have as far as they tell. */
function situation(conditions: readonly TestConditions[]) {
  const universe = new Universe([]);
  const plans = planOf(conditions.map((Condition) => ({ ...open, Condition })));
  const [entries = []] = valuesByKey(plans).values();
  const values = entries.map((entry) => ({ entry, value: valueOf(entry) }));
  const clauses = plans.flatMap(({ statement, conditions: [compiled] }) => {
    const [clause] = statement.conditions;
    if (clause === undefined || compiled === undefined) return [];
    return [{ compiled, literal: clauseLiteral(universe, clause, { type: 'key', variables: true }) }];
  });
  return { universe, values, clauses };
}

function valueOf(entry: ContextEntry | undefined): KeyValue {
  if (entry === undefined) return keyValue('absent', []);
  return keyValue(entry.multivalued ? 'list' : 'single', entry.values);
}

function holdsOf(universe: Universe, literal: Compiled, value: KeyValue): boolean {
  return typeof literal === 'string' ? literal === 'always' : isTrue(literal, universe.atoms, value);
}

const flips = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });

test('a literal is true of the values that the evaluator finds its condition true of', () => {
  fc.assert(
    fc.property(clausesOfOneKey, (conditions) => {
      const { universe, values, clauses } = situation(conditions);
      for (const { entry, value } of values) {
        const entries = new Map(entry === undefined ? [] : [[entry.key, entry] as const]);
        for (const { compiled, literal } of clauses) {
          const said = compiled.test({ entries, otherwise: 'absent' }) === 'true';
          expect({ value, holds: holdsOf(universe, literal, value) }).toEqual({ value, holds: said });
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('literals on one key are solved where a value satisfies them all, and only there', () => {
  fc.assert(
    fc.property(clausesOfOneKey, flips, (conditions, negated) => {
      const { universe, values, clauses } = situation(conditions);
      const literals = clauses.flatMap(({ literal }, at): readonly Literal[] =>
        typeof literal === 'string' ? [] : [negated[at] === true ? literal ^ 1 : literal],
      );
      const [first] = literals;
      if (first === undefined) return;
      const solver = new Solver(universe);
      const fitting = values.filter(({ value }) =>
        literals.every((literal) => isTrue(literal, universe.atoms, value)),
      );
      const sorted = [...new Set(literals)].toSorted((one, other) => one - other);
      const solved = solver.solve(solver.atom(first).attribute, sorted, new Work());
      if (typeof solved === 'string') {
        expect({ solved, fitting }).toEqual({ solved: 'none', fitting: [] });
        return;
      }
      expect(literals.every((literal) => isTrue(literal, universe.atoms, solved.value))).toBe(true);
      if (solved.values === undefined) return;
      // What is listed is all there is: the tests' own values are among it, as far as conditions tell them apart.
      expect(solved.values.length).toBeGreaterThan(0);
      for (const value of solved.values)
        expect(literals.every((literal) => isTrue(literal, universe.atoms, value))).toBe(true);
      const vectors = (of: readonly KeyValue[]) =>
        new Set(
          of.map((value) => universe.atoms.map((_, at) => isTrue(at * 2, universe.atoms, value)).join()),
        );
      const listed = vectors(solved.values);
      for (const vector of vectors(fitting.map(({ value }) => value))) expect([...listed]).toContain(vector);
    }),
    { numRuns: 500 },
  );
});

test('what a node says of a literal is so of all its values, and what it assumes is what is left', () => {
  fc.assert(
    fc.property(clausesOfOneKey, flips, (conditions, negated) => {
      const { universe, values, clauses } = situation(conditions);
      const nodes = new Nodes(new Solver(universe), new Work());
      let node = everything;
      let left = values.map(({ value }) => value);
      for (const [at, { literal }] of clauses.entries()) {
        if (typeof literal === 'string') continue;
        const meant = negated[at] === true ? literal ^ 1 : literal;
        const [yes, no] = [true, false].map((truth) =>
          left.filter((value) => isTrue(meant, universe.atoms, value) === truth),
        );
        const standing = nodes.standing(node, meant);
        if (standing === 'holds') expect(no).toEqual([]);
        if (standing === 'fails') expect(yes).toEqual([]);
        const listed = node.states.get(nodes.attributeOf(meant))?.values;
        if (standing === 'open' && listed !== undefined) {
          const truths = new Set(listed.map((value) => isTrue(meant, universe.atoms, value)));
          expect(truths.size).toBe(2);
        }
        const next = nodes.assume(node, meant);
        expect(next === undefined).toBe(yes?.length === 0);
        if (next === undefined) return;
        expect(next.doubtful).toBe(false);
        expect(nodes.isTrue(next, meant)).toBe(true);
        expect([nodes.standing(next, meant), nodes.standing(next, meant ^ 1)]).toEqual(['holds', 'fails']);
        expect(nodes.assume(next, meant)).toBe(next);
        expect(nodes.assume(next, meant ^ 1)).toBeUndefined();
        node = next;
        left = yes ?? [];
      }
    }),
    { numRuns: 500 },
  );
});
