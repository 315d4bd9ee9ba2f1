import { describe, expect, test } from 'vitest';
import { compileCondition } from './compileCondition.ts';
import type { RequestContext } from './context.ts';
import { clauseOf, contextOf, type Given } from './testInputs.ts';
import type { Truth } from './truth.ts';

const keyArn = 'arn:aws:kms:us-west-2:111122223333:key/1';

function explain(
  operator: string,
  values: readonly string[],
  given: Readonly<Record<string, Given>>,
  otherwise: RequestContext['otherwise'] = 'absent',
) {
  return compileCondition(clauseOf(operator, values, 'aws:K'), true).explain(contextOf(given, otherwise));
}

describe('notes: what the result rests on', () => {
  test.each<
    [
      rules: readonly string[],
      operator: string,
      policy: readonly string[],
      given: Readonly<Record<string, Given>>,
    ]
  >([
    [[], 'StringEquals', ['x'], { 'aws:K': 'x' }],
    [['IAM-071'], 'stringEquals', ['x'], { 'aws:K': 'x' }],
    [['IAM-071'], 'StringIs', ['x'], { 'aws:K': 'x' }],
    [['IAM-073'], 'StringEquals', ['x'], { 'aws:K': { values: ['x', 'y'], ambiguous: true } }],
    [['IAM-015'], 'StringEquals', [], { 'aws:K': 'x' }],
    [[], 'ForAnyValue:StringEquals', [], { 'aws:K': ['x'] }],
    [['IAM-081', 'IAM-081'], 'StringEqualsIgnoreCase', ['é'], { 'aws:K': 'É' }],
    [[], 'StringEquals', ['é'], { 'aws:K': 'É' }],
    [[], 'StringEqualsIgnoreCase', ['x', '漢'], { 'aws:K': 'X' }], // no case to ignore but that of ASCII
    [[], 'Bool', ['true'], { 'aws:K': 'false' }],
    [['IAM-085', 'IAM-085'], 'Bool', ['yes'], { 'aws:K': 'FALSE' }],
    [[], 'ForAnyValue:Null', ['false'], { 'aws:K': [''] }],
    [['IAM-083'], 'NumericEquals', ['x'], { 'aws:K': '1' }],
    [['IAM-083'], 'NumericNotEquals', ['1'], { 'aws:K': 'x' }],
    [['IAM-083'], 'NumericEquals', ['x', '2'], { 'aws:K': '1' }],
    [[], 'NumericEquals', ['x', '1'], { 'aws:K': '1' }], // settled by the other value
    [['IAM-005'], 'NumericEquals', ['1e1'], { 'aws:K': '10' }],
    [['IAM-084'], 'DateEquals', ['2020'], { 'aws:K': '1577836800' }],
    [['IAM-084'], 'DateLessThan', ['2020-01-01'], { 'aws:K': '1577836799' }],
    [['IAM-084'], 'DateNotEquals', ['today'], { 'aws:K': '1577836799' }],
    [['IAM-085'], 'Bool', ['True'], { 'aws:K': 'true' }],
    [['IAM-086'], 'BinaryEquals', ['x'], { 'aws:K': 'QQ==' }],
    [['IAM-087'], 'IpAddress', ['203.0.113'], { 'aws:K': '203.0.113.9' }],
    [['IAM-087'], 'NotIpAddress', ['203.0.113.9'], { 'aws:K': '203.0.113.0/24' }],
    [['IAM-088'], 'ArnNotLike', ['*'], { 'aws:K': keyArn }],
    [[], 'ArnLike', ['*', keyArn], { 'aws:K': keyArn }],
    [['IAM-090'], 'ForAnyValue:StringEqualsIfExists', ['x'], {}],
    [['IAM-090'], 'StringEqualsIfExists', ['x'], { 'aws:K': [] }],
    [[], 'StringEqualsIfExists', ['x'], {}],
    [['IAM-091'], 'Null', ['false'], { 'aws:K': '' }],
    [['IAM-091'], 'Null', ['True'], {}],
    [[], 'Null', ['false'], { 'aws:K': 'x' }],
    [['IAM-099'], 'StringEquals', ['x'], { 'aws:K': ['x'] }],
    [['IAM-110'], 'Bool', ['${aws:T}'], { 'aws:K': 'true', 'aws:T': 'true' }],
    [['IAM-111', 'IAM-115'], 'StringEquals', ['${aws:L}'], { 'aws:K': 'x', 'aws:L': ['x'] }],
    [['IAM-112'], 'StringEquals', ['${a b}'], { 'aws:K': 'x' }],
    [['IAM-114'], 'StringEquals', ["${aws:L, 'x'}"], { 'aws:K': 'x', 'aws:L': ['y'] }],
    [['IAM-115'], 'StringNotEquals', ['${aws:T}'], { 'aws:K': 'x' }],
    [['IAM-115'], 'StringLike', ['${aws:T}', 'x'], { 'aws:K': 'x' }],
    [['IAM-116'], 'StringLike', ['${aws:T}'], { 'aws:K': 'x', 'aws:T': '*' }],
    [[], 'StringEquals', ['${aws:T}'], { 'aws:K': 'x', 'aws:T': '*' }], // no wildcards there anyway
    [[], 'StringLike', ['${aws:T}', 'x*'], { 'aws:K': 'x', 'aws:T': '*' }],
  ])('%j: %s %j on %j', (rules, operator, policy, given) => {
    const { notes } = explain(operator, policy, given);
    expect(notes.map((note) => note.rule)).toEqual(rules);
    for (const note of notes) expect(note.text).toMatch(/^[A-Z`][^\n]*\.$/);
  });

  test.each<[string, readonly string[], Readonly<Record<string, Given>>, readonly string[]]>([
    ['stringEquals', ['x'], { 'aws:K': 'x' }, ['`StringEquals`']],
    ['forAnyValue:stringlikeifexists', ['x'], { 'aws:K': ['x'] }, ['`ForAnyValue:StringLikeIfExists`']],
    [
      'StringEquals',
      ['x'],
      { 'aws:K': { values: ['x', 'y'], ambiguous: true } },
      ['`aws:K`', '`x` was used'],
    ],
    ['StringEquals', [], { 'aws:K': 'x' }, ['`aws:K` lists no values']],
    ['StringEquals', ['x'], { 'aws:K': ['x'] }, ['`aws:K` can have several values']],
    [
      'ForAnyValue:StringEqualsIfExists',
      ['x'],
      {},
      ['`ForAnyValue:StringEqualsIfExists`', 'an absent key', '`aws:K` has no value'],
    ],
    ['StringLikeIfExists', ['x'], { 'aws:K': [] }, ['`StringLikeIfExists`', 'an empty list of values']],
    ['Null', ['false'], { 'aws:K': '' }, ['`aws:K` is empty']],
    [
      'StringEquals',
      ["${aws:L, 'x'}"],
      { 'aws:K': 'x', 'aws:L': ['y'] },
      ['`aws:L` can have several values', '`${aws:L, …}`'],
    ],
    [
      'StringEquals',
      ["${aws:L, 'x'}"],
      { 'aws:K': 'x', 'aws:L': { values: [] } },
      ['`aws:L` has an empty list of values', '`${aws:L, …}`'],
    ],
    [
      'StringEquals',
      ['${aws:L}'],
      { 'aws:K': 'x', 'aws:L': ['x'] },
      ['`aws:L` can have several', '`${aws:L}`'],
    ],
    ['StringLike', ['${aws:T}'], { 'aws:K': 'x', 'aws:T': 'a?' }, ['`${aws:T}` stands for `a?`']],
    ['StringEquals', ['${aws:T}'], { 'aws:K': 'x' }, ['`aws:T`']],
    ['ArnLike', ['arn:aws'], { 'aws:K': keyArn }, ['`arn:aws` has fewer than the six fields']],
    ['NumericEquals', ['ten'], { 'aws:K': '1' }, ['`ten`']],
    ['NumericEquals', ['1'], { 'aws:K': 'ten' }, ['`ten`']],
    ['DateEquals', ['today'], { 'aws:K': '1577836799' }, ['`today`']],
    ['IpAddress', ['203.0.113'], { 'aws:K': '203.0.113.9' }, ['`203.0.113` is not an IP address or range,']],
    ['BinaryEquals', ['x'], { 'aws:K': 'QQ==' }, ['`x`']],
    ['Bool', ['True'], { 'aws:K': 'true' }, ['`True`', 'not in lower case']],
    ['Bool', ['yes'], { 'aws:K': 'true' }, ['`yes` is neither `true` nor `false`']],
    [
      'IpAddress',
      ['203.0.113.9'],
      { 'aws:K': '203.0.113.0/24' },
      ["The request's value", 'is not an IP address,'],
    ],
    [
      'StringNotEquals',
      ['${aws:T}'],
      { 'aws:K': 'x' },
      ['does not stand in the way of the negated operator'],
    ],
  ])('%s %j on %j: the note names what it is about', (operator, policy, given, named) => {
    const [note] = explain(operator, policy, given).notes;
    for (const words of named) expect(note?.text).toContain(words);
  });

  test.each<[string, readonly string[], Readonly<Record<string, Given>>]>([
    // What is not about values at all has nothing to note.
    ['ForAllValues:StringEquals', ['x'], {}],
    ['ForAllValues:StringEqualsIfExists', ['x'], {}],
    ['ForAnyValue:StringEqualsIfExists', ['x'], { 'aws:K': ['x'] }],
    ['Null', ['false'], { 'aws:K': ['', 'x'] }],
    ['Null', ['true'], {}],
    ['StringEquals', ['${aws:T}'], { 'aws:K': 'x', 'aws:T': 'y' }],
    ['StringEquals', ["${aws:T, 'x'}"], { 'aws:K': 'x' }],
    ['ForAnyValue:StringEqualsIfExists', [], { 'aws:K': ['x'] }],
  ])('%s %j on %j: nothing to note', (operator, policy, given) => {
    expect(explain(operator, policy, given).notes).toEqual([]);
  });

  test('a key whose value is not known has no doubtful value', () => {
    const open = explain('NumericEquals', ['x'], {}, 'unknown');
    expect(open.notes.map(({ rule }) => rule)).toEqual(['IAM-083']);
    const unknown = { 'aws:K': { state: 'unknown', multivalued: true } } as const;
    expect(explain('ForAnyValue:StringEqualsIfExists', ['x'], unknown).notes).toEqual([]);
  });

  test('IAM-008: a special variable in a policy without variables', () => {
    const condition = compileCondition(clauseOf('StringLike', ['a${*}'], 'aws:K'), false);
    expect(condition.explain(contextOf({ 'aws:K': 'a${b}' }))).toMatchObject({
      truth: 'true',
      notes: [{ rule: 'IAM-008' }],
    });
  });
});

describe('facts', () => {
  test('say what was compared with what', () => {
    const facts = explain('ForAllValues:StringNotLike', ['${aws:username}-*', 'x', '${aws:Gone}'], {
      'aws:k': ['alice-1', 'bob-1'],
      'aws:username': 'alice',
    });
    expect(facts).toMatchObject({
      key: 'aws:K',
      operator: {
        qualifier: 'ForAllValues',
        base: { name: 'StringNotLike', positive: 'StringLike' },
        ifExists: false,
      },
      entry: { state: 'present', values: ['alice-1', 'bob-1'], multivalued: true, origin: { kind: 'given' } },
      compared: [
        { value: 'alice-1', satisfied: 'false' },
        { value: 'bob-1', satisfied: 'true' },
      ],
      truth: 'false',
      rule: 'IAM-096',
    });
    expect(facts.values).toEqual([
      { text: '${aws:username}-*', resolved: 'alice-*', outcome: 'true' },
      { text: 'x', outcome: 'false' },
      { text: '${aws:Gone}', outcome: 'false', problem: expect.stringContaining('`aws:Gone` has no value') },
    ]);
  });

  test('of an absent and of an unknown key', () => {
    expect(explain('StringEquals', ['x'], {})).toMatchObject({
      entry: { state: 'absent', values: [], origin: undefined },
      values: [{ text: 'x', outcome: 'false' }],
      compared: [],
    });
    expect(explain('StringEquals', ['x'], {}, 'unknown')).toMatchObject({
      entry: { state: 'unknown', values: [], origin: undefined },
      values: [{ text: 'x', outcome: 'unknown' }],
      compared: [],
      truth: 'unknown',
    });
    expect(explain('Null', ['true', 'false'], {}).values.map((value) => value.outcome)).toEqual([
      'true',
      'false',
    ]);
  });

  test('of an operator that does not exist', () => {
    const facts = explain('StringIs', ['x'], { 'aws:K': 'x' });
    expect(facts).toMatchObject({
      operator: undefined,
      truth: 'false',
      entry: { state: 'present', values: ['x'] },
      values: [{ text: 'x', outcome: 'false' }],
      compared: [],
    });
    expect(facts.notes[0]?.text).toContain('`StringIs` is not a condition operator.');
  });

  test('say what was compared with a single value, also where the result rests on something else', () => {
    expect(explain('StringNotEquals', ['x'], { 'aws:K': 'x' }).compared).toEqual([
      { value: 'x', satisfied: 'false' },
    ]);
    // A plain operator on a key with several values holds for none (IAM-099), though this one is equal.
    expect(explain('StringEquals', ['x'], { 'aws:K': ['x'] })).toMatchObject({
      truth: 'false',
      compared: [{ value: 'x', satisfied: 'true' }],
    });
    expect(explain('Null', ['false'], { 'aws:K': 'x' }).compared).toEqual([]);
  });

  test('of a variable are those of the request at hand', () => {
    const condition = compileCondition(clauseOf('StringEquals', ['${aws:T}'], 'aws:K'), true);
    for (const team of ['red', 'blue']) {
      const facts = condition.explain(contextOf({ 'aws:K': 'red', 'aws:T': team }));
      expect(facts.values).toStrictEqual([
        { text: '${aws:T}', resolved: team, outcome: team === 'red' ? 'true' : 'false' },
      ]);
    }
  });

  test('of a value that cannot be used say why, and no value that it stands for', () => {
    const problem = expect.stringContaining('`ten`');
    expect(explain('NumericEquals', ['ten'], { 'aws:K': '1' }).values).toStrictEqual([
      { text: 'ten', outcome: 'false', problem },
    ]);
    expect(explain('StringEquals', ['${aws:Gone}'], { 'aws:K': '1' }).values).toStrictEqual([
      { text: '${aws:Gone}', outcome: 'false', problem: expect.stringContaining('`aws:Gone` has no value') },
    ]);
  });

  test.each<[string, string, Truth]>([
    ['StringEquals', 'x', 'unknown'],
    ['StringEquals', '${aws:T}', 'unknown'],
    ['StringEquals', '${aws:Gone}', 'false'],
    ['NumericEquals', 'ten', 'false'],
    ['NumericEquals', '10', 'unknown'],
  ])('%s %s of a key that may have any value: %s', (operator, value, outcome) => {
    const given = { 'aws:K': { state: 'unknown' }, 'aws:T': 'x' } as const;
    expect(explain(operator, [value], given).values).toMatchObject([{ text: value, outcome }]);
  });

  test('of a key with a value that is open are those of a variable left open', () => {
    const given = { 'aws:K': 'x', 'aws:T': { state: 'unknown' } } as const;
    expect(explain('StringEquals', ['${aws:T}', 'y'], given).values).toStrictEqual([
      { text: '${aws:T}', outcome: 'unknown' },
      { text: 'y', outcome: 'false' },
    ]);
  });

  test('IAM-073: an ambiguous key is compared by its first value', () => {
    const given = { 'aws:K': { values: ['x', 'y'], ambiguous: true } };
    expect(explain('StringEquals', ['x'], given)).toMatchObject({
      truth: 'true',
      compared: [{ value: 'x' }],
    });
    expect(explain('ForAnyValue:StringEquals', ['y'], given).truth).toBe('false');
  });

  test('keys are those the result can depend on', () => {
    const clause = clauseOf('StringEquals', ['${aws:B}${AWS:b}', "${aws:C, 'x'}"], 'aws:A');
    expect(compileCondition(clause, true).keys).toEqual(['aws:a', 'aws:b', 'aws:c']);
    expect(compileCondition(clause, false).keys).toEqual(['aws:a']);
  });
});
