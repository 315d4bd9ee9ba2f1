import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'What SCPs and RCPs cannot have',
  type: 'rcp',
  avoid: `{
  "Effect": "Deny",
  "Principal": "*",
  "Action": "*",
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Deny",
  "Principal": "*",
  "Action": "kms:*",
  "Resource": "*",
  "Condition": {
    "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-exampleorgid" },
    "BoolIfExists": { "aws:PrincipalIsAWSService": "false" }
  }
}`,
  why: 'An RCP denies, to everyone, actions of services it names, and has conditions for the rest; it cannot allow anything. An SCP has no principal: it is about the accounts it is attached to.',
  aws: awsPage('organizations', 'orgs_manage_policies_rcps_syntax', 'RCP syntax'),
};
