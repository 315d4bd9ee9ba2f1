import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Actions a key policy has no say in',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/KeyAdmin" },
    "Action": ["kms:CreateKey", "kms:ListKeys", "s3:GetObject", "kms:Decrypt"],
    "Resource": "*"
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
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/KeyAdmin" },
    "Action": ["kms:DescribeKey", "kms:Decrypt"],
    "Resource": "*"
  }
]`,
  why: 'A key policy is about the key it belongs to. Actions without a key (`kms:CreateKey`, `kms:ListKeys`, `kms:ListAliases`, `kms:GenerateRandom`) and those of other services need an Allow in an IAM policy, and `kms:RetireGrant` follows from the grant.',
  aws: awsPage('kms', 'kms-api-permissions-reference', 'AWS KMS permissions'),
};
