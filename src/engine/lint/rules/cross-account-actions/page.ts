import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Actions that other accounts cannot use',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::444455556666:root" },
    "Action": ["kms:Decrypt", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
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
    "Principal": { "AWS": "arn:aws:iam::444455556666:root" },
    "Action": ["kms:Decrypt", "kms:DescribeKey"],
    "Resource": "*"
  }
]`,
  why: 'Most management of a key works only from within its account: nobody elsewhere can change the policy, tag the key or schedule its deletion, whatever the policy allows. What works are the cryptographic operations, `kms:DescribeKey`, `kms:GetPublicKey` and the management of grants. `kms:*` for another account hides that, and also gives `kms:CreateGrant`.',
  aws: awsPage('kms', 'kms-api-permissions-reference', 'AWS KMS permissions'),
};
