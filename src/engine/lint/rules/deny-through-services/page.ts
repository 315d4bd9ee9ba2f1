import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'A Deny that stops services',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Deny",
    "Principal": "*",
    "Action": "kms:*",
    "Resource": "*",
    "Condition": { "StringNotEquals": {"aws:SourceVpce": "vpce-0a1b2c3d"} }
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
    "Effect": "Deny",
    "Principal": "*",
    "Action": "kms:*",
    "Resource": "*",
    "Condition": {
      "StringNotEquals": { "aws:SourceVpce": "vpce-0a1b2c3d" },
      "BoolIfExists": { "aws:ViaAWSService": "false", "aws:PrincipalIsAWSService": "false" }
    }
  }
]`,
  why: 'When S3 or EBS uses a key for someone, the call comes from the service: it carries no `aws:SourceVpc` or `aws:SourceVpce`, a negated condition on them holds, and the Deny stops it. Spare these calls with `aws:ViaAWSService`, and services that call as themselves with `aws:PrincipalIsAWSService`: those have no `aws:PrincipalArn` or organization either, so a Deny that spares some callers by it stops them.',
  aws: awsPage('kms', 'conditions-aws', 'AWS global condition keys'),
};
