import { describe, expect, it } from 'vitest';
import { ACCOUNT, APP, DELEGATION, fixed, OTHER, said } from '#engine/lint/testing/lint.ts';
import { missingDelegation as rule } from './rule.ts';

const admins = { Effect: 'Allow', Principal: APP, Action: 'kms:*', Resource: '*' };
const everyone = { ...admins, Principal: '*', Condition: { StringEquals: { 'kms:CallerAccount': ACCOUNT } } };

describe('a key policy that IAM policies cannot add to', () => {
  it.each([
    ['only roles are named', [admins]],
    ['only another account is named', [admins, { ...DELEGATION, Principal: { AWS: OTHER } }]],
    ['the account is only denied something', [admins, { ...DELEGATION, Effect: 'Deny' }]],
  ])('%s', (_, statements) => {
    expect(said(rule, statements)).toEqual(['MISSING_DELEGATION {']);
  });

  it.each([
    ['the account is named', [admins, DELEGATION]],
    ['by its id', [{ ...DELEGATION, Principal: { AWS: ACCOUNT } }]],
    ['for some actions', [admins, { ...DELEGATION, Action: 'kms:Decrypt' }]],
    ['everyone is named, with conditions', [admins, everyone]],
    ['a statement cannot be read', [admins, { Effect: 'Allow', Action: 'kms:*', Resource: '*' }]],
  ])('silent where %s', (_, statements) => {
    expect(said(rule, statements)).toEqual([]);
  });

  it('says nothing about a key that AWS manages', () => {
    expect(said(rule, [admins], { metadata: { KeyManager: 'AWS' } })).toEqual([]);
  });

  it('adds the statement for the account', () => {
    const { policy } = fixed(rule, [admins]);
    expect(policy).toMatchObject({ Statement: [admins, DELEGATION] });
    expect(said(rule, policy)).toEqual([]);
  });
});
