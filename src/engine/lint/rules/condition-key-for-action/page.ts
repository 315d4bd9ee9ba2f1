import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Condition keys that are never there',
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
    "Action": ["kms:Decrypt", "kms:DescribeKey"],
    "Resource": "*",
    "Condition": { "StringEquals": {"kms:EncryptionContext:App": "a"} }
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": ["kms:Encrypt", "kms:Decrypt"],
    "Resource": "*",
    "Condition": { "Bool": {"kms:GrantIsForAWSResource": "true"} }
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
    "Condition": { "StringEquals": {"kms:EncryptionContext:App": "a"} }
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:DescribeKey",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:CreateGrant",
    "Resource": "*",
    "Condition": { "Bool": {"kms:GrantIsForAWSResource": "true"} }
  }
]`,
  why: 'Each condition key of KMS exists for some operations only: an encryption context for cryptographic operations and grants, `kms:GrantIsForAWSResource` for CreateGrant, ListGrants and RevokeGrant. A condition on a key that is not there is false, so an Allow gives nothing and a Deny stops nothing. `kms:ResourceAliases` and `aws:ResourceTag` work in IAM policies only, and asymmetric and HMAC keys take no encryption context.',
  aws: awsPage('kms', 'conditions-kms', 'AWS KMS condition keys'),
};
