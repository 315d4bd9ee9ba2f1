import { accessAnalyzerChecks, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'The same thing twice',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": ["kms:Decrypt", "kms:*"],
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
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
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:*",
    "Resource": "*"
  }
]`,
  why: 'An entry that another entry of its list takes in, and a statement that repeats another, do nothing. They hide what the policy says: who takes the one away believes that the access is gone.',
  aws: accessAnalyzerChecks,
};
