import { describe, expect, test } from 'vitest';
import { loggedSecrets } from './loggedSecrets.ts';
import { secretKind } from './secretValue.ts';

/** Put together here, so that no scanner of repositories takes an example for a leak. */
const accessKey = `AKIA${'IOSFODNN7EXAMPLE'}`;
const secretAccessKey = `wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'EXAMPLEKEY'}`;
const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'c2lnbmF0dXJl'].join('.');

describe('what looks like a secret', () => {
  test.each([
    ['note', accessKey, 'an AWS access key'],
    ['note', `key=${accessKey}`, 'an AWS access key'],
    ['note', `ASIA${'IOSFODNN7EXAMPLE'}`, 'an AWS access key'],
    ['note', secretAccessKey, 'a random secret'],
    ['note', `-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----`, 'a private key'],
    ['auth', `Bearer ${jwt}`, 'a JSON web token'],
    ['note', `ghp_${'0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX'}`, 'an access token'],
    ['note', `sk_live_${'4eC39HqLyjWDarjtT1zdp7dc'}`, 'an access token'],
    ['database', 'postgres://app:hunter2@db.example.com/orders', 'a password'],
    ['password', 'hunter2', 'a password'],
    ['db-password', 'correct horse', 'a password'],
    ['apiKey', 'orders', 'a password'],
    ['customer', 'jane.doe@example.com', 'an e-mail address'],
    ['customer', 'Jane <jane.doe+x@mail.example.co.uk>', 'an e-mail address'],
    ['card', '4111111111111111', 'a payment card number'],
    ['card', '4111 1111 1111 1111', 'a payment card number'],
    ['card', '3782-822463-10005', 'a payment card number'],
    ['person', '078-05-1120', 'a US social security number'],
    ['nonce', 'q7Zp3XkV9mB2tR8wL5cY1nH6dF4g', 'a random secret'],
    ['nonce', 'dGhpc0lzQVNlY3JldFZhbHVlOTg3NjU0MzIxMA==', 'a random secret'],
  ])('%s: %s', (name, value, kind) => {
    expect(secretKind(name, value)).toBe(kind);
  });
});

describe('what may be logged', () => {
  test.each([
    ['tenant', 'acme'],
    ['tenant', 'tenant-4711'],
    ['tenant', '1234567890123456'],
    ['tenant', '550e8400-e29b-41d4-a716-446655440000'],
    ['SecretVersionId', 'EXAMPLE1-90ab-cdef-fedc-ba987SECRET1'],
    ['SecretARN', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-ZgthLn'],
    ['PARAMETER_ARN', 'arn:aws:ssm:us-east-1:111122223333:parameter/credentials/app'],
    ['session', 'arn:aws:sts::111122223333:assumed-role/App/jane.doe@example.com'],
    ['secret', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-ZgthLn'],
    ['key', '1234abcd-12ab-34cd-56ef-1234567890ab'],
    ['key', 'mrk-1234abcd12ab34cd56ef1234567890ab'],
    ['grant', 'f020fe75197b93991dc8491d6f19dd3cebb24ee62277a05914386724f3d48758'],
    ['bucket', 'amzn-s3-demo-bucket1-eu-central-1-111122223333'],
    ['object', 'reports/2024/Q3/RevenueByRegion-Final-v2.parquet'],
    ['account', '111122223333'],
    ['volume', 'vol-0abc1234def567890'],
    ['role', 'AROAIDPPEZS35WEXAMPLE'],
    ['Department', 'Engineering'],
    ['class', 'OrdersServiceProductionConfigurationV2'],
    ['class', 'com.example.orders.OrderEncryptionContextProvider2024'],
    ['time', '2026-01-31T12:00:00Z'],
    ['time', '1767182400000'],
    ['path', 'Team-Alpha/Project-2024/Phase-03/Report-Final'],
    ['tokenId', 'checkout'],
    ['secretName', 'prod/db'],
    ['hasPassword', 'true'],
    ['phone', '555-12-34'],
    ['id', '000-12-3456'],
    ['version', '10.20.30-rc.1+build.2024'],
    ['handle', '@ops'],
    ['url', 'https://example.com/orders?id=5'],
    ['ulid', '01ARZ3NDEKTSV4RRFFQ69G5FAV'],
    ['empty', ''],
  ])('%s: %s', (name, value) => {
    expect(secretKind(name, value)).toBeUndefined();
  });
});

test('a value of any length is looked at in bounded time', () => {
  for (const unit of ['a@', '4', 'eyJ.', 'a.', '-----BEGIN ', 'Ab1', '://:', ' ', '=', '3782-'])
    expect(() => secretKind('note', unit.repeat(200_000))).not.toThrow();
});

test('contexts, constraints, tags and the description are looked through, and keys as well', () => {
  const found = loggedSecrets({
    principal: 'x',
    action: 'kms:CreateGrant',
    parameters: {
      SourceEncryptionContext: { password: 'hunter2', 'aws:password': 'hunter2' },
      EncryptionContext: { 'jane.doe@example.com': 'x', tenant: 'acme' },
      Constraints: { EncryptionContextSubset: { mail: 'jane@example.com' } },
      Tags: [{ TagKey: 'owner', TagValue: 'jane@example.com' }, { TagValue: 'jane@example.com' }, 'x'],
      Description: 'Ask jane@example.com',
      KeyId: 'jane@example.com',
    },
  });
  expect(found.map(({ parameter, key }) => `${parameter} ${key}`)).toEqual([
    'SourceEncryptionContext password',
    'EncryptionContext jane.doe@example.com',
    'Constraints.EncryptionContextSubset mail',
    'Tags owner',
    'Description Description',
  ]);
});
