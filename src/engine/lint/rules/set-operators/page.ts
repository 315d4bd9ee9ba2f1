import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Set operators that do something else than it seems',
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
    "Condition": { "ForAllValues:StringEquals": {"kms:EncryptionContextKeys": ["App", "Stage"]} }
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringEquals": {"kms:EncryptionContextKeys": "App"} }
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
      "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["App", "Stage"] },
      "Null": { "kms:EncryptionContextKeys": "false" }
    }
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "ForAnyValue:StringEquals": {"kms:EncryptionContextKeys": "App"} }
  }
]`,
  why: '`ForAllValues` holds if nothing else than the listed values is there, so also if nothing is there at all: it requires no value. To require one, use `ForAnyValue`, or add `Null` with `false`. Keys with a single value, such as `kms:EncryptionContext:App`, need no set operator, and KMS refuses a new key policy with `ForAllValues` on one of those. Keys with several values always need one.',
  aws: awsPage('kms', 'conditions-kms', 'AWS KMS condition keys'),
};
