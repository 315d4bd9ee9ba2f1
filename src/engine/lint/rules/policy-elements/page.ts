import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Missing or unknown elements',
  avoid: `{
  "Effect": "allow",
  "Principal": { "User": "111122223333" },
  "Actions": "kms:Decrypt"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  why: 'Every statement has an `Effect`, and in a key policy a `Principal`, an `Action` and a `Resource`. KMS saves a statement without `Action` or `Resource`, and it does nothing. Names of elements are written as AWS writes them: a misspelled `Condition` would otherwise make a statement hold for everyone.',
  aws: awsPage('iam', 'reference_policies_elements', 'IAM JSON policy elements reference'),
};
