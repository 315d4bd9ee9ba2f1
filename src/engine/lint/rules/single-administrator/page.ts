import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'One principal alone can change the policy',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/KeyAdmin" },
  "Action": "kms:*",
  "Resource": "*"
}`,
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
    "Action": "kms:*",
    "Resource": "*"
  }
]`,
  why: 'If the one user or role that may call `kms:PutKeyPolicy` is deleted, nobody can change the policy any more, and only AWS Support can help. Creating it again under its name does not: the policy then holds the unique id of the old one. Name the account as well, or a second administrator that does not hang on the first.',
  aws: awsPage('kms', 'key-policy-default', 'Default key policy'),
};
