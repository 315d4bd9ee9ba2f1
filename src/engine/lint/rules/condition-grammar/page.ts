import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Operators that do not exist',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*",
  "Condition": { "StringEqual": {"kms:CallerAccount": "111122223333"} }
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*",
  "Condition": { "StringEquals": {"kms:CallerAccount": "111122223333"} }
}`,
  why: 'A condition is an operator with condition keys and their values. AWS refuses operators it does not have, `IfExists` after `Null`, and one key twice in an operator, also in another spelling.',
  aws: awsPage(
    'iam',
    'reference_policies_elements_condition_operators',
    'IAM JSON policy elements: Condition operators',
  ),
};
