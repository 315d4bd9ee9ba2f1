import { accessAnalyzerChecks, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'An ARN compared as text',
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
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/App"} }
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
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/App"} }
  }
]`,
  why: 'The ARN operators compare the six parts of an ARN one by one, and a `*` stays within its part. In a text a `*` takes in colons as well, so a pattern with a star in front can fit an ARN of another service or account whose name ends alike. A star in the last part makes no difference, and is not reported.',
  aws: accessAnalyzerChecks,
};
