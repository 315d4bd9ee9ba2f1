import { expect, test } from 'vitest';
import { readScenario } from '../scenario/readScenario.ts';
import type { Json } from '../scenario/scenario.ts';
import { isMet } from './expectation.ts';
import { runChecks } from './runChecks.ts';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const WORKER = 'arn:aws:sts::111122223333:assumed-role/Worker/s1';
const allow = { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' };

function results(requests: readonly Json[], policy: Json = { Version: '2012-10-17', Statement: [allow] }) {
  const text = JSON.stringify({ keyway: 1, keys: [{ arn: KEY, policy }], requests });
  const [scenario] = readScenario(text).scenarios;
  if (scenario === undefined) throw new Error('The scenario of this test cannot be read.');
  return runChecks(scenario);
}

const request = { principal: WORKER, action: 'kms:Decrypt', expect: 'allowed' };

test('requests without an expectation are left out, and names are counted by position', () => {
  const { expect: _, ...unexpected } = request;
  expect(results([unexpected, request, { ...request, name: 'named', expect: 'denied' }])).toEqual([
    {
      name: 'request 2',
      ok: true,
      expected: { decision: 'allowed' },
      actual: { decision: 'allowed', error: null, statements: ['key[0]'] },
    },
    {
      name: 'named',
      ok: false,
      expected: { decision: 'denied' },
      actual: { decision: 'allowed', error: null, statements: ['key[0]'] },
    },
  ]);
});

test.each<[string, Json, Json | undefined, RegExp]>([
  ['a key policy', request, '{', /^The document `key` cannot be used\.$/],
  ['a principal', { ...request, principal: 'Worker' }, undefined, /^`Worker` is neither/],
  [
    'a session policy',
    { ...request, session: { policies: ['{'] } },
    undefined,
    /^A session policy cannot be used: /,
  ],
])('%s that cannot be used fails the check with the reason', (_, asked, policy, reason) => {
  const [result] = results([asked], policy);
  expect(result?.ok).toBe(false);
  expect(result?.actual).toEqual({ problem: expect.stringMatching(reason) as unknown });
});

test.each([
  [{}, true],
  [{ decision: 'implicitDeny' }, true],
  [{ decision: 'denied' }, true],
  [{ decision: 'explicitDeny' }, false],
  [{ decision: 'allowed' }, false],
  [{ error: 'DisabledException' }, true],
  [{ error: null }, false],
  [{ error: 'NotFoundException' }, false],
  [{ statements: [] }, true],
  [{ statements: ['key#A'] }, true],
  [{ statements: ['key#A', 'key#B'] }, true],
  [{ statements: ['key#A', 'key#C'] }, false],
  [{ decision: 'denied', error: null }, false],
] as const)('%j is met: %s', (expected, met) => {
  const actual = { decision: 'implicitDeny', error: 'DisabledException', statements: ['key#A', 'key#B'] };
  expect(isMet(expected, actual)).toBe(met);
  expect(isMet({ decision: 'denied' }, { ...actual, decision: 'allowed' })).toBe(false);
});
