import { describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  ALICE,
  allow,
  BOB,
  boundary,
  deny,
  type Fields,
  identity,
  KEY,
  policy,
  ROLE,
  SESSION,
  traceOf,
} from './testing/decisions.ts';
import { allPolicies, applying } from './trace.ts';

const all = allow('kms:*');

/** The trace of the only statement of the key policy. */
function traced(statement: Fields, request: Fields = { principal: ALICE }, scenario: Fields = {}) {
  const [one] = traceOf(request, { policy: policy({ Effect: 'Allow', ...statement }) }, scenario).keyPolicy;
  const [first] = one?.statements ?? [];
  if (first === undefined) throw new Error('No statement.');
  return first;
}

describe('the principal part', () => {
  test.each<[string, Fields, boolean, string | undefined]>([
    ['names the caller', { Principal: { AWS: ALICE } }, true, ALICE],
    ['names the caller second', { Principal: { AWS: [BOB, ALICE] } }, true, ALICE],
    ['names the account', { Principal: { AWS: [BOB, ACCOUNT] } }, true, ACCOUNT],
    ['names somebody else', { Principal: { AWS: BOB } }, false, undefined],
    ['leaves out somebody else', { NotPrincipal: { AWS: BOB } }, true, undefined],
    [
      'leaves out the caller',
      { Effect: 'Deny', NotPrincipal: { AWS: ['444455556666', ALICE] } },
      false,
      ALICE,
    ],
  ])('%s', (_, statement, matched, entry) => {
    const { principal, applies } = traced({ ...all, ...statement });
    expect([principal?.matched, principal?.entry?.value, principal?.bounded]).toEqual([
      matched,
      entry,
      false,
    ]);
    expect(applies).toBe(matched ? 'true' : 'false');
  });

  test.each<[string, Fields, boolean]>([
    ['a Deny with NotPrincipal', { Effect: 'Deny', NotPrincipal: { AWS: [ACCOUNT, ROLE, SESSION] } }, true],
    ['an Allow with NotPrincipal', { NotPrincipal: { AWS: BOB } }, false],
    ['a Deny with Principal', { Effect: 'Deny', Principal: { AWS: ROLE } }, false],
  ])('%s and a caller with a boundary (IAM-023): %j', (_, statement, bounded) => {
    const bound = { identities: [{ arn: ROLE, ...boundary(all) }] };
    expect(traced({ ...all, ...statement }, { principal: SESSION }, bound).principal?.bounded).toBe(bounded);
    expect(traced({ ...all, ...statement }, { principal: SESSION }).principal?.bounded).toBe(false);
  });

  test('is there only in policies that name principals', () => {
    const { keyPolicy, identity: own } = traceOf(
      { principal: ALICE },
      { policy: policy({ ...all, Principal: { AWS: ALICE } }) },
      { identities: [identity(ALICE, all)] },
    );
    expect(keyPolicy[0]?.statements[0]?.principal).toBeDefined();
    expect(own[0]?.statements[0]?.principal).toBeUndefined();
  });
});

describe('action, resource and conditions', () => {
  const named = { Principal: { AWS: ALICE } };

  test.each<[Fields, string, string | undefined]>([
    [{ Resource: '*' }, 'true', '*'],
    [{ Resource: [`${KEY}x`, KEY] }, 'true', KEY],
    [{ Resource: `${KEY}x` }, 'false', undefined],
    [{ NotResource: `${KEY}x` }, 'true', undefined],
    [{ NotResource: [`${KEY}x`, KEY] }, 'false', KEY],
  ])('%j: the resource part is %s, by %s', (statement, outcome, pattern) => {
    const { resource, applies } = traced({ ...named, Action: 'kms:*', ...statement });
    expect([resource.outcome, resource.pattern?.value, applies]).toEqual([outcome, pattern, outcome]);
  });

  test.each<[Fields, boolean, string | undefined]>([
    [{ Action: ['kms:Encrypt', 'kms:De*'] }, true, 'kms:De*'],
    [{ Action: 'kms:Encrypt' }, false, undefined],
    [{ NotAction: ['kms:Encrypt'] }, true, undefined],
    [{ NotAction: ['kms:Encrypt', 'kms:Decrypt'] }, false, 'kms:Decrypt'],
  ])('%j: the action part is %s, by %s', (statement, matched, pattern) => {
    const { action, applies } = traced({ ...named, Resource: '*', ...statement });
    expect([action.matched, action.pattern?.value, applies]).toEqual([matched, pattern, String(matched)]);
  });

  test('without a resource, the star is the pattern', () => {
    const Resource = ['arn:aws:s3:::b', '*'];
    const having = { identities: [identity(ALICE, { ...allow('s3:*'), Resource })] };
    const [own] = traceOf({ principal: ALICE, action: 's3:ListAllMyBuckets' }, {}, having).identity;
    expect(own?.statements[0]?.resource).toMatchObject({ outcome: 'true', pattern: { value: '*' } });
  });

  test('all conditions are explained, also after one that fails', () => {
    const Condition = {
      StringEquals: { 'aws:PrincipalAccount': '444455556666', 'kms:CallerAccount': ACCOUNT },
    };
    const { conditions, applies } = traced({ ...all, ...named, Condition });
    expect(conditions.map(({ truth }) => truth)).toEqual(['false', 'true']);
    expect(applies).toBe('false');
  });
});

test('statements that apply, by effect', () => {
  const key = {
    policy: policy(
      { ...all, Sid: 'allows', Principal: { AWS: ALICE } },
      { ...deny('kms:*'), Sid: 'denies', Principal: { AWS: ALICE } },
      { ...all, Sid: 'others', Principal: { AWS: BOB } },
      { ...deny('kms:*'), Sid: 'deniesOthers', Principal: { AWS: BOB } },
    ),
  };
  const policies = allPolicies(traceOf({ principal: ALICE }, key));
  const sids = (effect: 'Allow' | 'Deny') => applying(policies, effect).map(({ plan }) => plan.statement.sid);
  expect([sids('Allow'), sids('Deny')]).toEqual([['allows'], ['denies']]);
});
