import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Condition keys that services, or only services, carry',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "Service": "sns.amazonaws.com" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringEquals": {"aws:PrincipalOrgID": "o-exampleorgid"} }
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringEquals": {"aws:SourceAccount": "111122223333"} }
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
    "Principal": { "Service": "sns.amazonaws.com" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringEquals": {"aws:SourceOrgID": "o-exampleorgid"} }
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringEquals": {"aws:PrincipalAccount": "111122223333"} }
  }
]`,
  why: "A service that calls as itself is in nobody's organization and has no tags: `aws:PrincipalOrgID` and `aws:PrincipalTag` are not there, and the statement matches nothing. `aws:SourceOrgID`, `aws:SourceAccount` and `aws:SourceArn` say for whom it works. The other way round, calls of users and roles carry none of these.",
  aws: awsPage('iam', 'reference_policies_condition-keys', 'AWS global condition context keys'),
};
