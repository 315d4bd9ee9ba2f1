import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Names of statements',
  avoid: `[
  {
    "Effect": "Allow",
    "Sid": "Use",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Sid": "Use",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/KeyAdmin" },
    "Action": "kms:Decrypt",
    "Resource": "*"
  }
]`,
  prefer: `[
  {
    "Effect": "Allow",
    "Sid": "AppUses",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Sid": "AdminUses",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/KeyAdmin" },
    "Action": "kms:Decrypt",
    "Resource": "*"
  }
]`,
  why: 'A `Sid` names a statement for people and tools. IAM policies, SCPs and RCPs take letters and digits only and each name once; in a key policy spaces are fine, and a second statement of one name is only confusing.',
  aws: awsPage('iam', 'reference_policies_elements_sid', 'IAM JSON policy elements: Sid'),
};
