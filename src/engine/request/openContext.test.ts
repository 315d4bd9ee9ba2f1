import { describe, expect, test } from 'vitest';
import type { Check } from '../authorize/check.ts';
import type { Caller } from './caller.ts';
import { openCheck, withUnknownKey } from './openContext.ts';
import { ACCOUNT, ALICE, checksOf, type Fields, KEY, WORKER } from './testing/requests.ts';

const scenario = {
  keys: [{ arn: KEY, tags: { Team: 'pay' }, aliases: ['alias/a'] }],
  accounts: [{ id: ACCOUNT, organization: 'o-1', path: ['r-1'] }],
};

/** State of a key in a question about many requests in which policies look at that key. */
function stateOf(key: string, request: Fields = {}, caller?: Caller): string {
  const [check] = checksOf(request, scenario);
  if (check === undefined) throw new Error('Nothing is asked.');
  const open = openCheck(caller === undefined ? check : { ...check, caller }, new Set([key]));
  return open.context.entries.get(key)?.state ?? open.context.otherwise;
}

const service = { principal: 'logs.us-west-2.amazonaws.com' };
const anyone: Caller = { kind: 'anyone', account: undefined };

describe('what a question about many requests leaves open', () => {
  test.each<[string, Fields, string]>([
    // Who calls and which key it is are settled.
    ['aws:principalarn', {}, 'present'],
    ['kms:calleraccount', {}, 'present'],
    ['aws:principalisawsservice', {}, 'present'],
    ['aws:principalorgid', {}, 'present'],
    ['aws:resourceaccount', {}, 'present'],
    ['kms:keyspec', {}, 'present'],
    ['aws:resourcetag/team', {}, 'present'],
    ['aws:requestedregion', {}, 'present'],
    ['aws:securetransport', {}, 'present'],
    // What the request says is not, defaults included.
    ['kms:encryptionalgorithm', {}, 'unknown'],
    ['kms:encryptioncontext:tenant', {}, 'unknown'],
    ['kms:encryptioncontextkeys', {}, 'unknown'],
    ['kms:viaservice', {}, 'unknown'],
    ['aws:viaawsservice', {}, 'unknown'],
    ['aws:sourceip', {}, 'unknown'],
    ['aws:sourcevpce', { context: { 'aws:SourceVpce': 'vpce-1' } }, 'unknown'],
    ['aws:principaltag/team', {}, 'unknown'],
    ['nobody:knows', {}, 'unknown'],
    // MFA is another matter in each session.
    ['aws:multifactorauthpresent', { session: { mfaAuthenticated: true } }, 'unknown'],
    // Keys that no such request can carry stay absent.
    ['kms:multiregionkeytype', {}, 'absent'],
    ['aws:resourcetag/stage', {}, 'absent'],
    ['aws:resourceorgid', { principal: 'arn:aws:iam::444455556666:user/Bob', resource: KEY }, 'present'],
    ['kms:grantoperations', {}, 'absent'],
    ['kms:grantoperations', { action: 'kms:CreateGrant' }, 'unknown'],
    ['aws:sourcearn', {}, 'absent'],
    ['aws:sourceaccount', {}, 'absent'],
    ['aws:sourceorgid', {}, 'absent'],
    ['aws:sourceorgpaths', {}, 'absent'],
    ['aws:principalservicename', {}, 'absent'],
    ['aws:principalservicenameslist', {}, 'absent'],
    ['aws:username', {}, 'present'],
    ['aws:username', { principal: WORKER }, 'absent'],
    ['aws:userid', { principal: WORKER }, 'unknown'],
    // Of a service's own calls the other way round.
    ['aws:sourcearn', service, 'unknown'],
    ['aws:sourceaccount', service, 'unknown'],
    ['aws:principalservicename', service, 'present'],
    ['kms:viaservice', service, 'absent'],
    ['aws:calledvia', service, 'absent'],
    ['aws:calledviafirst', service, 'absent'],
    ['aws:calledvialast', service, 'absent'],
    ['aws:principalarn', service, 'absent'],
    ['aws:username', service, 'absent'],
    ['kms:calleraccount', service, 'absent'],
    ['aws:securetransport', service, 'unknown'],
  ])('%s of %j is %s', (key, request, expected) => {
    expect(stateOf(key, request)).toBe(expected);
  });

  test.each([
    ['aws:principalisawsservice', 'present'],
    ['kms:calleraccount', 'present'],
    ['aws:principalaccount', 'present'],
    ['aws:principalarn', 'unknown'],
    ['aws:principaltag/team', 'unknown'],
    ['aws:username', 'unknown'],
  ])('%s of anyone is %s', (key, expected) => {
    expect(stateOf(key, {}, anyone)).toBe(expected);
  });
});

test('an open check asks about no particular grant or context', () => {
  const [check] = checksOf({ action: 'kms:CreateGrant', parameters: { Operations: ['Decrypt'] } }, scenario);
  const open = check && openCheck(check, new Set(['aws:tagkeys', 'aws:sourceip']));
  expect(open?.open).toBe(true);
  expect(open?.grantFacts).toMatchObject({ encryptionContextOpen: true, newGrant: undefined });
  expect([...(open?.keyPolicyContext.entries.keys() ?? [])]).not.toContain('aws:resourcetag/team');
  expect(open?.context.entries.get('aws:sourceip')).toEqual({
    key: 'aws:sourceip',
    state: 'unknown',
    values: [],
    multivalued: false,
    origin: { kind: 'given' },
  });
});

describe('one key left open', () => {
  const [check] = checksOf({ principal: ALICE }, scenario);
  const state = (one: Check | undefined, key: string) => one?.context.entries.get(key)?.state;

  test('becomes unknown and the others stay', () => {
    const open = check && withUnknownKey(check, 'kms:keyspec');
    expect(state(open, 'kms:keyspec')).toBe('unknown');
    expect(state(open, 'kms:keyusage')).toBe('present');
    expect(state(check, 'kms:keyspec')).toBe('present');
    expect(open?.open).toBe(false);
    expect(open?.keyPolicyContext.entries.get('kms:keyspec')?.state).toBe('unknown');
  });

  test('is as multivalued as it always is', () => {
    const open = check && withUnknownKey(check, 'aws:tagkeys');
    expect(open?.context.entries.get('aws:tagkeys')?.multivalued).toBe(true);
    const aliases = check && withUnknownKey(check, 'kms:resourcealiases');
    expect(aliases?.context.entries.get('kms:resourcealiases')?.state).toBe('unknown');
    expect(aliases?.keyPolicyContext.entries.has('kms:resourcealiases')).toBe(false);
  });
});
