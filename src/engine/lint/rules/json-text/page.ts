import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Text that is no JSON',
  avoid: `{ "Version": "2012-10-17", "Statement": [], }`,
  prefer: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
      "Action": "kms:*",
      "Resource": "*"
    }
  ]
}`,
  why: 'A policy is strict JSON: no comments, no comma after the last entry, each member once, and no characters beyond U+00FF. AWS refuses anything else.',
  aws: awsPage('iam', 'reference_policies_grammar', 'Grammar of the IAM JSON policy language'),
};
