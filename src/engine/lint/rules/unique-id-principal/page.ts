import { accessAnalyzerChecks, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'The id of a deleted user or role',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "AROAEXAMPLEEXAMPLE123" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  why: 'IAM keeps the unique id of a user or role, and shows the ARN only as long as it exists. A policy that shows `AROA…` or `AIDA…` names someone who is gone, and a new role of the same name does not get the access back.',
  aws: accessAnalyzerChecks,
};
