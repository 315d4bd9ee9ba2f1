import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'A wildcard inside a principal',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Admin_*" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "*" },
  "Action": "kms:Decrypt",
  "Resource": "*",
  "Condition": {
    "StringEquals": { "aws:PrincipalAccount": "111122223333" },
    "ArnLike": {
      "aws:PrincipalArn": "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Admin_*"
    }
  }
}`,
  why: 'In `Principal` a `*` means everyone when it stands alone, and nothing when it is part of a name: KMS refuses the policy. Conditions do take wildcards, so the pattern belongs into a condition on `aws:PrincipalArn`, together with the account, which the pattern alone could leave open.',
  aws: awsPage('iam', 'reference_policies_elements_principal', 'AWS JSON policy elements: Principal'),
};
