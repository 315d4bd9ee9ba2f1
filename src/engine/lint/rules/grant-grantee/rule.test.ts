import { describe, expect, it } from 'vitest';
import { type Around, DELEGATION, said } from '#engine/lint/testing/lint.ts';
import { grantGrantee as rule } from './rule.ts';

describe('grantees and constraints', () => {
  it.each<[string, unknown, readonly string[], Around?]>([
    [
      'a unique id',
      DELEGATION,
      ['GRANT_FOR_UNIQUE_ID "AROAEXAMPLEEXAMPLE123"'],
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
                text: '[{"GranteePrincipal": "AROAEXAMPLEEXAMPLE123", "Operations": ["Decrypt"]}]',
              },
            },
          ],
        },
      },
    ],
    [
      'a group',
      DELEGATION,
      ['INVALID_GRANTEE "arn:aws:iam::111122223333:group/Admins"'],
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
                text: '[{"GranteePrincipal": "arn:aws:iam::111122223333:group/Admins", "Operations": ["Decrypt"]}]',
              },
            },
          ],
        },
      },
    ],
    [
      'a secret',
      DELEGATION,
      ['SECRET_IN_GRANT_CONSTRAINT {"password": "hunter2-is-mine"}'],
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
                text: '[{"GranteePrincipal": "arn:aws:iam::111122223333:role/App", "Operations": ["Decrypt"], "Constraints": {"EncryptionContextEquals": {"password": "hunter2-is-mine"}}}]',
              },
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
      'a role',
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
    [
      'a constraint',
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
                text: '[{"GranteePrincipal": "arn:aws:iam::111122223333:role/App", "Operations": ["Decrypt"], "Constraints": {"EncryptionContextSubset": {"aws:s3:arn": "arn:aws:s3:::b/k", "App": "Orders"}}}]',
              },
            },
          ],
        },
      },
    ],
    [
      'a service',
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
                text: '[{"GranteeServicePrincipal": "dynamodb.amazonaws.com", "Operations": ["Decrypt"]}]',
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
