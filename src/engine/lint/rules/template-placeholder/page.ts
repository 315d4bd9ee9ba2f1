import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'A template that was not filled in',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*",
  "Condition": {
    "StringEquals": { "kms:CallerAccount": "<ACCOUNT-ID>", "aws:PrincipalTag/team": "\${var.team}" }
  }
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*",
  "Condition": {
    "StringEquals": {
      "kms:CallerAccount": "111122223333",
      "aws:PrincipalTag/team": "\${aws:RequestTag/team}"
    }
  }
}`,
  why: 'A value such as `<ACCOUNT-ID>` or `${AWS::AccountId}` belongs to a template and must be replaced before the policy is saved: no request has it, and as a principal KMS refuses it. Policy variables have a prefix: `${aws:PrincipalTag/team}`.',
  aws: awsPage('iam', 'reference_policies_variables', 'IAM policy elements: Variables and tags'),
};
