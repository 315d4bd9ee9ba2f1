import { accessAnalyzerChecks, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Empty lists',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": [],
  "Resource": "*",
  "Condition": {}
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  why: 'A statement with an empty list of actions, resources or principals is about nothing, and an empty `Condition` is always true. They are often what is left of a template that was not filled in.',
  aws: accessAnalyzerChecks,
};
