import { describe, expect, test } from 'vitest';
import { plain } from '#engine/explain/phrase.ts';
import { ask, everything, OWN, role, root, statement } from '../testing/asking.ts';

describe('review', () => {
  test('names what is always denied, what denies nothing, and what others say as well', () => {
    const { remarks } = ask({ kind: 'review' }, [
      root,
      statement({ Sid: 'Dead', Principal: { AWS: role('App') }, Action: 'kms:Encrypt' }),
      statement({ Sid: 'NoEncrypt', Effect: 'Deny', Action: 'kms:Encrypt' }),
      statement({
        Sid: 'Again',
        Effect: 'Deny',
        Action: ['kms:encrypt'],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
      statement({
        Sid: 'Stranger',
        Effect: 'Deny',
        Principal: { AWS: '777788889999' },
        Action: 'kms:Decrypt',
      }),
    ]);
    expect(remarks.map(({ statement: { ref }, remark }) => [ref, remark])).toEqual([
      ['key#Dead', 'alwaysDenied'],
      ['key#Again', 'redundant'],
      ['key#Stranger', 'deniesNothing'],
    ]);
  });

  test('a direct Allow is not made redundant by the account, and mutual ones are removed one at a time', () => {
    const direct = statement({ Sid: 'Direct', Principal: { AWS: role('App') }, Action: 'kms:Decrypt' });
    expect(ask({ kind: 'review' }, [root, direct]).remarks).toEqual([]);
    const twice = [root, direct, { ...direct, Sid: 'Twin' }];
    expect(ask({ kind: 'review' }, twice).remarks).toHaveLength(2);
    expect(ask({ kind: 'smallest' }, twice)).toMatchObject({
      kind: 'proved',
      smaller: { removed: [{ ref: 'key#Twin' }] },
    });
    expect(ask({ kind: 'smallest' }, [root, direct])).toMatchObject({ kind: 'minimal' });
  });

  test('a unique id names the role that the scenario gives it', () => {
    const ids = [{ arn: role('App'), id: 'AROAEXAMPLEAPP' }];
    const statements = [
      statement({ Sid: 'Use', Principal: { AWS: OWN }, Action: 'kms:Decrypt' }),
      statement({
        Sid: 'NotApp',
        Effect: 'Deny',
        Principal: { AWS: 'AROAEXAMPLEAPP' },
        Action: 'kms:Decrypt',
      }),
    ];
    const identities = ids.map((identity) => ({
      ...identity,
      policies: [{ name: 'All', document: { id: 'all', text: JSON.stringify(everything) } }],
    }));
    expect(ask({ kind: 'review' }, statements, { identities }).remarks).toEqual([]);
    expect(ask({ kind: 'review' }, statements).remarks.map(({ remark }) => remark)).toEqual(['neverMatches']);
  });

  test('an Allow of what KMS keeps within the account allows nothing', () => {
    const [remark] = ask({ kind: 'review' }, [
      statement({ Principal: { AWS: '444455556666' }, Action: 'kms:PutKeyPolicy' }),
    ]).remarks;
    expect(remark?.remark).toBe('alwaysDenied');
    expect(plain(remark?.sentence ?? [])).toContain('from another account');
  });

  test('names the conditions that none of the principals meets, and no part of such a statement', () => {
    const { remarks, parts } = ask({ kind: 'review' }, [
      statement({
        Principal: { Service: 'sns.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:De*'],
        Condition: { StringEquals: { 'kms:CallerAccount': OWN, 'aws:RequestedRegion': 'us-east-1' } },
      }),
    ]);
    expect(remarks.map(({ sentence }) => plain(sentence))).toEqual([
      'key[0] never matches: no request of its principals and actions satisfies StringEquals kms:CallerAccount.',
    ]);
    expect(parts).toEqual([]);
  });

  test('says nothing of a statement with a placeholder, nor by the help of one', () => {
    const unfilled = statement({
      Sid: 'Unfilled',
      Principal: { AWS: role('App') },
      Action: ['kms:Decrypt', 'kms:De*'],
      Condition: { StringEquals: { 'aws:PrincipalOrgID': '${org_id}' } },
    });
    const never = { StringEquals: { 'kms:CallerAccount': OWN }, Null: { 'kms:CallerAccount': 'true' } };
    const filled = statement({ Sid: 'Filled', Condition: never });
    const review = ask({ kind: 'review' }, [unfilled, { ...unfilled, Sid: 'Twin' }, filled]);
    expect(review.remarks.map(({ statement: { ref }, remark }) => [ref, remark])).toEqual([
      ['key#Filled', 'neverMatches'],
    ]);
    expect(review.parts).toEqual([]);
    expect(review.open.map(({ why, statement: at }) => [why, at?.ref])).toEqual([
      ['placeholder', 'key#Unfilled'],
      ['placeholder', 'key#Twin'],
    ]);
  });

  test('finds list entries and conditions that do nothing', () => {
    const { parts } = ask({ kind: 'review' }, [
      statement({
        Principal: { AWS: [role('App'), 'AROAEXAMPLEDELETED'] },
        Action: ['kms:Decrypt', 'kms:De*'],
        Condition: {
          StringLike: { 'kms:EncryptionContext:app': ['web-*', 'web-1'] },
          Null: { 'kms:EncryptionContext:app': 'false' },
        },
      }),
    ]);
    expect(parts.map(({ kind, text }) => [kind, text])).toEqual([
      ['action', 'kms:Decrypt'],
      ['principal', 'AROAEXAMPLEDELETED'],
      ['value', 'web-1'],
      ['condition', 'Null kms:EncryptionContext:app'],
    ]);
  });
});
