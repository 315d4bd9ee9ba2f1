import fc from 'fast-check';
import type { Json, JsonObject } from '../naive/plain.ts';
import { ALIAS, FOREIGN_KEY, HOME, KEY, type Operation, REPLICA, SECOND_KEY } from './cast.ts';
import { newGrant } from './grants.ts';
import type { Focus } from './policies.ts';

const none: fc.Arbitrary<JsonObject> = fc.constant({});

const encryptionContext = fc.constantFrom<JsonObject | undefined>(
  undefined,
  { tenant: 'a' },
  { tenant: 'a' },
  { tenant: 'A' },
  { Tenant: 'a' },
  { tenant: 'b', team: 'b' },
  { tenant: 'a', team: 'b' },
  { tenant: '' },
);
const withContext = (name: string, also: JsonObject = {}): fc.Arbitrary<JsonObject> =>
  encryptionContext.map((made) => (made === undefined ? also : { ...also, [name]: made }));

const maybe = (name: string, ...values: readonly Json[]): fc.Arbitrary<JsonObject> =>
  fc.constantFrom<JsonObject>({}, ...values.map((value) => ({ [name]: value })));

const tagList = fc.constantFrom<Json>(
  [{ TagKey: 'team', TagValue: 'a' }],
  [
    { TagKey: 'Team', TagValue: 'b' },
    { TagKey: 'a', TagValue: '' },
  ],
);

const both = (...parts: readonly fc.Arbitrary<JsonObject>[]): fc.Arbitrary<JsonObject> =>
  fc.tuple(...parts).map((made): JsonObject => Object.assign({}, ...made));

const keyId = fc.oneof(
  { weight: 4, arbitrary: none },
  {
    weight: 2,
    arbitrary: maybe('KeyId', KEY, KEY.slice(KEY.lastIndexOf('/') + 1), ALIAS, REPLICA, SECOND_KEY),
  },
);

/** Ids of the keys, without the ARN around them. */
const KEY_ID = KEY.slice(KEY.lastIndexOf('/') + 1);
const FOREIGN_KEY_ID = FOREIGN_KEY.slice(FOREIGN_KEY.lastIndexOf('/') + 1);

const fixed = (...choices: readonly JsonObject[]): fc.Arbitrary<JsonObject> => fc.constantFrom(...choices);
const maybeTags = fc
  .option(tagList, { nil: undefined })
  .map((Tags): JsonObject => (Tags === undefined ? {} : { Tags }));
const aliasAndTarget = fc
  .tuple(fc.constantFrom(ALIAS, 'alias/other', 'alias/new'), fc.constantFrom(KEY, SECOND_KEY, KEY_ID))
  .map(([AliasName, TargetKeyId]): JsonObject => ({ AliasName, TargetKeyId }));
const use = both(keyId, withContext('EncryptionContext'), maybe('EncryptionAlgorithm', 'RSAES_OAEP_SHA_256'));

const byOperation: Partial<Record<Operation, fc.Arbitrary<JsonObject>>> = {
  'kms:Decrypt': use,
  'kms:Encrypt': use,
  'kms:GenerateDataKey': withContext('EncryptionContext'),
  'kms:GenerateDataKeyPair': withContext('EncryptionContext', { KeyPairSpec: 'RSA_2048' }),
  'kms:ReEncrypt': both(
    withContext('SourceEncryptionContext'),
    withContext('DestinationEncryptionContext'),
    fc
      .constantFrom(KEY, SECOND_KEY, FOREIGN_KEY, ALIAS, FOREIGN_KEY_ID)
      .map((DestinationKeyId): JsonObject => ({ DestinationKeyId })),
    maybe('SourceEncryptionAlgorithm', 'RSAES_OAEP_SHA_1'),
  ),
  'kms:RetireGrant': fixed(
    { GrantId: 'g0' },
    { GrantId: 'g0' },
    { GrantId: 'g0' },
    { GrantId: 'g1' },
    { GrantToken: 'g0' },
    { GrantId: 'g9' },
    {},
  ),
  'kms:PutKeyPolicy': maybe('BypassPolicyLockoutSafetyCheck', true, false),
  'kms:ScheduleKeyDeletion': maybe('PendingWindowInDays', 7, 30, 10),
  'kms:EnableKeyRotation': maybe('RotationPeriodInDays', 365, 100),
  'kms:ImportKeyMaterial': maybe('ExpirationModel', 'KEY_MATERIAL_EXPIRES', 'KEY_MATERIAL_DOES_NOT_EXPIRE'),
  'kms:GetParametersForImport': fixed({
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  }),
  'kms:CreateKey': both(
    maybe('MultiRegion', true),
    maybe('KeySpec', 'RSA_2048'),
    maybe('KeyUsage', 'SIGN_VERIFY'),
    maybe('Origin', 'EXTERNAL'),
    maybeTags,
  ),
  'kms:TagResource': tagList.map((Tags): JsonObject => ({ Tags })),
  'kms:UntagResource': fixed({ TagKeys: ['team'] }, { TagKeys: ['Team', 'a'] }),
  'kms:CreateAlias': aliasAndTarget,
  'kms:UpdateAlias': aliasAndTarget,
  'kms:DeleteAlias': fixed({ AliasName: ALIAS }, { AliasName: 'alias/other' }, { AliasName: 'alias/none' }),
  'kms:ReplicateKey': both(fixed({ ReplicaRegion: 'eu-west-1' }), maybeTags),
  'kms:UpdatePrimaryRegion': fixed({ PrimaryRegion: 'eu-west-1' }, { PrimaryRegion: 'ap-south-1' }),
  'kms:Sign': both(fixed({ SigningAlgorithm: 'RSASSA_PSS_SHA_256' }), maybe('MessageType', 'DIGEST')),
  'kms:GenerateMac': fixed({ MacAlgorithm: 'HMAC_SHA_256' }),
  'kms:DeriveSharedSecret': fixed({ KeyAgreementAlgorithm: 'ECDH' }),
  's3:PutObject': both(
    maybe('UploadId', 'u'),
    maybe('SSEKMSEncryptionContext', Buffer.from('{"tenant":"a"}').toString('base64')),
  ),
  'ec2:AttachVolume': fixed({ InstanceId: 'i-1' }),
  'kms:ListRetirableGrants': fixed({ RetiringPrincipal: `arn:aws:iam::${HOME}:root` }),
};

/** The parameters that an operation's permissions look at. */
export const parameters = (action: Operation, focus: Focus): fc.Arbitrary<JsonObject> =>
  action === 'kms:CreateGrant' ? newGrant(focus) : (byOperation[action] ?? none);
