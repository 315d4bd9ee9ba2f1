import { accessAnalyzerChecks, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Names that no service has',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "Service": "SNS" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringEquals": {"aws:SourceAccount": "111122223333"} }
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringEquals": {"kms:ViaService": "s3.amazonaws.com"} }
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
    "Principal": { "Service": "sns.amazonaws.com" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringEquals": {"aws:SourceAccount": "111122223333"} }
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringEquals": {"kms:ViaService": "s3.us-east-1.amazonaws.com"} }
  }
]`,
  why: 'A service principal is a full name in lower case, such as `sns.amazonaws.com`, and is compared as a whole. `kms:ViaService` names the service with its Region, `s3.us-east-1.amazonaws.com`; use `StringLike` with `s3.*.amazonaws.com` for all Regions.',
  aws: accessAnalyzerChecks,
};
