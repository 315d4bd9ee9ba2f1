import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Grants that allow nothing',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  why: 'A grant has one grantee and a list of operations, each by its API name without `kms:`, such as `Decrypt` or `GenerateDataKey`. Management of the key cannot be granted, and wildcards mean nothing.',
  aws: awsPage('api', 'API_CreateGrant', 'CreateGrant'),
};
