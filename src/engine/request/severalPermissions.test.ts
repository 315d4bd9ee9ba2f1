import { describe, expect, test } from 'vitest';
import {
  asked as ask,
  ACCOUNT,
  ALICE,
  checksOf,
  KEY,
  OTHER_KEY,
  read,
  valueOf,
  type Fields,
} from './testing/requests.ts';

const FOREIGN = 'arn:aws:kms:us-west-2:444455556666:key/aaaabbbb-12ab-34cd-56ef-1234567890ab';
const CHINA = KEY.replace('arn:aws:', 'arn:aws-cn:');
const aliasArn = (region: string, account: string, name: string) =>
  `arn:aws:kms:${region}:${account}:alias/${name}`;
const keys = [
  { arn: KEY, aliases: ['alias/first', 'alias/both'] },
  { arn: OTHER_KEY, aliases: ['alias/second'] },
  { arn: FOREIGN, aliases: ['alias/theirs', 'alias/both'] },
];
const asked = (request: Fields, scenario: Fields = { keys }) => ask(request, scenario);

describe('operations that need several permissions (section 6.3)', () => {
  const MRK = `arn:aws:kms:us-west-2:${ACCOUNT}:key/mrk-1`;
  const REPLICA = MRK.replace('us-west-2', 'eu-west-1');
  const Tags = [{ TagKey: 'a', TagValue: 'b' }];
  const slr = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/mrk.kms.amazonaws.com/AWSServiceRoleForKeyManagementServiceMultiRegionKeys`;
  const alias = aliasArn('us-west-2', ACCOUNT, 'first');

  test.each<[string, Fields, readonly string[]]>([
    ['any case', { action: 'KMS:decrypt' }, [`kms:Decrypt ${KEY}`]],
    [
      'ReEncrypt',
      { action: 'kms:ReEncrypt', parameters: { SourceKeyId: OTHER_KEY, DestinationKeyId: 'alias/first' } },
      [`kms:ReEncryptFrom ${OTHER_KEY}`, `kms:ReEncryptTo ${KEY}`],
    ],
    [
      'ReEncrypt of a ciphertext',
      { action: 'kms:ReEncrypt', parameters: { DestinationKeyId: KEY }, ciphertext: { key: OTHER_KEY } },
      [`kms:ReEncryptFrom ${OTHER_KEY}`, `kms:ReEncryptTo ${KEY}`],
    ],
    [
      'CreateAlias',
      { action: 'kms:CreateAlias', parameters: { AliasName: 'alias/new', TargetKeyId: OTHER_KEY } },
      [`kms:CreateAlias ${aliasArn('us-west-2', ACCOUNT, 'new')}`, `kms:CreateAlias ${OTHER_KEY}`],
    ],
    [
      'CreateAlias of a name that another key has',
      { action: 'kms:CreateAlias', parameters: { AliasName: 'alias/first', TargetKeyId: OTHER_KEY } },
      [`kms:CreateAlias ${alias}`, `kms:CreateAlias ${OTHER_KEY}`],
    ],
    [
      'UpdateAlias',
      { action: 'kms:UpdateAlias', parameters: { AliasName: 'alias/first', TargetKeyId: OTHER_KEY } },
      [`kms:UpdateAlias ${alias}`, `kms:UpdateAlias ${OTHER_KEY}`, `kms:UpdateAlias ${KEY}`],
    ],
    [
      'UpdateAlias to the key it has',
      { action: 'kms:UpdateAlias', resource: KEY, parameters: { AliasName: 'alias/first' } },
      [`kms:UpdateAlias ${alias}`, `kms:UpdateAlias ${KEY}`],
    ],
    [
      'UpdateAlias named by its ARN',
      { action: 'kms:UpdateAlias', resource: alias, parameters: { TargetKeyId: OTHER_KEY } },
      [`kms:UpdateAlias ${alias}`, `kms:UpdateAlias ${OTHER_KEY}`, `kms:UpdateAlias ${KEY}`],
    ],
    [
      'DeleteAlias by name',
      { action: 'kms:DeleteAlias', resource: 'alias/second' },
      [`kms:DeleteAlias ${aliasArn('us-west-2', ACCOUNT, 'second')}`, `kms:DeleteAlias ${OTHER_KEY}`],
    ],
    [
      'DeleteAlias by parameter',
      { action: 'kms:DeleteAlias', parameters: { AliasName: 'alias/second' } },
      [`kms:DeleteAlias ${aliasArn('us-west-2', ACCOUNT, 'second')}`, `kms:DeleteAlias ${OTHER_KEY}`],
    ],
    [
      'DeleteAlias by ARN',
      { action: 'kms:DeleteAlias', resource: alias },
      [`kms:DeleteAlias ${alias}`, `kms:DeleteAlias ${KEY}`],
    ],
    [
      'DeleteAlias of one that is not there',
      { action: 'kms:DeleteAlias', resource: OTHER_KEY, parameters: { AliasName: 'alias/none' } },
      [`kms:DeleteAlias ${aliasArn('us-west-2', ACCOUNT, 'none')}`, `kms:DeleteAlias ${OTHER_KEY}`],
    ],
    ['CreateKey', { action: 'kms:CreateKey' }, ['kms:CreateKey *']],
    [
      'CreateKey with an empty list of tags',
      { action: 'kms:CreateKey', parameters: { Tags: [] } },
      ['kms:CreateKey *'],
    ],
    [
      'CreateKey with tags',
      { action: 'kms:CreateKey', parameters: { Tags } },
      ['kms:CreateKey *', `kms:TagResource arn:aws:kms:us-west-2:${ACCOUNT}:key/new-key`],
    ],
    [
      'CreateKey, multi-Region',
      { action: 'kms:CreateKey', parameters: { MultiRegion: true } },
      ['kms:CreateKey *', `iam:CreateServiceLinkedRole ${slr}`],
    ],
    ['GenerateRandom', { action: 'kms:GenerateRandom' }, ['kms:GenerateRandom *']],
  ])('%s', (_, request, expected) => {
    expect(asked(request)).toEqual(expected);
  });

  test('a new key is of the partition of who creates it', () => {
    const principal = ALICE.replace('arn:aws:', 'arn:aws-cn:');
    const request = { principal, action: 'kms:CreateKey', parameters: { Tags } };
    expect(asked(request, { keys: [{ arn: KEY }] })).toEqual([
      'kms:CreateKey *',
      `kms:TagResource arn:aws-cn:kms:us-west-2:${ACCOUNT}:key/new-key`,
    ]);
  });

  test('an alias operation without an alias', () => {
    expect(asked({ action: 'kms:UpdateAlias', parameters: { TargetKeyId: KEY } })).toBe(
      'parameters: UpdateAlias needs `AliasName`, for example `alias/orders`.',
    );
    expect(
      asked({ action: 'kms:CreateAlias', parameters: { AliasName: 'alias/a', TargetKeyId: 'alias/first' } }),
    ).toMatch(/^NotFoundException KMS-031: `kms:CreateAlias` takes /);
  });

  test('the alias part has no condition keys of KMS (KMS-024)', () => {
    const [ofAlias, ofKey] = checksOf(
      { action: 'kms:CreateAlias', parameters: { AliasName: 'alias/a' } },
      { keys },
    );
    expect(valueOf(ofAlias, 'kms:CallerAccount')).toBeNull();
    expect(valueOf(ofAlias, 'aws:PrincipalAccount')).toBe(ACCOUNT);
    expect(valueOf(ofKey, 'kms:CallerAccount')).toBe(ACCOUNT);
    expect([ofAlias?.target.kind, ofKey?.target.kind]).toEqual(['alias', 'key']);
  });

  const related = {
    keys: [
      {
        arn: MRK,
        metadata: {
          MultiRegion: true,
          KeySpec: 'HMAC_256',
          KeyUsage: 'GENERATE_VERIFY_MAC',
          Origin: 'EXTERNAL',
        },
      },
      {
        arn: REPLICA,
        metadata: { MultiRegion: true, MultiRegionConfiguration: { MultiRegionKeyType: 'REPLICA' } },
      },
    ],
  };

  test('ReplicateKey creates a key like the primary in the other Region', () => {
    const request = { action: 'kms:ReplicateKey', parameters: { ReplicaRegion: 'ap-south-1', Tags } };
    expect(asked(request, related)).toEqual([
      `kms:ReplicateKey ${MRK}`,
      'kms:CreateKey *',
      `kms:TagResource arn:aws:kms:ap-south-1:${ACCOUNT}:key/mrk-1`,
    ]);
    const [replicate, create, tag] = checksOf(request, related);
    const seen = [
      'KeySpec',
      'KeyUsage',
      'KeyOrigin',
      'MultiRegion',
      'MultiRegionKeyType',
      'CustomerMasterKeySpec',
      'CustomerMasterKeyUsage',
    ];
    expect(seen.map((key) => valueOf(create, `kms:${key}`))).toEqual([
      'HMAC_256',
      'GENERATE_VERIFY_MAC',
      'EXTERNAL',
      'true',
      'REPLICA',
      'HMAC_256',
      'GENERATE_VERIFY_MAC',
    ]);
    expect([replicate, create, tag].map((check) => valueOf(check, 'aws:RequestedRegion'))).toEqual([
      'us-west-2',
      'ap-south-1',
      'ap-south-1',
    ]);
    expect(valueOf(create, 'aws:RequestTag/a')).toBe('b');
    expect(valueOf(create, 'kms:ResourceAliases')).toBeNull();
  });

  test('UpdatePrimaryRegion asks the primary and the replica that the scenario has', () => {
    const to = (PrimaryRegion: string) => ({
      action: 'kms:UpdatePrimaryRegion',
      parameters: { PrimaryRegion },
    });
    const name = 'kms:UpdatePrimaryRegion';
    expect(asked(to('eu-west-1'), related)).toEqual([`${name} ${MRK}`, `${name} ${REPLICA}`]);
    expect(asked(to('us-west-2'), related)).toEqual([`${name} ${MRK}`]);
    expect(asked(to('sa-east-1'), related)).toEqual([`${name} ${MRK}`]);
    const both = checksOf(to('eu-west-1'), related);
    expect(both.map((check) => valueOf(check, 'kms:PrimaryRegion'))).toEqual(['eu-west-1', 'eu-west-1']);
    expect(both.map((check) => valueOf(check, 'aws:RequestedRegion'))).toEqual(['us-west-2', 'eu-west-1']);
  });

  test('the service-linked role is created through KMS, where IAM is', () => {
    const request = {
      action: 'kms:CreateKey',
      parameters: { MultiRegion: true },
      context: { 'aws:SourceVpce': 'vpce-1' },
    };
    const [, role] = checksOf(request);
    expect(valueOf(role, 'iam:AWSServiceName')).toBe('mrk.kms.amazonaws.com');
    expect(valueOf(role, 'aws:CalledVia')).toEqual(['kms.amazonaws.com']);
    expect(valueOf(role, 'aws:RequestedRegion')).toBe('us-east-1');
    expect(valueOf(role, 'aws:SourceVpce')).toBeNull();
    const china = { keys: [{ arn: CHINA }] };
    const [, chinese] = checksOf({ ...request, principal: ALICE.replace('arn:aws:', 'arn:aws-cn:') }, china);
    expect(chinese?.resource).toMatch(/^arn:aws-cn:iam::111122223333:role\/aws-service-role\//);
    expect(valueOf(chinese, 'aws:RequestedRegion')).toBe('cn-north-1');
    expect(asked(request, { identities: [{ arn: slr }] })).toEqual(['kms:CreateKey *']);
    expect(asked(request, { identities: [{ arn: slr.replace(ACCOUNT, '444455556666') }] })).toHaveLength(2);
  });

  test.each<[string, Fields, string]>([
    ['ReEncrypt', { action: 'kms:ReEncrypt', parameters: { DestinationKeyId: KEY } }, 'KMS-160'],
    ['CreateAlias', { action: 'kms:CreateAlias', parameters: { AliasName: 'alias/a' } }, 'KMS-161'],
    ['ReplicateKey', { action: 'kms:ReplicateKey' }, 'KMS-162'],
    ['UpdatePrimaryRegion', { action: 'kms:UpdatePrimaryRegion' }, 'KMS-163'],
    ['CreateKey', { action: 'kms:CreateKey' }, 'KMS-164'],
    ['of another service', { action: 's3:GetObject', resource: 'arn:aws:s3:::b/o' }, 'KMS-205'],
  ])('%s says by which rule', (_, request, rule) => {
    expect(read(request)).toMatchObject({ kind: 'checks', rule });
  });
});
