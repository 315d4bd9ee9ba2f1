import { describe, expect, test } from 'vitest';
import { MatchClass } from '../authorize/principalMatch.ts';
import { openCheck } from '../request/openContext.ts';
import {
  ACCOUNT,
  ALICE,
  checksOf,
  type Fields,
  KEY,
  OTHER_KEY,
  WORKER,
} from '../request/testing/requests.ts';
import { comparePairs, matchGrant } from './matchGrant.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/Worker`;
const SOURCE = 'arn:aws:sqs:us-west-2:111122223333:orders';

/** How a grant of the key fits a request of the role's session, unless the request says who. */
function fit(grant: Fields, request: Fields = {}, open = false) {
  const grants = [{ GrantId: 'g1', GranteePrincipal: ROLE, Operations: ['Decrypt'], ...grant }];
  const keys = [{ arn: KEY, grants }, { arn: OTHER_KEY }];
  const [check] = checksOf({ principal: WORKER, ...request }, { keys });
  const plan = check?.target.kind === 'key' ? check.target.key.grants[0] : undefined;
  if (check === undefined || plan === undefined) throw new Error('The grant cannot be read.');
  return matchGrant(plan, open ? openCheck(check, new Set(['aws:sourcearn'])) : check);
}

const subset = (pairs: Fields) => ({ Constraints: { EncryptionContextSubset: pairs } });
const equals = (pairs: Fields) => ({ Constraints: { EncryptionContextEquals: pairs } });
const context = (pairs: Fields) => ({ parameters: { EncryptionContext: pairs } });

describe('grantee, operation and key (KMS-054, KMS-055)', () => {
  test.each<[string, Fields, Fields, string, number]>([
    ['a role, by its session', {}, {}, 'true', MatchClass.role],
    ['that session', { GranteePrincipal: WORKER }, {}, 'true', MatchClass.session],
    ['another session', { GranteePrincipal: `${WORKER}x` }, {}, 'false', MatchClass.none],
    ['a user', { GranteePrincipal: ALICE }, { principal: ALICE }, 'true', MatchClass.user],
    ['another user', { GranteePrincipal: ALICE }, {}, 'false', MatchClass.none],
    ['the account', { GranteePrincipal: `arn:aws:iam::${ACCOUNT}:root` }, {}, 'true', MatchClass.account],
    [
      'a service in the field of principals',
      { GranteePrincipal: 'rds.amazonaws.com' },
      { principal: 'rds.amazonaws.com' },
      'true',
      MatchClass.service,
    ],
    [
      'a service in its own field',
      { GranteePrincipal: undefined, GranteeServicePrincipal: 'rds.amazonaws.com' } as unknown as Fields,
      { principal: 'rds.amazonaws.com' },
      'true',
      MatchClass.service,
    ],
    ['nobody', { GranteePrincipal: undefined } as unknown as Fields, {}, 'false', MatchClass.none],
    ['an operation that is not listed', {}, { action: 'kms:Encrypt' }, 'false', MatchClass.role],
    ['an operation in other case', { Operations: ['decrypt'] }, {}, 'false', MatchClass.role],
    ['its key by ARN', { KeyId: KEY }, {}, 'true', MatchClass.role],
    ['its key by id', { KeyId: '1234abcd-12ab-34cd-56ef-1234567890ab' }, {}, 'true', MatchClass.role],
    ['another key', { KeyId: OTHER_KEY }, {}, 'false', MatchClass.role],
  ])('%s', (_, grant, request, applies, grantee) => {
    expect(fit(grant, request)).toMatchObject({ applies, grantee });
  });

  test('the operation is said apart', () => {
    expect(fit({}).operation).toBe(true);
    expect(fit({}, { action: 'kms:Encrypt' }).operation).toBe(false);
  });
});

