import { describe, expect, test } from 'vitest';
import { combineConditions, compileCondition, evaluateConditions } from './compileCondition.ts';
import type { RequestContext } from './context.ts';
import { clauseOf, contextOf, type Given } from './testInputs.ts';
import type { Truth } from './truth.ts';

const keyArn = 'arn:aws:kms:us-west-2:111122223333:key/1';

function explain(operator: string, values: readonly string[], given: Readonly<Record<string, Given>>) {
  return compileCondition(clauseOf(operator, values, 'aws:K'), true).explain(contextOf(given));
}

describe('comparisons', () => {
  test.each<[rule: string, operator: string, policy: readonly string[], value: string, truth: Truth]>([
    ['IAM-080', 'StringEquals', ['a*'], 'ab', 'false'],
    ['IAM-080', 'StringEquals', ['${*}'], '*', 'true'],
    ['IAM-080', 'StringEquals', ['A'], 'a', 'false'],
    ['IAM-081', 'StringEqualsIgnoreCase', ['Team'], 'tEAM', 'true'],
    ['IAM-081', 'StringNotEqualsIgnoreCase', ['Team'], 'tEAM', 'false'],
    ['IAM-081', 'StringEqualsIgnoreCase', ['a*'], 'ab', 'false'],
    ['IAM-082', 'StringLike', ['a*c'], 'a:/\nc', 'true'],
    ['IAM-082', 'StringLike', ['a?c'], 'ac', 'false'],
    ['IAM-082', 'StringLike', ['b'], 'abc', 'false'],
    ['IAM-082', 'StringNotLike', ['x', 'a*'], 'ab', 'false'],
    ['IAM-083', 'NumericLessThan', ['10', '2'], '5', 'true'],
    ['IAM-083', 'NumericGreaterThanEquals', ['10'], '10.0', 'true'],
    ['IAM-083', 'NumericNotEquals', ['9007199254740992'], '9007199254740993', 'true'],
    ['IAM-083', 'NumericEquals', ['12'], '12abc', 'false'],
    ['IAM-083', 'NumericNotEquals', ['12'], '12abc', 'true'],
    ['IAM-084', 'DateLessThan', ['2020-01-01T00:00:00Z'], '1577836799', 'true'],
    ['IAM-084', 'DateLessThan', ['1577836800'], '2020-01-01T00:00:00Z', 'false'],
    ['IAM-084', 'DateLessThanEquals', ['1577836800'], '2020-01-01T00:00:00Z', 'true'],
    ['IAM-084', 'DateGreaterThan', ['2020'], '2019-12-31T23:59:59Z', 'false'],
    ['IAM-085', 'Bool', ['true', 'false'], 'false', 'true'],
    ['IAM-085', 'Bool', ['true'], '1', 'false'],
    ['IAM-086', 'BinaryEquals', ['QQ=='], 'QR==', 'true'],
    ['IAM-086', 'BinaryEquals', ['!'], '!', 'false'],
    ['IAM-087', 'IpAddress', ['2001:db8::1'], '2001:DB8:0:0::1', 'true'],
    ['IAM-087', 'IpAddress', ['0.0.0.0/0'], '::1', 'false'],
    ['IAM-087', 'NotIpAddress', ['0.0.0.0/0'], '::1', 'true'],
    ['IAM-088', 'ArnEquals', ['arn:aws:kms:*:111122223333:key/*'], keyArn, 'true'],
    ['IAM-088', 'ArnLike', ['arn:aws:*:key/*'], keyArn, 'false'],
    ['IAM-088', 'ArnLike', ['*:*:*:*:*:*'], keyArn, 'true'],
    ['IAM-088', 'ArnLike', ['arn:aws:kms:us-west-2:111122223333:*:z'], `${keyArn}:x:z`, 'true'],
    ['IAM-088', 'ArnLike', ['*'], keyArn, 'false'],
    ['IAM-088', 'ArnNotLike', ['*'], keyArn, 'true'],
    ['IAM-088', 'ArnLike', ['arn:aws:kms:us-west-?:111122223333:key/1'], keyArn, 'true'],
    [
      'IAM-088',
      'ArnLike',
      ['arn:aws:someservice:*:111122223333:finance/*'],
      'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt',
      'false',
    ],
    ['IAM-110', 'NumericEquals', ['${aws:K}'], '5', 'false'],
    ['IAM-110', 'StringEquals', ['${aws:K}'], '5', 'true'],
    ['IAM-110', 'ArnEquals', ['${aws:K}'], keyArn, 'true'],
    ['IAM-110', 'Bool', ['${aws:K}'], 'true', 'true'],
  ])('%s: %s %j on %j is %s', (rule, operator, policy, value, truth) => {
    const facts = explain(operator, policy, { 'aws:K': value });
    expect(facts.truth).toBe(truth);
    // The variable rows are decided by their operators.
    expect(facts.rule).toBe(rule === 'IAM-110' ? facts.operator?.base.rule : rule);
  });

  test('IAM-008: without variables `${…}` is text', () => {
    const clause = clauseOf('StringEquals', ['${aws:username}'], 'aws:K');
    const given = contextOf({ 'aws:K': 'alice', 'aws:username': 'alice' });
    expect(compileCondition(clause, false).test(given)).toBe('false');
    expect(compileCondition(clause, true).test(given)).toBe('true');
  });

  test('IAM-116: the star of a substituted value is a star', () => {
    const clause = clauseOf('StringLike', ['${aws:username}/*'], 'aws:K');
    const condition = compileCondition(clause, true);
    expect(condition.test(contextOf({ 'aws:K': 'bob/x', 'aws:username': '*' }))).toBe('false');
    expect(condition.test(contextOf({ 'aws:K': '*/x', 'aws:username': '*' }))).toBe('true');
  });

  test('KMS-110: a condition key is never a variable', () => {
    const clause = clauseOf('StringEquals', ['x'], 'kms:EncryptionContext:${aws:username}');
    const given = { 'aws:username': 'alice', 'kms:EncryptionContext:alice': 'x' };
    expect(compileCondition(clause, true).test(contextOf(given))).toBe('false');
    expect(
      compileCondition(clause, true).test(
        contextOf({ ...given, 'kms:EncryptionContext:${AWS:username}': 'x' }),
      ),
    ).toBe('true');
  });

  test('KMS-107: an exact encryption context takes the pairs and the closed list of names', () => {
    const conditions = [
      compileCondition(clauseOf('StringEquals', ['Example'], 'kms:EncryptionContext:App'), true),
      compileCondition(clauseOf('ForAllValues:StringEquals', ['App'], 'kms:EncryptionContextKeys'), true),
    ];
    const given = (keys: readonly string[]): RequestContext =>
      contextOf({ 'kms:EncryptionContext:app': 'Example', 'kms:EncryptionContextKeys': keys });
    expect(evaluateConditions(conditions, given(['App']))).toBe('true');
    expect(evaluateConditions(conditions, given(['App', 'Stage']))).toBe('false');
    expect(evaluateConditions(conditions, given(['app']))).toBe('false'); // names are values here (KMS-106)
    expect(evaluateConditions(conditions, contextOf({}))).toBe('false'); // KMS-111
  });
});

