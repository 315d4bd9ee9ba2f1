import { describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  ALICE,
  checksOf,
  type Fields,
  KEY,
  OTHER_KEY,
  read,
  valueOf,
  WORKER,
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

/** What is asked: `action resource` a check, or why nothing is. */
function asked(request: Fields, scenario: Fields = { keys }): readonly string[] | string {
  const result = read(request, scenario);
  if (result.kind === 'checks') return result.checks.map(({ action, resource }) => `${action} ${resource}`);
  if (result.kind === 'notFound') return `${result.error} ${result.rule}: ${result.because}`;
  return result.problems.map(({ field, message }) => `${field}: ${message}`).join(' ');
}

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

describe('what cannot be asked', () => {
  test.each([
    ['Decrypt', /^action: `Decrypt` is not an action: write one such as `kms:Decrypt`\.$/],
    [':Decrypt', /^action: /],
    ['kms:', /^action: /],
    ['kms:De*', /^action: /],
    ['kms:De crypt', /^action: /],
    ['kms:Decript', /^action: KMS has no operation `kms:Decript`\.$/],
  ])('%j', (action, expected) => {
    expect(asked({ action })).toMatch(expected);
  });

  test('a principal that is none', () => {
    expect(asked({ principal: 'Alice' })).toMatch(/^principal: `Alice` is neither/);
  });

  test('a ReEncrypt that does not say where to', () => {
    expect(asked({ action: 'kms:ReEncrypt' })).toMatch(/^parameters: ReEncrypt needs `DestinationKeyId`/);
  });
});

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

describe('actions of other services', () => {
  test.each<[string, Fields, Fields, string | undefined]>([
    [
      'an ARN that names its account',
      { resource: 'arn:aws:sqs:us-west-2:444455556666:q' },
      {},
      '444455556666',
    ],
    ['an ARN that does not', { resource: 'arn:aws:s3:::b/o' }, {}, ACCOUNT],
    [
      'a resource of the scenario',
      { resource: 'arn:aws:s3:::b/o' },
      { resources: [{ arn: 'arn:aws:s3:::b/*', account: '444455556666' }] },
      '444455556666',
    ],
    ['no resource', {}, {}, ACCOUNT],
  ])('%s', (_, request, scenario, expected) => {
    const [check] = checksOf({ action: 's3:GetObject', ...request }, scenario);
    expect(check?.resourceAccount).toBe(expected);
    expect(check?.target.kind).toBe('resource' in request ? 'resource' : 'none');
    expect(valueOf(check, 'kms:CallerAccount')).toBeNull();
  });

  test('a KMS action on a resource of another service asks for no key', () => {
    expect(asked({ action: 'kms:Decrypt', resource: 'arn:aws:s3:::b/o' })).toEqual([
      'kms:Decrypt arn:aws:s3:::b/o',
    ]);
  });

  test('are made by whoever makes them', () => {
    expect(checksOf({ principal: WORKER, action: 's3:ListAllMyBuckets' })[0]?.caller).toMatchObject({
      arn: WORKER,
    });
  });
});
