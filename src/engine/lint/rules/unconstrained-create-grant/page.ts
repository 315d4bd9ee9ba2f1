import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Grants without a limit',
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
    "Action": ["kms:Decrypt", "kms:DescribeKey", "kms:CreateGrant"],
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
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": ["kms:Decrypt", "kms:DescribeKey"],
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
    "Resource": "*",
    "Condition": { "Bool": {"kms:GrantIsForAWSResource": "true"} }
  }
]`,
  why: 'Who may call `kms:CreateGrant` can give anyone, also in other accounts, any use of the key, whatever the key policy says about use. `kms:GrantIsForAWSResource` limits it to the grants that AWS services create for their own resources; `kms:GranteePrincipal` with `kms:GrantOperations` to what you name. Those who may change the key policy could give themselves everything anyway, and are not reported.',
  aws: awsPage('kms', 'grants', 'Grants in AWS KMS'),
};
