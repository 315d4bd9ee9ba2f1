import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'What role trust policies cannot have',
  type: 'trust',
  avoid: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
  "Action": "sts:AssumeRole",
  "Resource": "*"
}`,
  prefer: `{
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
  "Action": "sts:AssumeRole"
}`,
  why: 'A trust policy belongs to one role and says who may assume it: it has no `Resource`, and it names its principals.',
  aws: awsPage('iam', 'reference_policies_elements_principal', 'AWS JSON policy elements: Principal'),
};
