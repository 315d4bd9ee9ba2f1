import { ACCOUNT, ALICE, type Fields } from './requests.ts';

export const OBJECT = 'arn:aws:s3:::example-bucket/folder/a.txt';
export const regional = (service: string, rest: string) => `arn:aws:${service}:us-west-2:${ACCOUNT}:${rest}`;

export const S3 = 's3.us-west-2.amazonaws.com';
export const object = { 'aws:s3:arn': OBJECT };
export const bucket = { 'aws:s3:arn': 'arn:aws:s3:::example-bucket' };
export const QUEUE = regional('sqs', 'orders');
export const TOPIC = regional('sns', 'news');
export const SECRET = regional('secretsmanager', 'secret:db-AbCdEf');
export const PARAMETER = regional('ssm', 'parameter/db/password');
export const TABLE = regional('dynamodb', 'table/Books');
export const STREAM = regional('kinesis', 'stream/clicks');
export const FUNCTION = regional('lambda', 'function:handler');
export const VOLUME = regional('ec2', 'volume/vol-1a2b');
export const SNAPSHOT = regional('ec2', 'snapshot/snap-1a2b');
export const DATABASE = regional('rds', 'db:orders');
export const FILES = regional('elasticfilesystem', 'file-system/fs-1a2b');
export const CLUSTER = regional('eks', 'cluster/main');
export const via = (service: string) => `${service}.us-west-2.amazonaws.com`;
export const books = { 'aws:dynamodb:tableName': 'Books', 'aws:dynamodb:subscriberId': ACCOUNT };
export const LOGS = 'logs.us-west-2.amazonaws.com';
export const app = { 'aws:logs:arn': regional('logs', 'log-group:app') };

export type ServiceCallRow = readonly [
  action: string,
  resource: string,
  parameters: Fields,
  /** Operation, caller, service, encryption context. */
  calls: readonly (readonly [string, string, string | null, Fields])[],
];

