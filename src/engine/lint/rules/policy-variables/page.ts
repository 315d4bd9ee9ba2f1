import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Policy variables in the wrong place',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::\${account}:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*",
  "Condition": { "StringEquals": {"kms:EncryptionContext:Team": "\${aws:PrincipalTag/team}"} }
}`,
  why: 'AWS fills in `${…}` in `Resource` and in the values of text and ARN conditions of policies that say 2012-10-17, and nowhere else. In a principal it is mostly a variable of a template that was not replaced.',
  aws: awsPage('iam', 'reference_policies_variables', 'IAM policy elements: Variables and tags'),
};
