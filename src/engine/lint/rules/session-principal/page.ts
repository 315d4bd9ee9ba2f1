import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'A single session as principal',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:sts::111122223333:assumed-role/App/i-0abc" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
  "Action": "kms:Decrypt",
  "Resource": "*"
}`,
  why: 'The ARN of a session ends in a name that whoever assumes the role chooses: an instance id, an e-mail address, a run of a pipeline. The next session has another and is not meant. The ARN of the role takes in all its sessions.',
  aws: awsPage('iam', 'reference_policies_elements_principal', 'AWS JSON policy elements: Principal'),
};
