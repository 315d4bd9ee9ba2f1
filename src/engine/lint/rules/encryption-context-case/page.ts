import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'One name in two spellings',
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
    "Condition": {
      "StringEquals": { "kms:EncryptionContext:AppName": "a" },
      "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": "appname" }
    }
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
    "Condition": {
      "StringEquals": { "kms:EncryptionContext:AppName": "a" },
      "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": "AppName" }
    }
  }
]`,
  why: 'In `kms:EncryptionContext:AppName` upper and lower case of the name do not count. In the values of `kms:EncryptionContextKeys` they do, and for the ciphertext they do as well: what was encrypted with `AppName` cannot be decrypted with `appname`.',
  aws: awsPage('kms', 'encrypt_context', 'Encryption context'),
};
