import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'IAM policies have no say',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": {
      "AWS": [
        "arn:aws:iam::111122223333:role/KeyAdmin",
        "arn:aws:iam::111122223333:role/BreakGlass"
      ]
    },
    "Action": "kms:*",
    "Resource": "*"
  }
]`,
  prefer: `[
  {
    "Sid": "EnableIAMPolicies",
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  }
]`,
  why: 'For a KMS key an Allow in an IAM policy counts only if the key policy names the account. Without such a statement even `AdministratorAccess` opens nothing, and the denial says that no resource-based policy allows the action. A policy that names every user on purpose can do without: suppress the finding and say so.',
  aws: awsPage('kms', 'key-policy-default', 'Default key policy'),
};
