import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Open outside the organization',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::444455556666:root" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": "*",
  "Action": "kms:Decrypt",
  "Resource": "*",
  "Condition": { "StringEquals": {"aws:PrincipalOrgID": "o-exampleorgid"} }
}`,
  why: "The key's account is in an organization, and this statement lets callers of other organizations, or of none, use the key. That can be meant: a partner, a vendor. Prove has a request that shows it.",
  aws: awsPage('iam', 'reference_policies_condition-keys', 'AWS global condition context keys'),
};
