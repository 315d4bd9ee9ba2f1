import { accessAnalyzerChecks, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'A wildcard in the name of a service',
  type: 'identity',
  avoid: `{
  "Effect": "Allow",
  "Action": "k*:Decrypt",
  "Resource": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}`,
  prefer: `{
  "Effect": "Allow",
  "Action": "kms:Decrypt",
  "Resource": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}`,
  why: 'The pattern takes in every service whose name fits, and those that AWS has not launched yet.',
  aws: accessAnalyzerChecks,
};
