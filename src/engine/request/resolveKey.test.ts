import { describe, expect, test } from 'vitest';
import {
  asked as ask,
  ACCOUNT,
  ALICE,
  checksOf,
  KEY,
  OTHER_KEY,
  valueOf,
  type Fields,
} from './testing/requests.ts';

const FOREIGN = 'arn:aws:kms:us-west-2:444455556666:key/aaaabbbb-12ab-34cd-56ef-1234567890ab';
const ELSEWHERE = KEY.replace('us-west-2', 'eu-west-1');
const CHINA = KEY.replace('arn:aws:', 'arn:aws-cn:');
const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const aliasArn = (region: string, account: string, name: string) =>
  `arn:aws:kms:${region}:${account}:alias/${name}`;
const keys = [
  { arn: KEY, aliases: ['alias/first', 'alias/both'] },
  { arn: OTHER_KEY, aliases: ['alias/second'] },
  { arn: FOREIGN, aliases: ['alias/theirs', 'alias/both'] },
];
const asked = (request: Fields, scenario: Fields = { keys }) => ask(request, scenario);

describe('which key a request is about (KMS-031…034)', () => {
  const decrypt = (text: string) => `kms:Decrypt ${text}`;

  test.each<[string, Fields, string]>([
    ['the first key', {}, KEY],
    ['a key ARN', { resource: OTHER_KEY }, OTHER_KEY],
    ['a parameter', { parameters: { KeyId: OTHER_KEY } }, OTHER_KEY],
    ['the resource before the parameter', { resource: OTHER_KEY, parameters: { KeyId: KEY } }, OTHER_KEY],
    ['a key id', { resource: ID }, KEY],
    ['an alias name', { resource: 'alias/second' }, OTHER_KEY],
    ['an alias ARN', { resource: aliasArn('us-west-2', ACCOUNT, 'second') }, OTHER_KEY],
    ['an alias of the caller where two accounts have it', { resource: 'alias/both' }, KEY],
    ["another account's alias ARN", { resource: aliasArn('us-west-2', '444455556666', 'both') }, FOREIGN],
    ['a foreign key id, for Decrypt', { resource: 'aaaabbbb-12ab-34cd-56ef-1234567890ab' }, FOREIGN],
    ['the key of the ciphertext', { ciphertext: { key: OTHER_KEY } }, OTHER_KEY],
    [
      'the parameter before the ciphertext',
      { parameters: { KeyId: KEY }, ciphertext: { key: OTHER_KEY } },
      KEY,
    ],
    ['the first key, of an operation without ciphertext', { action: 'kms:Decrypt', ciphertext: {} }, KEY],
    ['the first key, of a ciphertext that does not say', { ciphertext: { encryptionContext: {} } }, KEY],
    ["a service's alias name", { principal: 'logs.amazonaws.com', resource: 'alias/theirs' }, FOREIGN],
  ])('%s', (_, request, expected) => {
    expect(asked(request)).toEqual([decrypt(expected)]);
  });

  test.each<[string, Fields, string]>([
    [
      'a foreign id outside Decrypt and ReEncrypt',
      { action: 'kms:Encrypt', resource: 'aaaabbbb-12ab-34cd-56ef-1234567890ab' },
      "NotFoundException KMS-031: in the caller's account `111122223333` there is no key `aaaabbbb-12ab-34cd-56ef-1234567890ab`",
    ],
    [
      'a foreign alias name',
      { resource: 'alias/theirs' },
      "NotFoundException KMS-031: in the caller's account `111122223333` there is no key `alias/theirs`",
    ],
    [
      'another case of an alias',
      { resource: 'alias/First' },
      "NotFoundException KMS-031: in the caller's account `111122223333` there is no key `alias/First`",
    ],
    [
      'an alias ARN of another Region',
      { resource: aliasArn('eu-west-1', ACCOUNT, 'first') },
      'NotFoundException KMS-031: in this scenario there is no key `arn:aws:kms:eu-west-1:111122223333:alias/first`',
    ],
    [
      'an own key that is not there',
      { resource: ELSEWHERE },
      `NotFoundException KMS-031: in this scenario there is no key \`${ELSEWHERE}\``,
    ],
    [
      'a foreign key that is not there',
      { resource: FOREIGN.replace('aaaa', 'cccc') },
      `NotFoundException KMS-253: in this scenario there is no key \`${FOREIGN.replace('aaaa', 'cccc')}\`, which would be another account's, so that KMS may also answer \`AccessDeniedException\``,
    ],
    [
      'an alias where none is accepted',
      { action: 'kms:GetKeyPolicy', resource: 'alias/first' },
      'NotFoundException KMS-031: `kms:GetKeyPolicy` takes a key ID or a key ARN as `KeyId`, and `alias/first` is an alias name',
    ],
    [
      'a key id where the ARN is wanted',
      { action: 'kms:RetireGrant', resource: ID },
      `NotFoundException KMS-031: \`kms:RetireGrant\` takes a key ARN as \`KeyId\`, and \`${ID}\` is a key ID`,
    ],
    [
      'a key of a ciphertext that is not there',
      { ciphertext: { key: ELSEWHERE } },
      `AccessDeniedException KMS-032: the ciphertext was made with \`${ELSEWHERE}\`, and in this scenario there is no key \`${ELSEWHERE}\``,
    ],
  ])('%s is not found', (_, request, expected) => {
    expect(asked(request)).toBe(expected);
  });

  test('an operation that has no ciphertext takes no key from one', () => {
    expect(asked({ action: 'kms:Encrypt', ciphertext: { key: OTHER_KEY } })).toEqual([`kms:Encrypt ${KEY}`]);
  });

  test('only symmetric keys are found by a foreign id', () => {
    const rsa = { keys: [{ arn: KEY }, { arn: FOREIGN, metadata: { KeySpec: 'RSA_2048' } }] };
    expect(asked({ resource: 'aaaabbbb-12ab-34cd-56ef-1234567890ab' }, rsa)).toMatch(
      /^NotFoundException KMS-031/,
    );
  });

  test('a key of another partition is out of reach', () => {
    expect(asked({ resource: CHINA }, { keys: [{ arn: CHINA }] })).toBe(
      'NotFoundException IAM-019: the caller is of partition `aws`, and from there no request reaches the key of partition `aws-cn`',
    );
    const principal = ALICE.replace('arn:aws:', 'arn:aws-cn:');
    expect(asked({ principal, resource: CHINA }, { keys: [{ arn: CHINA }] })).toEqual([
      `kms:Decrypt ${CHINA}`,
    ]);
    expect(
      asked({ principal: 'logs.amazonaws.com', resource: CHINA }, { keys: [{ arn: CHINA }] }),
    ).toHaveLength(1);
  });

  test('a scenario without keys has none to ask about', () => {
    expect(asked({}, { keys: [] })).toBe('resource: The scenario has no key to ask about.');
    expect(asked({ action: 'kms:CreateAlias', parameters: { AliasName: 'alias/a' } }, { keys: [] })).toBe(
      'resource: The scenario has no key to ask about.',
    );
    expect(asked({ action: 'kms:ListKeys' }, { keys: [] })).toEqual(['kms:ListKeys *']);
  });
});

test.each<[string, unknown, unknown]>([
  ['alias/first', 'alias/first', 'parameter KeyId'],
  [aliasArn('us-west-2', ACCOUNT, 'first'), 'alias/first', 'parameter KeyId'],
  [KEY, null, 'nothing'],
  [ID, null, 'nothing'],
])('kms:RequestAlias of %s', (resource, expected) => {
  const [check] = checksOf({ resource: String(resource) }, { keys });
  expect(valueOf(check, 'kms:RequestAlias')).toBe(expected);
});