/** What each service asks of KMS (KMS-204). */
export const serviceCallRows: readonly ServiceCallRow[] = [
  ['s3:GetObject', OBJECT, {}, [['Decrypt', ALICE, S3, object]]],
  ['S3:getobject', OBJECT, {}, [['Decrypt', ALICE, S3, object]]],
  ['s3:GetObjectVersion', OBJECT, {}, [['Decrypt', ALICE, S3, object]]],
  ['s3:PutObject', OBJECT, {}, [['GenerateDataKey', ALICE, S3, object]]],
  [
    's3:PutObject',
    OBJECT,
    { UploadId: 'u' },
    [
      ['GenerateDataKey', ALICE, S3, object],
      ['Decrypt', ALICE, S3, object],
    ],
  ],
  ['s3:DeleteObject', OBJECT, {}, []],
  [
    'sqs:SendMessage',
    QUEUE,
    {},
    [
      ['GenerateDataKey', ALICE, via('sqs'), { 'aws:sqs:arn': QUEUE }],
      ['Decrypt', ALICE, via('sqs'), { 'aws:sqs:arn': QUEUE }],
    ],
  ],
  ['sqs:ReceiveMessage', QUEUE, {}, [['Decrypt', ALICE, via('sqs'), { 'aws:sqs:arn': QUEUE }]]],
  [
    'sns:Publish',
    TOPIC,
    {},
    [
      ['GenerateDataKey', ALICE, via('sns'), { 'aws:sns:topicArn': TOPIC }],
      ['Decrypt', ALICE, via('sns'), { 'aws:sns:topicArn': TOPIC }],
    ],
  ],
  [
    'secretsmanager:GetSecretValue',
    SECRET,
    { VersionId: 'v1' },
    [['Decrypt', ALICE, via('secretsmanager'), { SecretARN: SECRET, SecretVersionId: 'v1' }]],
  ],
  [
    'secretsmanager:GetSecretValue',
    SECRET,
    {},
    [['Decrypt', ALICE, via('secretsmanager'), { SecretARN: SECRET }]],
  ],
  [
    'secretsmanager:PutSecretValue',
    SECRET,
    { ClientRequestToken: 't' },
    [
      ['GenerateDataKey', ALICE, via('secretsmanager'), { SecretARN: SECRET, SecretVersionId: 't' }],
      ['Decrypt', ALICE, via('secretsmanager'), { SecretARN: SECRET, SecretVersionId: 't' }],
    ],
  ],
  ['ssm:PutParameter', PARAMETER, {}, [['Encrypt', ALICE, via('ssm'), { PARAMETER_ARN: PARAMETER }]]],
  [
    'ssm:PutParameter',
    PARAMETER,
    { Tier: 'Standard' },
    [['Encrypt', ALICE, via('ssm'), { PARAMETER_ARN: PARAMETER }]],
  ],
  [
    'ssm:PutParameter',
    PARAMETER,
    { Tier: 'Advanced' },
    [['GenerateDataKey', ALICE, via('ssm'), { PARAMETER_ARN: PARAMETER }]],
  ],
  ['ssm:GetParameter', PARAMETER, {}, [['Decrypt', ALICE, via('ssm'), { PARAMETER_ARN: PARAMETER }]]],
  [
    'ssm:GetParameter',
    PARAMETER,
    { WithDecryption: true },
    [['Decrypt', ALICE, via('ssm'), { PARAMETER_ARN: PARAMETER }]],
  ],
  ['ssm:GetParameter', PARAMETER, { WithDecryption: false }, []],
  ['dynamodb:Query', TABLE, {}, [['Decrypt', ALICE, via('dynamodb'), books]]],
  [
    'dynamodb:CreateTable',
    TABLE,
    {},
    [
      ['DescribeKey', ALICE, via('dynamodb'), {}],
      ['CreateGrant', ALICE, via('dynamodb'), {}],
    ],
  ],
  [
    'kinesis:PutRecords',
    STREAM,
    {},
    [['GenerateDataKey', ALICE, via('kinesis'), { 'aws:kinesis:arn': STREAM }]],
  ],
  ['kinesis:GetRecords', STREAM, {}, [['Decrypt', ALICE, via('kinesis'), { 'aws:kinesis:arn': STREAM }]]],
  [
    'lambda:UpdateFunctionConfiguration',
    FUNCTION,
    {},
    [
      ['CreateGrant', ALICE, via('lambda'), {}],
      ['Encrypt', ALICE, via('lambda'), { 'aws:lambda:FunctionArn': FUNCTION }],
    ],
  ],
  [
    'ec2:CreateVolume',
    VOLUME,
    {},
    [
      ['GenerateDataKeyWithoutPlaintext', ALICE, via('ec2'), { 'aws:ebs:id': 'vol-1a2b' }],
      ['DescribeKey', ALICE, via('ec2'), {}],
    ],
  ],
  ['ec2:AttachVolume', VOLUME, {}, [['CreateGrant', ALICE, via('ec2'), {}]]],
  [
    'ec2:CopySnapshot',
    SNAPSHOT,
    {},
    [
      ['ReEncryptFrom', ALICE, via('ec2'), { 'aws:ebs:id': 'snap-1a2b' }],
      ['ReEncryptTo', ALICE, via('ec2'), { 'aws:ebs:id': 'snap-1a2b' }],
      ['DescribeKey', ALICE, via('ec2'), {}],
    ],
  ],
  [
    'rds:CreateDBInstance',
    DATABASE,
    {},
    [
      ['CreateGrant', ALICE, via('rds'), {}],
      ['DescribeKey', ALICE, via('rds'), {}],
    ],
  ],
  [
    'elasticfilesystem:CreateFileSystem',
    FILES,
    {},
    [
      ['CreateGrant', ALICE, via('elasticfilesystem'), {}],
      ['DescribeKey', ALICE, via('elasticfilesystem'), {}],
      [
        'GenerateDataKeyWithoutPlaintext',
        ALICE,
        via('elasticfilesystem'),
        { 'aws:elasticfilesystem:filesystem:id': 'fs-1a2b' },
      ],
    ],
  ],
  [
    'eks:CreateCluster',
    CLUSTER,
    {},
    [
      ['DescribeKey', ALICE, null, {}],
      ['CreateGrant', ALICE, null, {}],
    ],
  ],
  [
    'logs:PutLogEvents',
    regional('logs', 'log-group:app:log-stream:one'),
    {},
    [['GenerateDataKey', LOGS, null, app]],
  ],
  ['logs:GetLogEvents', regional('logs', 'log-group:app:*'), {}, [['Decrypt', LOGS, null, app]]],
];
