import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'A delegation that only the root user can use',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
  "Action": "kms:*",
  "Resource": "*",
  "Condition": { "StringEquals": {"aws:PrincipalType": "Account"} }
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
  "Action": "kms:*",
  "Resource": "*"
}`,
  why: 'A statement for `arn:aws:iam::111122223333:root` is about the whole account: it lets IAM policies decide. With `aws:PrincipalType` equal to `Account` it is about the root user alone, and IAM policies have no say. That can be meant, as a last resort for recovery; then suppress the finding and say so.',
  aws: awsPage('iam', 'reference_policies_condition-keys', 'AWS global condition context keys'),
};
