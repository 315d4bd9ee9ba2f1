import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Groups and others that make no requests',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:group/Admins" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  why: 'A group bundles permissions and makes no requests, an instance profile carries a role, an organization is a condition. KMS refuses a group as a principal. Name the users or roles, or name the account and give the group an IAM policy.',
  aws: awsPage('kms', 'key-policy-overview', 'Key policies: principal'),
};
