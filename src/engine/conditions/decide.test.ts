import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCondition } from './compileCondition.ts';
import type { ContextEntry } from './context.ts';
import { spellings } from './laws.ts';
import { conditionOperators } from './operators.ts';
import { clauseOf, contextOf, type Given } from './testInputs.ts';
import type { Truth } from './truth.ts';

const keyArn = 'arn:aws:kms:us-west-2:111122223333:key/1';

function evaluate(
  operator: string,
  values: readonly string[],
  given: Readonly<Record<string, Given>>,
  otherwise: 'absent' | 'unknown' = 'absent',
): Truth {
  return compileCondition(clauseOf(operator, values, 'aws:K'), true).test(contextOf(given, otherwise));
}

describe('unknown values', () => {
  test.each<[operator: string, policy: readonly string[], multivalued: boolean | undefined, truth: Truth]>([
    ['StringEquals', ['x'], false, 'unknown'],
    ['StringEquals', [], undefined, 'false'],
    ['StringLike', ['*'], false, 'unknown'], // absent is false
    ['StringLikeIfExists', ['x', '*'], false, 'true'],
    ['StringLikeIfExists', ['*'], undefined, 'unknown'], // false for a multivalued key
    ['StringNotLikeIfExists', ['*'], false, 'unknown'],
    ['ForAllValues:StringLike', ['*'], undefined, 'true'],
    ['ForAllValues:StringLike', ['?*'], undefined, 'unknown'],
    ['ForAnyValue:StringNotLike', ['*'], true, 'false'],
    ['ForAllValues:StringNotLike', ['*'], true, 'unknown'],
    ['ForAllValues:Null', ['true'], undefined, 'true'],
    ['ForAnyValue:Null', ['true'], undefined, 'false'],
    ['Null', ['true', 'false'], undefined, 'true'],
    ['Null', ['maybe'], undefined, 'false'],
    ['Null', ['true'], undefined, 'unknown'],
    ['StringEquals', ['x'], true, 'false'], // plain operator on a multivalued key (IAM-099)
    ['StringNotEquals', ['x'], true, 'unknown'],
    ['NumericEquals', ['x'], false, 'false'],
    ['NumericNotEquals', ['x'], false, 'true'],
    ['NumericNotEquals', ['x'], undefined, 'unknown'],
    ['StringEquals', ['${aws:Gone}'], false, 'false'],
    ['StringNotEquals', ['${aws:Gone}'], false, 'true'],
    ['StringNotLike', ['${aws:Gone}'], false, 'true'],
    ['StringLikeIfExists', ['${aws:Nothing}*'], false, 'true'], // any value, once the variable is filled in
    ['StringLikeIfExists', ['${aws:Gone}', '${aws:Nothing}*'], false, 'true'],
    ['StringNotEquals', ['${aws:Nothing}'], false, 'unknown'],
    ['ArnNotLike', ['${aws:Nothing}'], false, 'true'], // no ARN: nothing can match
    ['ArnNotLike', ['no ARN'], false, 'true'],
    ['ForAllValues:StringNotEquals', [], true, 'unknown'], // absent is true, present is false (IAM-015)
    ['StringNotEquals', ['${aws:Open}'], false, 'unknown'],
    ['ForAllValues:StringLike', ['${aws:Open}', '*'], undefined, 'true'],
  ])('%s %j, multivalued %s: %s', (operator, policy, multivalued, truth) => {
    const given: Record<string, Given> = {
      'aws:Gone': { state: 'absent' },
      'aws:Open': { state: 'unknown' },
      'aws:Nothing': '',
      ...(multivalued === undefined ? {} : { 'aws:K': { state: 'unknown', multivalued } }),
    };
    expect(evaluate(operator, policy, given, 'unknown')).toBe(truth);
  });

  test('a known key with an unknown variable', () => {
    const given: Record<string, Given> = { 'aws:K': 'x', 'aws:Open': { state: 'unknown' } };
    expect(evaluate('StringEquals', ['${aws:Open}'], given)).toBe('unknown');
    expect(evaluate('StringEquals', ['${aws:Open}', 'x'], given)).toBe('true');
    expect(evaluate('StringNotEquals', ['${aws:Open}', 'x'], given)).toBe('false');
  });

  test('a known list of values with an unknown variable', () => {
    const given: Record<string, Given> = { 'aws:K': ['x', 'y'], 'aws:Open': { state: 'unknown' } };
    expect(evaluate('ForAnyValue:StringEquals', ['${aws:Open}'], given)).toBe('unknown');
    expect(evaluate('ForAllValues:StringEquals', ['${aws:Open}'], given)).toBe('unknown');
    expect(evaluate('ForAllValues:StringEquals', ['${aws:Open}', 'y', 'x'], given)).toBe('true');
  });
});

describe('any clause in any request', () => {
  const keys = ['aws:A', 'aws:B'] as const;
  const word = fc.constantFrom('', 'a', 'A', '1', 'true', '*', keyArn, '203.0.113.9', '2020');
  const policyValue = fc.oneof(
    word,
    fc.constantFrom('${aws:A}', '${aws:B}', "${aws:B, 'a'}", '${aws:B}*', 'arn:aws:*:*:*:key/*'),
  );
  const entry = fc.oneof(
    fc.constant<Partial<ContextEntry>>({ state: 'absent' }),
    word.map((value): Partial<ContextEntry> => ({ values: [value] })),
    fc.array(word, { maxLength: 3 }).map((values): Partial<ContextEntry> => ({ values, multivalued: true })),
  );
  const spelling = fc.constantFrom(...conditionOperators.flatMap((operator) => spellings(operator)));
  const clause = fc
    .tuple(spelling, fc.array(policyValue, { maxLength: 3 }))
    .map(([operator, values]) => compileCondition(clauseOf(operator, values, keys[0]), true));
  const request = fc.tuple(entry, entry).map(([a, b]) => ({ [keys[0]]: a, [keys[1]]: b }));

  test('`test` and `explain` agree, and a request that leaves nothing open has a definite answer', () => {
    fc.assert(
      fc.property(clause, request, (condition, given) => {
        const facts = condition.explain(contextOf(given));
        expect(facts.truth).toBe(condition.test(contextOf(given)));
        expect(facts.truth).not.toBe('unknown');
      }),
      { numRuns: 4000 },
    );
  });

  test('what is certain with keys left open holds however they turn out', () => {
    const open = fc.tuple(fc.boolean(), fc.boolean(), fc.constantFrom('entry', 'otherwise'));
    fc.assert(
      fc.property(clause, request, open, (condition, given, [openA, openB, how]) => {
        const hidden = Object.entries(given).flatMap(
          ([key, known], index): [string, Partial<ContextEntry>][] => {
            if (!(index === 0 ? openA : openB)) return [[key, known]];
            if (how === 'otherwise') return [];
            return [[key, { state: 'unknown', multivalued: known.multivalued ?? false }]];
          },
        );
        const partial = contextOf(Object.fromEntries(hidden), 'unknown');
        const certain = condition.test(partial);
        expect(condition.explain(partial).truth).toBe(certain);
        expect(['unknown', condition.test(contextOf(given))]).toContain(certain);
      }),
      { numRuns: 6000 },
    );
  });
});
