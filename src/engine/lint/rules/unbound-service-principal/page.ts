import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'A service may use the key for anyone',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "Service": "sns.amazonaws.com" },
  "Action": ["kms:GenerateDataKey*", "kms:Decrypt"],
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "Service": "sns.amazonaws.com" },
  "Action": ["kms:GenerateDataKey*", "kms:Decrypt"],
  "Resource": "*",
  "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } }
}`,
  why: 'A service acts for all its customers. Without a condition someone else could have it use your key for a resource of theirs: the confused deputy. `aws:SourceAccount`, `aws:SourceArn`, `aws:SourceOrgID` and `aws:SourceOrgPaths` say for whom the service works; an encryption context that names the resource does the same.',
  aws: awsPage('iam', 'confused-deputy', 'The confused deputy problem'),
};
