import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Refused from the one who applies it',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
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
  }
]`,
  why: 'KMS checks that whoever puts a key policy could put the next one as well. A policy that only names the account is fine for an administrator, and refused from a pipeline whose role has no `kms:PutKeyPolicy` in its IAM policies. Save a request in which that role calls `kms:PutKeyPolicy` and expect it to be allowed: Keyway then checks every version of the policy.',
  aws: awsPage('api', 'API_PutKeyPolicy', 'PutKeyPolicy'),
};
