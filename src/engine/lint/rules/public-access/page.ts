import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Open to every AWS account',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "*" },
  "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
  "Resource": "*",
  "Condition": { "StringEquals": {"kms:ViaService": "s3.us-east-1.amazonaws.com"} }
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "*" },
  "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
  "Resource": "*",
  "Condition": {
    "StringEquals": {
      "kms:ViaService": "s3.us-east-1.amazonaws.com",
      "kms:CallerAccount": "111122223333"
    }
  }
}`,
  why: 'A principal of `*` is everyone in every AWS account; all a stranger needs besides is an Allow in IAM policies of their own. `kms:ViaService`, an encryption context or MFA do not say whose callers are meant, since anyone can come through a service and send any context. `kms:CallerAccount`, `aws:PrincipalOrgID` and `aws:PrincipalArn` do. A `*` that is bounded like this, or that denies, is fine.',
  aws: awsPage('kms', 'key-policy-overview', 'Key policies: principal'),
};
