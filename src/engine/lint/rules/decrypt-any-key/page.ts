import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Decrypting with any key',
  type: 'identity',
  avoid: `{
  "Effect": "Allow",
  "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
  "Resource": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}`,
  why: 'In an IAM policy `"Resource": "*"` takes in every key that lets this account decide, now and later, and keys of other accounts that name it. Name the keys that are meant, or limit them by `kms:ResourceAliases` or a tag.',
  aws: awsPage('kms', 'iam-policies-best-practices', 'Best practices for IAM policies'),
};
