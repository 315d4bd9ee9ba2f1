import { describe, expect, it } from 'vitest';
import { type Around, DELEGATION, said } from '#engine/lint/testing/lint.ts';
import { grantList as rule } from './rule.ts';

describe('grants', () => {
  it.each<[string, unknown, readonly string[], Around?]>([
    [
      'an operation that cannot be granted',
      DELEGATION,
      ['INVALID_GRANT_OPERATION "kms:Decrypt"'],
      {
        scenario: {
          keys: [
            {
              arn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
              policy: {
                id: 'key',
                text: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"}]}',
              },
              grants: {
                id: 'grants',
                text: '[{"GranteePrincipal": "arn:aws:iam::111122223333:role/App", "Operations": ["kms:Decrypt"]}]',
              },
            },
          ],
        },
      },
    ],
    [
      'no grantee',
      DELEGATION,
      ['MISSING_GRANTEE {"Operations": ["Decrypt"]}'],
      {
        scenario: {
          keys: [
            {
              arn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
              policy: {
                id: 'key',
                text: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"}]}',
              },
              grants: { id: 'grants', text: '[{"Operations": ["Decrypt"]}]' },
            },
          ],
        },
      },
    ],
  ])('reports %s', (_, content: unknown, expected, around?: Around) => {
    expect(said(rule, content, around)).toEqual(expected);
  });

  it.each<[string, unknown, Around?]>([
    [
      'a grant',
      DELEGATION,
      {
        scenario: {
          keys: [
            {
              arn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
              policy: {
                id: 'key',
                text: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"}]}',
              },
              grants: {
                id: 'grants',
                text: '[{"GranteePrincipal": "arn:aws:iam::111122223333:role/App", "Operations": ["Decrypt"]}]',
              },
            },
          ],
        },
      },
    ],
  ])('is silent about %s', (_, content: unknown, around?: Around) => {
    expect(said(rule, content, around)).toEqual([]);
  });
});
