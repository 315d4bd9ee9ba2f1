import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Values that a condition key never has',
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
      "StringEquals": { "kms:CallerAccount": "1111-2222-3333", "kms:KeySpec": "RSA2048" }
    }
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "*" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringLike": {"aws:PrincipalOrgID": "o-exam*"} }
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
      "StringEquals": { "kms:CallerAccount": "111122223333", "kms:KeySpec": "RSA_2048" }
    }
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "*" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringEquals": {"aws:PrincipalOrgID": "o-exampleorgid"} }
  }
]`,
  why: 'Accounts, organizations, VPCs and endpoints have ids of a fixed form, and several keys of KMS only know certain words; another value never equals them. Ids are also given out by AWS and not chosen: a pattern such as `o-exam*` takes in organizations of others.',
  aws: awsPage('kms', 'conditions-kms', 'AWS KMS condition keys'),
};
