import { describe, expect, test } from 'vitest';
import { ALICE, checksOf, KEY, valueOf, type Fields } from './testing/requests.ts';

describe('what grants look at', () => {
  const factsOf = (request: Fields) => checksOf(request)[0]?.grantFacts;

  test('the encryption context of the call', () => {
    expect(factsOf({ parameters: { EncryptionContext: { a: 1 } } })?.encryptionContext).toEqual(
      new Map([['a', '1']]),
    );
  });

  test('the new grant of a CreateGrant', () => {
    const Constraints = { EncryptionContextEquals: { a: 'b' }, SourceArn: 'arn:x' };
    expect(
      factsOf({ action: 'kms:CreateGrant', parameters: { Operations: ['Decrypt'], Constraints } })?.newGrant,
    ).toEqual({
      operations: ['Decrypt'],
      equals: new Map([['a', 'b']]),
      subset: undefined,
      sourceArn: 'arn:x',
    });
    const subset = { EncryptionContextSubset: { a: 'b' } };
    expect(factsOf({ action: 'kms:CreateGrant', parameters: { Constraints: subset } })?.newGrant).toEqual({
      operations: [],
      equals: undefined,
      subset: new Map([['a', 'b']]),
      sourceArn: undefined,
    });
    expect(factsOf({ parameters: { Operations: ['Decrypt'] } })?.newGrant).toBeUndefined();
  });

  test('the grant of a RetireGrant, by id or token', () => {
    const retire = (parameters: Fields) => factsOf({ action: 'kms:RetireGrant', parameters })?.grantId;
    expect(retire({ GrantId: 'g1', GrantToken: 't' })).toBe('g1');
    expect(retire({ GrantToken: 't' })).toBe('t');
    expect(retire({})).toBeUndefined();
    expect(factsOf({ action: 'kms:RevokeGrant', parameters: { GrantId: 'g1' } })?.grantId).toBeUndefined();
  });

  test('the constraint of the grant being retired gives condition keys (KMS-074)', () => {
    const grants = [
      {
        GrantId: 'equals',
        Operations: ['Decrypt'],
        GranteePrincipal: ALICE,
        Constraints: { EncryptionContextEquals: { a: 'b' } },
      },
      {
        GrantId: 'subset',
        Operations: ['Decrypt'],
        GranteePrincipal: ALICE,
        Constraints: { EncryptionContextSubset: { c: 'd' } },
      },
      { GrantId: 'none', Operations: ['Decrypt'], GranteePrincipal: ALICE },
    ];
    const seen = (GrantId: string) => {
      const [check] = checksOf(
        { action: 'kms:RetireGrant', parameters: { GrantId } },
        { keys: [{ arn: KEY, grants }] },
      );
      return ['kms:GrantConstraintType', 'kms:EncryptionContextKeys', 'kms:EncryptionContext:a'].map((key) =>
        valueOf(check, key),
      );
    };
    expect(seen('equals')).toEqual(['EncryptionContextEquals', ['a'], 'b']);
    expect(seen('subset')).toEqual(['EncryptionContextSubset', ['c'], null]);
    expect(seen('none')).toEqual([null, null, null]);
    expect(seen('another')).toEqual([null, null, null]);
  });
});