describe('the rule that decided', () => {
  test.each<
    [
      rule: string,
      operator: string,
      policy: readonly string[],
      given: Readonly<Record<string, Given>>,
      truth: Truth,
    ]
  >([
    ['IAM-071', 'StringIs', ['x'], { 'aws:K': 'x' }, 'false'],
    ['IAM-071', 'NullIfExists', ['true'], {}, 'false'],
    ['KMS-131', 'StringEquals', ['x'], {}, 'false'],
    ['KMS-131', 'StringNotEquals', ['x'], {}, 'true'],
    ['KMS-131', 'StringNotEquals', ['x'], { 'aws:K': { state: 'absent' } }, 'true'],
    ['KMS-131', 'ForAllValues:StringNotEquals', ['x'], { 'aws:K': [] }, 'true'],
    ['KMS-131', 'ForAnyValue:StringNotEquals', ['x'], {}, 'false'],
    ['IAM-090', 'StringEqualsIfExists', ['x'], {}, 'true'],
    ['IAM-090', 'ForAnyValue:StringEqualsIfExists', ['x'], {}, 'true'],
    ['IAM-091', 'Null', ['true'], {}, 'true'],
    ['IAM-091', 'Null', ['true', 'false'], { 'aws:K': 'x' }, 'true'],
    ['IAM-091', 'Null', ['false'], { 'aws:K': [] }, 'false'],
    ['IAM-091', 'Null', ['yes'], {}, 'false'],
    ['IAM-091', 'ForAllValues:Null', ['false'], {}, 'true'],
    ['IAM-096', 'ForAllValues:StringEquals', ['x'], { 'aws:K': ['x', 'y'] }, 'false'],
    ['IAM-097', 'ForAnyValue:StringNotEquals', ['x'], { 'aws:K': ['x', 'y'] }, 'true'],
    ['IAM-099', 'StringEquals', ['x'], { 'aws:K': ['x'] }, 'false'],
    ['IAM-099', 'StringNotEquals', ['y'], { 'aws:K': ['x'] }, 'false'],
    ['IAM-099', 'StringEqualsIfExists', ['x'], { 'aws:K': ['x'] }, 'false'],
    ['IAM-015', 'StringEquals', [], { 'aws:K': 'x' }, 'false'],
    ['IAM-015', 'StringNotEquals', [], { 'aws:K': 'x' }, 'true'],
    ['IAM-015', 'StringNotEqualsIfExists', [], { 'aws:K': 'x' }, 'false'],
    ['IAM-015', 'ForAllValues:StringNotEquals', [], { 'aws:K': ['x'] }, 'false'],
    ['IAM-015', 'ForAnyValue:StringNotEquals', [], { 'aws:K': ['x'] }, 'false'],
    ['KMS-131', 'ForAllValues:StringEquals', [], {}, 'true'],
    ['IAM-090', 'StringEqualsIfExists', [], {}, 'true'],
  ])('%s: %s %j on %j is %s', (rule, operator, policy, given, truth) => {
    const facts = explain(operator, policy, given);
    expect([facts.rule, facts.truth]).toEqual([rule, truth]);
    expect(compileCondition(clauseOf(operator, policy, 'aws:K'), true).test(contextOf(given))).toBe(truth);
  });
});

describe('a whole Condition block', () => {
  const conditions = ['a', 'b', 'c'].map((name) =>
    compileCondition(clauseOf('StringEquals', ['x'], `aws:${name}`), true),
  );

  test.each<[given: Readonly<Record<string, Given>>, truth: Truth]>([
    [{ 'aws:a': 'x', 'aws:b': 'x', 'aws:c': 'x' }, 'true'],
    [{ 'aws:a': 'x', 'aws:b': 'y', 'aws:c': 'x' }, 'false'],
    [{ 'aws:a': { state: 'unknown' }, 'aws:b': 'x', 'aws:c': 'x' }, 'unknown'],
    [{ 'aws:a': { state: 'unknown' }, 'aws:b': 'x', 'aws:c': 'y' }, 'false'],
  ])('IAM-070: %j is %s', (given, truth) => {
    expect(evaluateConditions(conditions, contextOf(given))).toBe(truth);
    expect(combineConditions(conditions.map((condition) => condition.explain(contextOf(given))))).toBe(truth);
  });

  test('IAM-014: an empty block holds', () => {
    expect([evaluateConditions([], contextOf({})), combineConditions([])]).toEqual(['true', 'true']);
  });
});
