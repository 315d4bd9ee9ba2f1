import type { Recipe } from '../recipe.ts';

const cloudTrailPage = {
  title: 'CloudTrail: Configure AWS KMS key policies for CloudTrail',
  url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
};
const otherTrail = 'arn:<key.partition>:cloudtrail:<key.region>:<other.account>:trail/theirs';
const logFile = 'arn:<key.partition>:s3:::amzn-s3-demo-bucket/AWSLogs/<key.account>/CloudTrail/log.json.gz';

export const logRecipes: readonly Recipe[] = [
  {
    id: 'cloudtrail',
    chapter: 'Logs',
    title: 'CloudTrail writes log files',
    purpose: 'CloudTrail encrypts the log files of your trails with the key.',
    use: 'For trails; `aws:SourceArn` and the encryption context both keep other people’s trails away.',
    avoid: 'Not for event data stores of CloudTrail Lake: their calls carry no `aws:SourceArn`.',
    pages: [cloudTrailPage],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'trails',
        label: 'Trails',
        type: 'trail',
        many: true,
        example: 'arn:<key.partition>:cloudtrail:<key.region>:<key.account>:trail/management-events',
        help: 'For an organization trail, the ARN in the management account.',
      },
    ],
    keyPolicy: [
      {
        Sid: 'CloudTrailEncrypt',
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 'kms:GenerateDataKey*',
        Resource: '*',
        Condition: {
          StringEquals: { 'aws:SourceArn': '<trails>' },
          StringLike: {
            'kms:EncryptionContext:aws:cloudtrail:arn':
              'arn:<key.partition>:cloudtrail:*:<trails.account>:trail/*',
          },
        },
      },
      {
        Sid: 'CloudTrailDecryptAndDescribe',
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:DescribeKey'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceArn': '<trails>' } },
      },
    ],
    requests: [
      {
        name: 'CloudTrail encrypts a log file of the trail',
        principal: 'cloudtrail.amazonaws.com',
        action: 'kms:GenerateDataKey',
        parameters: { EncryptionContext: { 'aws:cloudtrail:arn': '<trails>', 'aws:s3:arn': logFile } },
        context: { 'aws:SourceArn': '<trails>' },
        expect: 'allowed',
      },
      {
        name: 'CloudTrail looks at the key for the trail',
        principal: 'cloudtrail.amazonaws.com',
        action: 'kms:DescribeKey',
        context: { 'aws:SourceArn': '<trails>' },
        expect: 'allowed',
      },
      {
        name: 'CloudTrail encrypts for a trail of another account',
        principal: 'cloudtrail.amazonaws.com',
        action: 'kms:GenerateDataKey',
        parameters: { EncryptionContext: { 'aws:cloudtrail:arn': otherTrail } },
        context: { 'aws:SourceArn': otherTrail },
        expect: 'denied',
      },
      {
        name: 'CloudTrail decrypts for a trail of another account',
        principal: 'cloudtrail.amazonaws.com',
        action: 'kms:Decrypt',
        parameters: { EncryptionContext: { 'aws:cloudtrail:arn': otherTrail } },
        context: { 'aws:SourceArn': otherTrail },
        expect: 'denied',
      },
    ],
  },
  {
    id: 'cloudtrail-readers',
    chapter: 'Logs',
    title: 'Readers of CloudTrail log files',
    purpose: 'Users and roles decrypt the log files of trails, and nothing else under the key.',
    use: 'For investigators and log pipelines; they also need `s3:GetObject` on the bucket.',
    avoid: 'Not for the buckets of other data: the condition asks for CloudTrail’s encryption context.',
    pages: [cloudTrailPage],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'readers',
        label: 'Readers',
        type: 'principal',
        many: true,
        account: 'own',
        example: 'arn:<key.partition>:iam::<key.account>:role/Investigator',
      },
    ],
    keyPolicy: [
      {
        Sid: 'ReadCloudTrailLogs',
        Effect: 'Allow',
        Principal: { AWS: '<readers>' },
        Action: 'kms:Decrypt',
        Resource: '*',
        Condition: { Null: { 'kms:EncryptionContext:aws:cloudtrail:arn': 'false' } },
      },
    ],
    requests: [
      {
        name: 'A reader opens a log file through S3',
        principal: '<readers>',
        action: 'kms:Decrypt',
        viaService: 's3.<key.region>.amazonaws.com',
        parameters: {
          EncryptionContext: {
            'aws:cloudtrail:arn':
              'arn:<key.partition>:cloudtrail:<key.region>:<key.account>:trail/management-events',
            'aws:s3:arn': logFile,
          },
        },
        expect: 'allowed',
      },
      {
        name: 'A reader opens another object under the key',
        principal: '<readers>',
        action: 'kms:Decrypt',
        viaService: 's3.<key.region>.amazonaws.com',
        parameters: {
          EncryptionContext: { 'aws:s3:arn': 'arn:<key.partition>:s3:::amzn-s3-demo-bucket/other.txt' },
        },
        expect: 'denied',
      },
    ],
  },
  {
    id: 'cloudwatch-logs',
    chapter: 'Logs',
    title: 'CloudWatch Logs',
    purpose: 'CloudWatch Logs encrypts and decrypts the log events of chosen log groups with the key.',
    use: 'For log groups in the key’s own account and Region, which is the only one that can use it.',
    avoid:
      'Not with `logs.amazonaws.com`: the service calls by its Region’s name. `*` at the end of a name takes in more log groups.',
    pages: [
      {
        title: 'CloudWatch Logs: Encrypt log data using AWS KMS',
        url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
      },
    ],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'logGroups',
        label: 'Log groups',
        type: 'logGroup',
        many: true,
        example: '/aws/lambda/orders',
        help: 'Names; `*` stands for anything.',
      },
    ],
    keyPolicy: [
      // AWS's sample also lists kms:Describe*, which carries no encryption context and so never meets the condition.
      {
        Sid: 'CloudWatchLogs',
        Effect: 'Allow',
        Principal: { Service: 'logs.<key.region>.amazonaws.com' },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'],
        Resource: '*',
        Condition: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn':
              'arn:<key.partition>:logs:<key.region>:<key.account>:log-group:<logGroups>',
          },
        },
      },
    ],
    requests: [
      {
        name: 'CloudWatch Logs encrypts log events of the log group',
        principal: 'logs.<key.region>.amazonaws.com',
        action: 'kms:GenerateDataKey',
        parameters: {
          EncryptionContext: {
            'aws:logs:arn':
              'arn:<key.partition>:logs:<key.region>:<key.account>:log-group:<logGroups.sample>',
          },
        },
        expect: 'allowed',
      },
      {
        name: 'CloudWatch Logs decrypts log events of the log group',
        principal: 'logs.<key.region>.amazonaws.com',
        action: 'kms:Decrypt',
        parameters: {
          EncryptionContext: {
            'aws:logs:arn':
              'arn:<key.partition>:logs:<key.region>:<key.account>:log-group:<logGroups.sample>',
          },
        },
        expect: 'allowed',
      },
      {
        name: 'CloudWatch Logs encrypts for another account',
        principal: 'logs.<key.region>.amazonaws.com',
        action: 'kms:GenerateDataKey',
        parameters: {
          EncryptionContext: {
            'aws:logs:arn':
              'arn:<key.partition>:logs:<key.region>:<other.account>:log-group:<logGroups.sample>',
          },
        },
        expect: 'denied',
      },
      {
        name: 'Another service encrypts',
        principal: 'sns.amazonaws.com',
        action: 'kms:GenerateDataKey',
        parameters: {
          EncryptionContext: {
            'aws:logs:arn':
              'arn:<key.partition>:logs:<key.region>:<key.account>:log-group:<logGroups.sample>',
          },
        },
        expect: 'denied',
      },
    ],
  },
];
