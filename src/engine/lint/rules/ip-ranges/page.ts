import { accessAnalyzerChecks, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Addresses that never come, and loose bits',
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
    "Condition": { "IpAddress": {"aws:SourceIp": ["10.0.0.0/8"]} }
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/KeyAdmin" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "IpAddress": {"aws:SourceIp": "203.0.113.7/24"} }
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
    "Condition": { "IpAddress": {"aws:SourceIp": "203.0.113.0/24"} }
  }
]`,
  why: '`aws:SourceIp` is the public address a request comes from. Calls through a VPC endpoint do not have it at all; `aws:SourceVpc`, `aws:SourceVpce` and `aws:VpcSourceIp` are about them. Of a range only the bits before its prefix count.',
  aws: accessAnalyzerChecks,
};
