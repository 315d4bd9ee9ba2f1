import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'A Deny that spares less than it seems',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Deny",
    "NotPrincipal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:*",
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
    "Effect": "Deny",
    "Principal": "*",
    "Action": "kms:*",
    "Resource": "*",
    "Condition": { "ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/App"} }
  }
]`,
  why: '`Deny` with `NotPrincipal` denies everyone who is not listed. A caller comes with an account, a role and a session, and all of these have to be listed, or the Deny takes the caller in. A Deny for everyone with `ArnNotLike` on `aws:PrincipalArn` says it in one place.',
  aws: awsPage('iam', 'reference_policies_elements_notprincipal', 'AWS JSON policy elements: NotPrincipal'),
};
