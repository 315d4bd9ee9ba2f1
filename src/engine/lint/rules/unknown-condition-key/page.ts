import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Condition keys that do not exist',
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
      "StringEquals": { "kms:EncryptionContxt:App": "a", "aws:PrincipalOrgId2": "o-exampleorgid" }
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
      "StringEquals": { "kms:EncryptionContext:App": "a", "aws:PrincipalOrgID": "o-exampleorgid" }
    }
  }
]`,
  why: 'No request carries a key that AWS does not have, so a condition on it is false, or with a negated operator always true: a statement that was meant to be narrow does nothing, or everything. Upper and lower case do not count in the name of a key, except in the part behind the last separator.',
  aws: awsPage('kms', 'policy-conditions', 'Condition keys for AWS KMS'),
};
