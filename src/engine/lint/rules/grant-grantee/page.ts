import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'Grants for someone who is gone',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
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
  }
]`,
  why: 'A grant stays after its grantee was deleted, and KMS then shows the unique id. A role created again under the same name does not get the grant back, as a Lambda function does notice that was given its old role. Revoke such grants and create new ones.',
  aws: awsPage('kms', 'grants', 'Grants in AWS KMS'),
};
