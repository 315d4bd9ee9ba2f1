import { accessAnalyzerChecks, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'A pattern where only the letter counts',
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
    "Condition": { "StringEquals": {"kms:ViaService": "s3.*.amazonaws.com"} }
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
    "Condition": { "StringLike": {"kms:ViaService": "s3.*.amazonaws.com"} }
  }
]`,
  why: '`StringEquals` and `StringNotEquals` compare letter by letter: a `*` in a value means the character itself, which hardly any value has, so the condition never holds, or always. `StringLike` and `StringNotLike` take patterns, and the ARN operators do, too.',
  aws: accessAnalyzerChecks,
};
