import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'IAM policies cannot allow any use',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
  "Action": [
    "kms:Create*",
    "kms:Describe*",
    "kms:Enable*",
    "kms:List*",
    "kms:Put*",
    "kms:Update*",
    "kms:Revoke*",
    "kms:Disable*",
    "kms:Get*",
    "kms:Delete*",
    "kms:ScheduleKeyDeletion",
    "kms:CancelKeyDeletion"
  ],
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
  "Action": "kms:*",
  "Resource": "*"
}`,
  why: 'What IAM policies can allow on a key is limited to the actions of the statement that names the account. One that lists only management, as tools used to write it, leaves every `kms:Decrypt` in IAM policies without effect. If that is meant, with users named in the key policy, suppress the finding and say so.',
  aws: awsPage('kms', 'key-policy-default', 'Default key policy'),
};
