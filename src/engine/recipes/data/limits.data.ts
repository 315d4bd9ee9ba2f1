import type { Recipe } from '../recipe.ts';

/** Statements that deny: they hold whatever else the policies allow. */
export const limitRecipes: readonly Recipe[] = [
  {
    id: 'organization-perimeter',
    chapter: 'Limits',
    title: 'Nobody outside the organization',
    purpose:
      'Principals of other organizations cannot use the key, whatever else allows it; AWS services can.',
    use: 'As a safety net for keys of data that must stay in the organization.',
    avoid:
      'Not where partners of another organization need the key. For all keys at once, an RCP says the same in Write, Organization.',
    pages: [
      {
        title: 'IAM: Establish permissions guardrails using data perimeters',
        url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html',
      },
      {
        title: 'KMS: Resource control policies',
        url: 'https://docs.aws.amazon.com/kms/latest/developerguide/resource-control-policies.html',
      },
    ],
    parameters: [
      { name: 'organization', label: 'Organization', type: 'organization', example: 'o-a1b2c3d4e5' },
    ],
    keyPolicy: [
      {
        Sid: 'DenyOutsideOrganization',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 'kms:*',
        Resource: '*',
        Condition: {
          StringNotEqualsIfExists: { 'aws:PrincipalOrgID': '<organization>' },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      },
    ],
    requests: [
      {
        name: 'The root user of an account in another organization looks at the key',
        principal: 'arn:<key.partition>:iam::<other.account>:root',
        action: 'kms:DescribeKey',
        context: { 'aws:PrincipalOrgID': 'o-notyours000' },
        expect: 'denied',
      },
      {
        name: 'The root user of an account without an organization looks at the key',
        principal: 'arn:<key.partition>:iam::<other.account>:root',
        action: 'kms:DescribeKey',
        context: { 'aws:PrincipalOrgID': null },
        expect: 'denied',
      },
      {
        name: 'A role of the organization looks at the key',
        principal: 'arn:<key.partition>:iam::<key.account>:role/Insider',
        action: 'kms:DescribeKey',
        context: { 'aws:PrincipalOrgID': '<organization>' },
        expect: 'unchanged',
      },
      {
        name: 'CloudTrail looks at the key',
        principal: 'cloudtrail.amazonaws.com',
        action: 'kms:DescribeKey',
        expect: 'unchanged',
      },
    ],
  },
  {
    id: 'deletion-window',
    chapter: 'Limits',
    title: 'No short waiting time before deletion',
    purpose: 'Deletion of the key cannot be scheduled with less than the full waiting time of 30 days.',
    use: 'For keys whose loss would be the loss of data: there is time to notice and cancel.',
    avoid: 'Not as a protection against deletion: it only keeps the waiting time long.',
    pages: [
      {
        title: 'KMS: kms:ScheduleKeyDeletionPendingWindowInDays',
        url: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-schedule-key-deletion-pending-window-in-days',
      },
    ],
    parameters: [],
    keyPolicy: [
      {
        Sid: 'DenyShortDeletionWindow',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 'kms:ScheduleKeyDeletion',
        Resource: '*',
        Condition: { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' } },
      },
    ],
    requests: [
      {
        name: 'The root user schedules deletion in 7 days',
        principal: 'arn:<key.partition>:iam::<key.account>:root',
        action: 'kms:ScheduleKeyDeletion',
        parameters: { PendingWindowInDays: 7 },
        expect: 'denied',
      },
      {
        name: 'The root user schedules deletion in 30 days',
        principal: 'arn:<key.partition>:iam::<key.account>:root',
        action: 'kms:ScheduleKeyDeletion',
        parameters: { PendingWindowInDays: 30 },
        expect: 'unchanged',
      },
    ],
  },
];
