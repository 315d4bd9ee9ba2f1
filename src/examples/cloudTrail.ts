import type { Scenario } from '#engine/scenario/scenario.ts';

const AUDITOR = 'arn:aws:iam::111122223333:role/Auditor';

const KEY_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "EnableIamPolicies",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
      "Action": "kms:*",
      "Resource": "*"
    },
    {
      "Sid": "CloudTrailEncryptsLogs",
      "Effect": "Allow",
      "Principal": { "Service": "cloudtrail.amazonaws.com" },
      "Action": "kms:GenerateDataKey*",
      "Resource": "*",
      "Condition": {
        "StringEquals": {
          "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/management-events"
        },
        "StringLike": {
          "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:111122223333:trail/*"
        }
      }
    },
    {
      "Sid": "CloudTrailDescribesKey",
      "Effect": "Allow",
      "Principal": { "Service": "cloudtrail.amazonaws.com" },
      "Action": "kms:DescribeKey",
      "Resource": "*",
      "Condition": {
        "StringEquals": {
          "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/management-events"
        }
      }
    },
    {
      "Sid": "AuditorReadsLogs",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/Auditor" },
      "Action": "kms:Decrypt",
      "Resource": "*",
      "Condition": {
        "Null": { "kms:EncryptionContext:aws:cloudtrail:arn": "false" }
      }
    }
  ]
}`;

const AUDITOR_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadLogFiles",
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/AWSLogs/111122223333/*"
    }
  ]
}`;

const TRAIL = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/management-events';

/** A service principal that may use the key only on behalf of one trail, and a reader of what it wrote. */
export const cloudTrail: Scenario = {
  title: 'CloudTrail logs',
  description: 'CloudTrail encrypts the logs of one trail with the key, and an auditor reads them.',
  accounts: [],
  organizationPolicies: [],
  keys: [
    {
      arn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      aliases: ['alias/trail-logs'],
      policy: { id: 'key', text: KEY_POLICY },
    },
  ],
  resources: [],
  identities: [
    {
      arn: AUDITOR,
      policies: [
        { name: 'ReadLogFiles', document: { id: `identity/${AUDITOR}/ReadLogFiles`, text: AUDITOR_POLICY } },
      ],
    },
  ],
  vpcEndpoints: [],
  requests: [
    {
      name: 'CloudTrail encrypts a log file of the trail',
      principal: 'cloudtrail.amazonaws.com',
      action: 'kms:GenerateDataKey',
      parameters: { EncryptionContext: { 'aws:cloudtrail:arn': TRAIL } },
      context: { 'aws:SourceArn': TRAIL, 'aws:SourceAccount': '111122223333' },
      expect: { decision: 'allowed', statements: ['key#CloudTrailEncryptsLogs'], error: null },
    },
    {
      name: 'CloudTrail comes for a trail of another account',
      principal: 'cloudtrail.amazonaws.com',
      action: 'kms:GenerateDataKey',
      parameters: {
        EncryptionContext: {
          'aws:cloudtrail:arn': 'arn:aws:cloudtrail:us-east-1:444455556666:trail/management-events',
        },
      },
      context: {
        'aws:SourceArn': 'arn:aws:cloudtrail:us-east-1:444455556666:trail/management-events',
        'aws:SourceAccount': '444455556666',
      },
      expect: { decision: 'implicitDeny', statements: [] },
    },
    {
      name: 'The auditor reads a log file through S3',
      principal: 'arn:aws:sts::111122223333:assumed-role/Auditor/quarterly',
      action: 'kms:Decrypt',
      parameters: { EncryptionContext: { 'aws:cloudtrail:arn': TRAIL } },
      viaService: 's3.us-east-1.amazonaws.com',
      expect: { decision: 'allowed', statements: ['key#AuditorReadsLogs'], error: null },
    },
    {
      name: 'The auditor decrypts something that is no log file',
      principal: 'arn:aws:sts::111122223333:assumed-role/Auditor/quarterly',
      action: 'kms:Decrypt',
      expect: { decision: 'implicitDeny', statements: [] },
    },
  ],
};
