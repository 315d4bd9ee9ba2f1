import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'The version of the policy language',
  avoid: `{
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
      "Action": "kms:*",
      "Resource": "*"
    }
  ]
}`,
  prefer: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
      "Action": "kms:*",
      "Resource": "*"
    }
  ]
}`,
  why: 'Without `"Version": "2012-10-17"` AWS reads a policy as one of 2008, in which `${aws:PrincipalTag/team}` is plain text and no variable. SCPs and RCPs must say 2012-10-17.',
  aws: awsPage('iam', 'reference_policies_elements_version', 'IAM JSON policy elements: Version'),
};
