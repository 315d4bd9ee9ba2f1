/** The few accounts, keys and callers that generated scenarios are about: few, so that they meet often. */

export const HOME = '111122223333';
export const ABROAD = '444455556666';

export const KEY = `arn:aws:kms:us-east-1:${HOME}:key/mrk-1234abcd12ab34cd56ef1234567890ab`;
/** The same multi-Region key elsewhere, a second key at home, and one of the other account. */
export const REPLICA = KEY.replace('us-east-1', 'eu-west-1');
export const SECOND_KEY = `arn:aws:kms:us-east-1:${HOME}:key/0987dcba-09fe-87dc-65ba-ab0987654321`;
export const FOREIGN_KEY = `arn:aws:kms:us-east-1:${ABROAD}:key/5678abcd-56ab-78cd-90ef-567890abcdef`;

export const ALIAS = 'alias/orders';
export const QUEUE = `arn:aws:sqs:us-east-1:${HOME}:orders`;
export const BUCKET = 'arn:aws:s3:::example-bucket/*';
export const OBJECT = 'arn:aws:s3:::example-bucket/report.csv';
export const VOLUME = `arn:aws:ec2:us-east-1:${HOME}:volume/vol-1`;
export const LOG_GROUP = `arn:aws:logs:us-east-1:${HOME}:log-group:a`;

export const ALICE = `arn:aws:iam::${HOME}:user/team/Alice`;
export const ADMINS = `arn:aws:iam::${HOME}:group/Admins`;
export const APP = `arn:aws:iam::${HOME}:role/App`;
export const OPS = `arn:aws:iam::${HOME}:role/path/Ops`;
export const LINKED = `arn:aws:iam::${HOME}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
export const READER = `arn:aws:iam::${ABROAD}:role/Reader`;
export const BOB = `arn:aws:iam::${ABROAD}:user/Bob`;
export const LOGS = 'logs.us-east-1.amazonaws.com';
export const TRAIL = 'cloudtrail.amazonaws.com';

const session = (account: string, name: string): string => `arn:aws:sts::${account}:assumed-role/${name}`;

/** Someone who makes requests, and the principal entries that name them. */
export interface CastMember {
  readonly kind: string;
  readonly principal: string;
  readonly issuer?: string;
  /** From the narrowest to the widest. */
  readonly entries: readonly string[];
}

export const cast: readonly CastMember[] = [
  { kind: 'root', principal: `arn:aws:iam::${HOME}:root`, entries: [HOME] },
  { kind: 'root by account id', principal: HOME, entries: [`arn:aws:iam::${HOME}:root`] },
  { kind: 'user', principal: ALICE, entries: [ALICE, 'AIDAALICE'] },
  {
    kind: 'user without facts',
    principal: `arn:aws:iam::${HOME}:user/Carol`,
    entries: [`arn:aws:iam::${HOME}:user/Carol`],
  },
  {
    kind: 'role session',
    principal: session(HOME, 'App/s1'),
    entries: [session(HOME, 'App/s1'), APP, 'AROAAPP'],
  },
  { kind: 'other session', principal: session(HOME, 'App/s2'), entries: [session(HOME, 'App/s1'), APP] },
  { kind: 'role of unknown session', principal: APP, entries: [APP, 'AROAAPP'] },
  {
    kind: 'session of a role with a path',
    principal: session(HOME, 'Ops/s1'),
    entries: [OPS, session(HOME, 'Ops/s1')],
  },
  {
    kind: 'session with issuer',
    principal: session(HOME, 'Ops/s2'),
    issuer: OPS,
    entries: [OPS, `arn:aws:iam::${HOME}:role/Ops`],
  },
  {
    kind: 'session of an unlisted role',
    principal: session(HOME, 'Web/s1'),
    entries: [`arn:aws:iam::${HOME}:role/any/Web`, session(HOME, 'Web/s1')],
  },
  {
    kind: 'service-linked role',
    principal: session(HOME, 'AWSServiceRoleForAutoScaling/s'),
    issuer: LINKED,
    entries: [LINKED],
  },
  {
    kind: 'federated user',
    principal: `arn:aws:sts::${HOME}:federated-user/Temp`,
    issuer: ALICE,
    entries: [`arn:aws:sts::${HOME}:federated-user/Temp`, ALICE, 'AIDAALICE'],
  },
  {
    kind: 'federated user without issuer',
    principal: `arn:aws:sts::${HOME}:federated-user/Alice`,
    entries: [`arn:aws:sts::${HOME}:federated-user/Alice`, ALICE],
  },
  { kind: 'service', principal: LOGS, entries: [LOGS] },
  { kind: 'global service', principal: TRAIL, entries: [TRAIL] },
  {
    kind: 'foreign role session',
    principal: session(ABROAD, 'Reader/s1'),
    entries: [READER, session(ABROAD, 'Reader/s1'), 'AROAREADER'],
  },
  { kind: 'foreign user', principal: BOB, entries: [BOB] },
  { kind: 'foreign root', principal: `arn:aws:iam::${ABROAD}:root`, entries: [ABROAD] },
  { kind: 'anonymous', principal: 'anonymous', entries: [] },
];

/** What their actions are, as requests name them. */
export const operations = [
  'kms:Decrypt',
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyPair',
  'kms:ReEncrypt',
  'kms:ReEncrypt',
  'kms:ReEncrypt',
  'kms:DescribeKey',
  'kms:GetPublicKey',
  'kms:Sign',
  'kms:GenerateMac',
  'kms:DeriveSharedSecret',
  'kms:CreateGrant',
  'kms:CreateGrant',
  'kms:RetireGrant',
  'kms:RetireGrant',
  'kms:RevokeGrant',
  'kms:ListGrants',
  'kms:ListRetirableGrants',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'kms:EnableKeyRotation',
  'kms:ImportKeyMaterial',
  'kms:GetParametersForImport',
  'kms:GetKeyRotationStatus',
  'kms:CreateKey',
  'kms:ListKeys',
  'kms:CreateAlias',
  'kms:UpdateAlias',
  'kms:DeleteAlias',
  'kms:DeleteAlias',
  'kms:ReplicateKey',
  'kms:ReplicateKey',
  'kms:UpdatePrimaryRegion',
  'kms:TagResource',
  'kms:UntagResource',
  's3:GetObject',
  's3:GetObject',
  's3:PutObject',
  'sqs:SendMessage',
  'sqs:SendMessage',
  'ec2:AttachVolume',
  'logs:PutLogEvents',
  's3:ListAllMyBuckets',
  'sts:GetCallerIdentity',
] as const;
export type Operation = (typeof operations)[number];
