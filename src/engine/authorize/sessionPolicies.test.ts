import { describe, expect, test } from 'vitest';
import type { DocumentText, ScenarioRequest } from '../scenario/scenario.ts';
import { sessionPolicies, sessionPolicyProblem } from './sessionPolicies.ts';
import { allow, deny, policy } from './testing/decisions.ts';

const document = (text: string, fallback?: string): DocumentText => ({
  id: 'session',
  text,
  ...(fallback === undefined ? {} : { fallback }),
});
const request = (policies?: readonly DocumentText[]): ScenarioRequest => ({
  action: 'kms:Decrypt',
  principal: 'arn:aws:sts::111122223333:assumed-role/Worker/s1',
  ...(policies === undefined ? {} : { session: { policies } }),
});

const allows = JSON.stringify(policy(allow('kms:*')));
const denies = JSON.stringify(policy(deny('kms:*')));
const broken = '{ "Version": "2012-10-17", "Statement": [';

/** The effects of the statements that count, policy by policy. */
const effects = (one: ScenarioRequest) =>
  sessionPolicies(one)?.map(({ statements }) => statements.map(({ effect }) => effect));

describe('session policies', () => {
  test.each<[string, ScenarioRequest, ReturnType<typeof effects>]>([
    ['none passed', request(), undefined],
    ['an empty list', request([]), undefined],
    ['two', request([document(allows), document(denies)]), [['Allow'], ['Deny']]],
    ['one that cannot be read', request([document(broken), document(denies)]), [['Deny']]],
    ['only one that cannot be read is not none (IAM-128)', request([document(broken)]), []],
    ['one that could be read before', request([document(broken, denies)]), [['Deny']]],
    ['one that can be read now', request([document(allows, denies)]), [['Allow']]],
  ])('%s', (_, one, expected) => {
    expect(effects(one)).toEqual(expected);
  });

  test.each<[string, ScenarioRequest, RegExp | undefined]>([
    ['none passed', request(), undefined],
    ['one that can be read', request([document(allows)]), undefined],
    ['one that could be read before', request([document(broken, allows)]), undefined],
    [
      'one that is broken off',
      request([document(broken)]),
      /^A session policy cannot be used: .*never closed/,
    ],
    ['the second', request([document(allows), document('[]')]), /^A session policy cannot be used: .*object/],
  ])('the problem of %s', (_, one, expected) => {
    if (expected === undefined) expect(sessionPolicyProblem(one)).toBeUndefined();
    else expect(sessionPolicyProblem(one)).toMatch(expected);
  });
});
