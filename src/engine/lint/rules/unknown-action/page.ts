import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Actions that do not exist',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": ["kms:DecryptDataKey", "kms=DescribeKey", "kms:ReEncrypt"],
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": ["kms:Decrypt", "kms:DescribeKey", "kms:ReEncrypt*"],
  "Resource": "*"
}`,
  why: 'An action that AWS does not have matches no request: an Allow gives nothing, and a Deny stops nothing. `kms:ReEncrypt` can be called, but what a policy names are its two halves, `kms:ReEncryptFrom` and `kms:ReEncryptTo`.',
  aws: awsPage('kms', 'kms-api-permissions-reference', 'AWS KMS permissions'),
};
