import { accessAnalyzerChecks, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Conditions that hold of everything, or of nothing',
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
    "Condition": { "StringLikeIfExists": {"kms:ViaService": "*"} }
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
  why: 'A `*` fits every value. With `IfExists` or `ForAllValues` the condition holds of a missing key, too, so that it keeps nobody out; with `ForAnyValue` and a negated operator it holds of nothing.',
  aws: accessAnalyzerChecks,
};
