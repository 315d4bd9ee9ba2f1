import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Administering and using in one hand',
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
    "Action": "kms:*",
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
    "Action": ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:PutKeyPolicy"],
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": ["kms:Encrypt", "kms:Decrypt"],
    "Resource": "*"
  }
]`,
  why: 'Whoever changes the policy of a key and also decrypts with it needs nobody else to reach the data. Many rules of security ask that these be two people. A role of its own for administration, which cannot use the key, keeps them apart, though it could give itself the permission, and CloudTrail would tell.',
  aws: awsPage('kms', 'key-policy-default', 'Default key policy'),
};
