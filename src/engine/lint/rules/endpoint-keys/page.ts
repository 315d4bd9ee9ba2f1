import { accessAnalyzerChecks, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Keys that requests to many services lack',
  type: 'scp',
  avoid: `{
  "Effect": "Deny",
  "Action": "*",
  "Resource": "*",
  "Condition": { "StringNotEquals": {"aws:VpceOrgID": "o-exampleorgid"} }
}`,
  prefer: `{
  "Effect": "Deny",
  "Action": "kms:*",
  "Resource": "*",
  "Condition": { "StringNotEquals": {"aws:VpceOrgID": "o-exampleorgid"} }
}`,
  why: 'The keys about the owner of a VPC endpoint are there for requests to some services only, KMS among them. A Deny of everything else by them denies whatever goes to another service.',
  aws: accessAnalyzerChecks,
};
