import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'An RCP that stops AWS services',
  type: 'rcp',
  avoid: `{
  "Effect": "Deny",
  "Principal": "*",
  "Action": "kms:*",
  "Resource": "*",
  "Condition": { "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-exampleorgid"} }
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
  why: 'Services that call as themselves are in no organization and no account, so a Deny for whoever is not of yours stops them too, and with them CloudTrail or CloudWatch Logs.',
  aws: awsPage('organizations', 'orgs_manage_policies_rcps_examples', 'RCP examples'),
};
