import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'A secret in an encryption context',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringEquals": {"kms:EncryptionContext:password": "hunter2-is-mine"} }
  }
]`,
  prefer: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringEquals": {"kms:EncryptionContext:AppName": "ExampleApp"} }
  }
]`,
  why: 'An encryption context is not encrypted: CloudTrail writes it down in plaintext, and so does this policy, which many may read. Use names and ids, never passwords, tokens or personal data.',
  aws: awsPage('kms', 'encrypt_context', 'Encryption context'),
};
