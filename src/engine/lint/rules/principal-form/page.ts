import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Principals that cannot exist',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": ["arn:aws:iam:::role/App", "arn:aws:iam::111122223333:Role/App"] },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  why: 'KMS looks every principal of a policy up and refuses the policy if one is missing, so a blank where a variable should have been put in, a missing path or a misspelled kind stops the whole change. Roles that AWS makes have paths: `aws-service-role/…` for service-linked roles, `aws-reserved/sso.amazonaws.com/…` for those of IAM Identity Center.',
  aws: awsPage('iam', 'reference_policies_elements_principal', 'AWS JSON policy elements: Principal'),
};
