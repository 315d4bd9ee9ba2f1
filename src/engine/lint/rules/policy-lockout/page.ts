import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Nobody can change the policy',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": ["kms:Encrypt", "kms:Decrypt"],
  "Resource": "*"
}`,
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
    "Action": ["kms:Encrypt", "kms:Decrypt"],
    "Resource": "*"
  }
]`,
  why: "KMS refuses a policy under which the caller could not call `kms:PutKeyPolicy` again, because the key would be out of its owner's hands for good: not even the root user could change it. The flag `BypassPolicyLockoutSafetyCheck` only takes the check away, and not the problem. Principals of other accounts and services cannot replace a key policy.",
  aws: awsPage('api', 'API_PutKeyPolicy', 'PutKeyPolicy'),
};
