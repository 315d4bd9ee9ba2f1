import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Allowed to everyone who is not listed',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "NotPrincipal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*"
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
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/KeyAdmin" },
    "Action": "kms:Decrypt",
    "Resource": "*"
  }
]`,
  why: '`Allow` with `NotPrincipal` opens the key to everyone in every account, callers without credentials included, except those listed. Name whom to allow; use `NotPrincipal` with `Deny` only.',
  aws: awsPage('iam', 'reference_policies_elements_notprincipal', 'AWS JSON policy elements: NotPrincipal'),
};
