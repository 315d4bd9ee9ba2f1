import { accessAnalyzerChecks, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Values and operators of different types',
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
    "Action": "kms:CreateGrant",
    "Resource": "*",
    "Condition": {
      "Bool": { "kms:GrantIsForAWSResource": "yes" },
      "IpAddress": { "aws:SourceIp": "203.0.113" }
    }
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
    "Action": "kms:CreateGrant",
    "Resource": "*",
    "Condition": {
      "Bool": { "kms:GrantIsForAWSResource": "true" },
      "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }
    }
  }
]`,
  why: 'A value that the operator cannot read equals nothing: the condition is false, or with a negated operator true for everyone. An operator for another type than the key has may work today and is not documented to.',
  aws: accessAnalyzerChecks,
};
