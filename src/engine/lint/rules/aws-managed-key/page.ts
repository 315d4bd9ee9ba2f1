import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'An AWS managed key of another account',
  type: 'identity',
  avoid: `{
  "Effect": "Allow",
  "Action": "kms:Decrypt",
  "Resource": "arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}`,
  prefer: `{
  "Effect": "Allow",
  "Action": "kms:Decrypt",
  "Resource": "arn:aws:kms:us-east-1:444455556666:key/0987dcba-09fe-87dc-65ba-ab0987654321"
}`,
  why: 'The policy of an AWS managed key, such as `alias/aws/rds`, cannot be changed and is for its own account. What other accounts are to read, such as a shared snapshot, has to be encrypted with a customer managed key, whose policy names them.',
  aws: awsPage(
    'kms',
    'key-policy-modifying-external-accounts',
    'Allowing users in other accounts to use a KMS key',
  ),
};
