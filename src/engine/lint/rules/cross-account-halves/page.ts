import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Half of a cross-account permission',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::444455556666:role/Reader" },
    "Action": "kms:Decrypt",
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
    "Principal": { "AWS": "arn:aws:iam::444455556666:role/Reader" },
    "Action": "kms:Decrypt",
    "Resource": "*"
  }
]`,
  why: 'Someone of another account needs two Allows: the key policy, which names them or their account, and an IAM policy of their own, which names the key by its ARN. With one of them alone KMS denies, and the message names the side that is missing. Keyway says so where the scenario has both sides.',
  aws: awsPage(
    'kms',
    'key-policy-modifying-external-accounts',
    'Allowing users in other accounts to use a KMS key',
  ),
};
