import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'A service that lacks a permission of the key',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "Service": "cloudwatch.amazonaws.com" },
    "Action": "kms:GenerateDataKey*",
    "Resource": "*",
    "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } }
  }
]`,
  prefer: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "Service": "cloudwatch.amazonaws.com" },
    "Action": ["kms:GenerateDataKey*", "kms:Decrypt"],
    "Resource": "*",
    "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } }
  }
]`,
  why: 'A service that publishes to an encrypted topic or queue calls KMS as itself, and needs `kms:GenerateDataKey` and `kms:Decrypt`; CloudTrail needs `kms:DescribeKey` besides its data keys. The statement for the account does not take in AWS services. What is missing shows nowhere: the alarm fires, and the message is lost.',
  aws: awsPage('kms', 'key-policy-services', 'Permissions for AWS services in key policies'),
};
