import type { Recipe } from '../recipe.ts';

const externalAccounts = {
  title: 'KMS: Allowing users in other accounts to use a KMS key',
  url: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
};

const use = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'];

/** Access from outside the key's account takes two halves: the key policy, and an IAM policy in the other account. */
export const otherAccountRecipes: readonly Recipe[] = [
  {
    id: 'cross-account',
    chapter: 'Other accounts',
    title: 'Use by another account',
    purpose: 'Another account may use the key, and decides in its IAM policies who of it does.',
    use: 'Where the other account should be able to choose its principals itself, as the console does for external accounts.',
    avoid:
      'Not where you must know who it is: name the roles instead. Neither half works for administration, which KMS keeps to the key’s own account.',
    pages: [externalAccounts],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'roles',
        label: 'Principals that will use it',
        type: 'principal',
        many: true,
        account: 'other',
        example: 'arn:<key.partition>:iam::<other.account>:role/Partner',
        help: 'The key policy names their accounts; they get the IAM policy.',
      },
    ],
    keyPolicy: [
      {
        Sid: 'UseByOtherAccount',
        Effect: 'Allow',
        Principal: { AWS: 'arn:<key.partition>:iam::<roles.account>:root' },
        Action: use,
        Resource: '*',
      },
    ],
    callers: {
      parameter: 'roles',
      name: 'UseSharedKey',
      statements: [{ Sid: 'UseSharedKey', Effect: 'Allow', Action: use, Resource: '<key.arn>' }],
    },
    requests: [
      {
        name: 'The principal decrypts',
        principal: '<roles>',
        action: 'kms:Decrypt',
        expect: 'allowed',
      },
      {
        name: 'The principal makes a grant',
        principal: '<roles>',
        action: 'kms:CreateGrant',
        expect: 'denied',
      },
      {
        name: 'The root user of a third account decrypts',
        principal: 'arn:<key.partition>:iam::<third.account>:root',
        action: 'kms:Decrypt',
        expect: 'denied',
      },
    ],
  },
  {
    id: 'cross-account-roles',
    chapter: 'Other accounts',
    title: 'Use by roles of another account',
    purpose: 'Named users and roles of other accounts use the key.',
    use: 'Where you want the key policy to say who outside the account has access.',
    avoid: 'Not for roles that are deleted and made again: the statement then names what is gone.',
    pages: [externalAccounts],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'roles',
        label: 'Users and roles',
        type: 'principal',
        many: true,
        account: 'other',
        example: 'arn:<key.partition>:iam::<other.account>:role/Partner',
      },
    ],
    keyPolicy: [
      {
        Sid: 'UseByRolesOfOtherAccount',
        Effect: 'Allow',
        Principal: { AWS: '<roles>' },
        Action: use,
        Resource: '*',
      },
    ],
    callers: {
      parameter: 'roles',
      name: 'UseSharedKey',
      statements: [{ Sid: 'UseSharedKey', Effect: 'Allow', Action: use, Resource: '<key.arn>' }],
    },
    requests: [
      {
        name: 'The role decrypts',
        principal: '<roles>',
        action: 'kms:Decrypt',
        expect: 'allowed',
      },
      {
        name: 'The role makes a grant',
        principal: '<roles>',
        action: 'kms:CreateGrant',
        expect: 'denied',
      },
      {
        name: 'The other account’s root user decrypts',
        principal: 'arn:<key.partition>:iam::<roles.account>:root',
        action: 'kms:Decrypt',
        expect: 'denied',
      },
    ],
  },
  {
    id: 'organization-use',
    chapter: 'Other accounts',
    title: 'Use by the whole organization',
    purpose: 'Every account of the organization may use the key and decides in IAM policies who of it does.',
    use: 'For keys of shared data where accounts come and go: the condition follows the organization.',
    avoid: 'Not for keys that a few accounts share: name these.',
    pages: [
      {
        title: 'KMS: AWS global condition keys',
        url: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-aws.html',
      },
      externalAccounts,
    ],
    keys: ['symmetricEncryption'],
    parameters: [
      { name: 'organization', label: 'Organization', type: 'organization', example: 'o-a1b2c3d4e5' },
      {
        name: 'roles',
        label: 'Principals that will use it',
        type: 'principal',
        many: true,
        account: 'other',
        example: 'arn:<key.partition>:iam::<other.account>:role/Reader',
        help: 'They get the IAM policy; more can follow without a change of the key policy.',
      },
    ],
    keyPolicy: [
      {
        Sid: 'UseByOrganization',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: use,
        Resource: '*',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': '<organization>' } },
      },
    ],
    callers: {
      parameter: 'roles',
      name: 'UseSharedKey',
      statements: [{ Sid: 'UseSharedKey', Effect: 'Allow', Action: use, Resource: '<key.arn>' }],
    },
    requests: [
      {
        name: 'The principal, of the organization, decrypts',
        principal: '<roles>',
        action: 'kms:Decrypt',
        context: { 'aws:PrincipalOrgID': '<organization>' },
        expect: 'allowed',
      },
      {
        name: 'The principal, in another organization, decrypts',
        principal: '<roles>',
        action: 'kms:Decrypt',
        context: { 'aws:PrincipalOrgID': 'o-notyours000' },
        expect: 'denied',
      },
    ],
  },
];
