import type { Scenario } from '#engine/scenario/scenario.ts';

const ANALYTICS = 'arn:aws:iam::111122223333:role/Analytics';

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
      "Sid": "AnalyticsThroughS3",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/Analytics" },
      "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
      "Resource": "*",
      "Condition": {
        "StringEquals": {
          "kms:ViaService": "s3.us-east-1.amazonaws.com",
          "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::amzn-s3-demo-bucket"
        }
      }
    }
  ]
}`;

const ANALYTICS_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadAndWriteReports",
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:PutObject"],
      "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    }
  ]
}`;

/**
 * With an S3 Bucket Key the encryption context is the bucket's ARN, without one it is the object's. A key policy that asks
 * for one of them stops working when the setting changes.
 */
export const bucketKeys: Scenario = {
  title: 'S3 with Bucket Keys',
  description:
    'A role uses the key only through Amazon S3 and only for one bucket that has Bucket Keys turned on.',
  accounts: [],
  organizationPolicies: [],
  keys: [
    {
      arn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      aliases: ['alias/reports'],
      policy: { id: 'key', text: KEY_POLICY },
    },
  ],
  resources: [],
  identities: [
    {
      arn: ANALYTICS,
      policies: [
        { name: 'Reports', document: { id: `identity/${ANALYTICS}/Reports`, text: ANALYTICS_POLICY } },
      ],
    },
  ],
  vpcEndpoints: [],
  requests: [
    {
      name: 'S3 reads an object under the Bucket Key',
      principal: 'arn:aws:sts::111122223333:assumed-role/Analytics/query',
      action: 'kms:Decrypt',
      parameters: { EncryptionContext: { 'aws:s3:arn': 'arn:aws:s3:::amzn-s3-demo-bucket' } },
      viaService: 's3.us-east-1.amazonaws.com',
      expect: { decision: 'allowed', statements: ['key#AnalyticsThroughS3'], error: null },
    },
    {
      name: 'S3 reads an object written before the Bucket Key',
      principal: 'arn:aws:sts::111122223333:assumed-role/Analytics/query',
      action: 'kms:Decrypt',
      parameters: { EncryptionContext: { 'aws:s3:arn': 'arn:aws:s3:::amzn-s3-demo-bucket/2019/report.csv' } },
      viaService: 's3.us-east-1.amazonaws.com',
      expect: { decision: 'implicitDeny', statements: [] },
    },
    {
      name: 'The role calls KMS directly, not through S3',
      principal: 'arn:aws:sts::111122223333:assumed-role/Analytics/query',
      action: 'kms:Decrypt',
      parameters: { EncryptionContext: { 'aws:s3:arn': 'arn:aws:s3:::amzn-s3-demo-bucket' } },
      expect: { decision: 'implicitDeny', statements: [] },
    },
  ],
};
