import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Keys named in a way that fits none',
  type: 'identity',
  avoid: `{
  "Effect": "Allow",
  "Action": "kms:Decrypt",
  "Resource": [
    "1234abcd-12ab-34cd-56ef-1234567890ab",
    "arn:aws:kms:us-east-1:111122223333:alias/app"
  ]
}`,
  prefer: `{
  "Effect": "Allow",
  "Action": "kms:Decrypt",
  "Resource": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}`,
  why: 'IAM policies name a key by its ARN. An id or an alias alone is no ARN, and the ARN of an alias matters for the alias operations only: every other action is asked of the key. To allow what is reached by an alias, use `kms:RequestAlias` or `kms:ResourceAliases` as a condition.',
  aws: awsPage('kms', 'cmks-in-iam-policies', 'Specifying KMS keys in IAM policy statements'),
};