describe('encryption context constraints (KMS-060…062)', () => {
  test.each<[string, Fields, Fields, string]>([
    ['subset, just these', subset({ a: '1' }), context({ a: '1' }), 'true'],
    ['subset, and more', subset({ a: '1' }), context({ a: '1', b: '2' }), 'true'],
    ['subset, without it', subset({ a: '1' }), {}, 'false'],
    ['subset, another value', subset({ a: '1' }), context({ a: '2' }), 'false'],
    ['subset, value in other case', subset({ a: 'x' }), context({ a: 'X' }), 'false'],
    ['subset, key in other case', subset({ a: '1' }), context({ A: '1' }), 'true'],
    ['subset of nothing, without a context', subset({}), {}, 'false'],
    ['equals, in any order', equals({ a: '1', b: '2' }), context({ b: '2', a: '1' }), 'true'],
    ['equals, and more', equals({ a: '1' }), context({ a: '1', b: '2' }), 'false'],
    ['equals, and less', equals({ a: '1', b: '2' }), context({ a: '1' }), 'false'],
    ['equals, without it', equals({ a: '1' }), {}, 'false'],
    [
      'both kinds: Equals counts',
      { Constraints: { EncryptionContextEquals: { a: '1' }, EncryptionContextSubset: { b: '2' } } },
      context({ a: '1' }),
      'true',
    ],
  ])('%s', (_, grant, request, expected) => {
    const result = fit(grant, request);
    expect(result.applies).toBe(expected);
    expect(result.encryptionContext?.holds).toBe(expected);
  });

  test('do not bear on DescribeKey, where SourceArn does', () => {
    const grant = { ...subset({ a: '1' }), Operations: ['DescribeKey'] };
    expect(fit(grant, { action: 'kms:DescribeKey' })).toMatchObject({
      applies: 'true',
      encryptionContext: undefined,
    });
    const source = { Operations: ['DescribeKey'], Constraints: { SourceArn: SOURCE } };
    expect(fit(source, { action: 'kms:DescribeKey' })).toMatchObject({
      applies: 'false',
      sourceArn: 'false',
    });
  });

  test('of the side that is asked, in a ReEncrypt', () => {
    const grants = [
      {
        GrantId: 'g1',
        GranteePrincipal: ROLE,
        Operations: ['ReEncryptFrom', 'ReEncryptTo'],
        ...subset({ a: '1' }),
      },
    ];
    const checks = checksOf(
      {
        principal: WORKER,
        action: 'kms:ReEncrypt',
        parameters: {
          DestinationKeyId: KEY,
          SourceEncryptionContext: { a: '1' },
          DestinationEncryptionContext: { a: '2' },
        },
      },
      { keys: [{ arn: KEY, grants }] },
    );
    const fits = checks.map((check) => {
      const plan = check.target.kind === 'key' ? check.target.key.grants[0] : undefined;
      return plan && matchGrant(plan, check).applies;
    });
    expect(fits).toEqual(['true', 'false']);
  });

  test('are open where the request is, as far as the operation takes a context', () => {
    expect(fit(subset({ a: '1' }), {}, true)).toMatchObject({
      applies: 'unknown',
      encryptionContext: { holds: 'unknown' },
    });
    // They are not applied to operations without one (API:GrantConstraints).
    const sign = { ...subset({ a: '1' }), Operations: ['Sign'] };
    expect(fit(sign, { action: 'kms:Sign' }, true)).toMatchObject({
      applies: 'true',
      encryptionContext: undefined,
    });
    expect(fit({ ...subset({ a: '1' }), GranteePrincipal: ALICE }, {}, true).applies).toBe('false');
  });

  test('say which pairs differ, and how', () => {
    const wanted = new Map([
      ['same', '1'],
      ['gone', '2'],
      ['other', '3'],
      ['Case', '4'],
    ]);
    const given = new Map([
      ['same', '1'],
      ['other', 'x'],
      ['case', '4'],
      ['more', '5'],
    ]);
    const found = {
      missing: ['gone'],
      different: ['other'],
      extra: ['more'],
      caseDiffers: ['case'],
      holds: 'false',
    };
    expect(comparePairs('equals', wanted, given)).toEqual({ kind: 'equals', ...found });
    expect(comparePairs('subset', wanted, given)).toEqual({ kind: 'subset', ...found });
    expect(comparePairs('subset', new Map([['a', '1']]), new Map([['A', '2']]))).toMatchObject({
      different: ['a'],
      caseDiffers: ['A'],
      missing: [],
    });
    // The exact spelling comes before one in another case.
    const both = new Map([
      ['A', '2'],
      ['a', '1'],
    ]);
    expect(comparePairs('subset', new Map([['a', '1']]), both)).toMatchObject({
      holds: 'true',
      caseDiffers: [],
    });
  });
});

describe('the SourceArn constraint (KMS-063, U-07)', () => {
  const grant = { Constraints: { SourceArn: SOURCE } };

  test.each<[string, Fields, string]>([
    ['the same', { context: { 'aws:SourceArn': SOURCE } }, 'true'],
    ['another', { context: { 'aws:SourceArn': `${SOURCE}x` } }, 'false'],
    ['none', {}, 'false'],
    ['none for certain', { context: { 'aws:SourceArn': null } }, 'false'],
  ])('%s', (_, request, expected) => {
    expect(fit(grant, request)).toMatchObject({ applies: expected, sourceArn: expected });
  });

  test('is no matter to a grant without one, and open where the request is', () => {
    expect(fit({}).sourceArn).toBeUndefined();
    const service = { ...grant, GranteePrincipal: 'sqs.amazonaws.com' };
    expect(fit(service, { principal: 'sqs.amazonaws.com' }, true)).toMatchObject({
      applies: 'unknown',
      sourceArn: 'unknown',
    });
  });

  test('joins an encryption context constraint', () => {
    const both = { Constraints: { SourceArn: SOURCE, EncryptionContextSubset: { a: '1' } } };
    const asked = { ...context({ a: '1' }), context: { 'aws:SourceArn': SOURCE } };
    expect(fit(both, asked).applies).toBe('true');
    expect(fit(both, { ...asked, context: {} }).applies).toBe('false');
    expect(fit(both, { context: { 'aws:SourceArn': SOURCE } }).applies).toBe('false');
  });
});

