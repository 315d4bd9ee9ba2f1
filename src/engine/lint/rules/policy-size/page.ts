import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'A policy that is too long',
  avoid: `{
  "Effect": "Allow",
  "Principal": {
    "AWS": [
      "arn:aws:iam::111122223333:role/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0",
      "arn:aws:iam::111122223333:role/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1",
      "arn:aws:iam::111122223333:role/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx2"
    ]
  },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  why: 'A key policy has at most 32,768 bytes, with white space. Shorter ways to say much: one statement for the account and IAM policies for the rest, `aws:PrincipalOrgID` instead of many accounts, tags instead of many roles.',
  aws: awsPage('kms', 'resource-limits', 'Quotas'),
};
