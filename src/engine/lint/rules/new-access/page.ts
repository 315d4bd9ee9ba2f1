import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'More than the accepted version allows',
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
  }
]`,
  why: 'Compared with the version that was accepted last, this allows requests that were not allowed before. Look at the request Prove shows, then accept the new version or take the change back.',
  aws: awsPage('iam', 'access-analyzer-custom-policy-checks', 'IAM Access Analyzer custom policy checks'),
};