describe('child grants (KMS-065, KMS-066)', () => {
  const child = (Operations: readonly string[], Constraints?: Fields) => ({
    action: 'kms:CreateGrant',
    parameters: { Operations, ...(Constraints === undefined ? {} : { Constraints }) },
  });
  const parent = (Constraints?: Fields) => ({
    Operations: ['CreateGrant', 'Decrypt', 'Encrypt'],
    ...(Constraints === undefined ? {} : { Constraints }),
  });
  const equal = (pairs: Fields) => ({ EncryptionContextEquals: pairs });
  const sub = (pairs: Fields) => ({ EncryptionContextSubset: pairs });

  test.each<[string, Fields | undefined, readonly string[], Fields | undefined, boolean]>([
    ['fewer operations', undefined, ['Decrypt'], undefined, true],
    ['all operations', undefined, ['CreateGrant', 'Decrypt', 'Encrypt'], undefined, true],
    ['another operation', undefined, ['Decrypt', 'Sign'], undefined, false],
    ['a constraint of its own', undefined, ['Decrypt'], sub({ a: '1' }), true],
    ['the same subset', sub({ a: '1' }), ['Decrypt'], sub({ a: '1' }), true],
    ['a larger subset', sub({ a: '1' }), ['Decrypt'], sub({ a: '1', b: '2' }), true],
    ['equals with its pairs', sub({ a: '1' }), ['Decrypt'], equal({ a: '1', b: '2' }), true],
    ['a subset without a pair', sub({ a: '1', b: '2' }), ['Decrypt'], sub({ a: '1' }), false],
    ['another value', sub({ a: '1' }), ['Decrypt'], sub({ a: '2' }), false],
    ['no constraint', sub({ a: '1' }), ['Decrypt'], undefined, false],
    ['the same equals', equal({ a: '1' }), ['Decrypt'], equal({ a: '1' }), true],
    ['a larger equals', equal({ a: '1' }), ['Decrypt'], equal({ a: '1', b: '2' }), false],
    ['a smaller equals', equal({ a: '1', b: '2' }), ['Decrypt'], equal({ a: '1' }), false],
    ['a subset of an equals', equal({ a: '1' }), ['Decrypt'], sub({ a: '1' }), false],
    ['nothing of an equals', equal({ a: '1' }), ['Decrypt'], undefined, false],
  ])('%s', (_, constraint, operations, childConstraint, holds) => {
    const result = fit(parent(constraint), child(operations, childConstraint));
    expect(result.applies).toBe(String(holds));
    expect(result.child?.holds).toBe(holds);
    expect(result.encryptionContext).toBeUndefined();
  });

  test('name what goes beyond the parent', () => {
    expect(fit(parent(sub({ a: '1' })), child(['Sign', 'Decrypt', 'Verify'])).child).toEqual({
      holds: false,
      operationsNotInParent: ['Sign', 'Verify'],
      constraintKept: false,
      sourceArnKept: true,
    });
  });

  test('keep the SourceArn, and are created for it (U-08)', () => {
    const from = { context: { 'aws:SourceArn': SOURCE } };
    const same = { ...child(['Decrypt'], { SourceArn: SOURCE }), ...from };
    expect(fit(parent({ SourceArn: SOURCE }), same).applies).toBe('true');
    expect(fit(parent({ SourceArn: SOURCE }), { ...same, context: {} })).toMatchObject({
      applies: 'false',
      sourceArn: 'false',
    });
    const dropped = { ...child(['Decrypt']), ...from };
    expect(fit(parent({ SourceArn: SOURCE }), dropped)).toMatchObject({
      applies: 'false',
      child: { sourceArnKept: false },
    });
    expect(fit(parent(), same).child?.sourceArnKept).toBe(true);
  });

  test('cannot come from a grant without CreateGrant', () => {
    expect(fit({ Operations: ['Decrypt'] }, child(['Decrypt'])).applies).toBe('false');
  });

  test('of which nothing is said leave the answer open', () => {
    const open = fit(parent(), child([]), true);
    expect(open).toMatchObject({ applies: 'unknown', child: undefined });
  });
});
