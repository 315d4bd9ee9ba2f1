import type { Recipe } from '../recipe.ts';

const defaultKeyPolicy = {
  title: 'KMS: Default key policy',
  url: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
};

/** What the console writes into the policy of a new key, a statement each, and what to add for keys in several Regions. */
export const theKeyRecipes: readonly Recipe[] = [
  {
    id: 'iam-policies',
    chapter: 'The key itself',
    title: 'Let IAM policies decide',
    purpose: 'The key’s account can allow use and administration of the key in IAM policies.',
    use: 'For nearly every key: it is the whole policy of a key made without one, and keeps the key manageable when principals are deleted.',
    avoid:
      'Not where the key policy alone should say who has access: every administrator of IAM can then give access.',
    pages: [defaultKeyPolicy],
    parameters: [],
    keyPolicy: [
      {
        Sid: 'EnableIamPolicies',
        Effect: 'Allow',
        Principal: { AWS: 'arn:<key.partition>:iam::<key.account>:root' },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
    requests: [
      {
        name: 'The account’s root user turns the key off',
        principal: 'arn:<key.partition>:iam::<key.account>:root',
        action: 'kms:DisableKey',
        expect: 'allowed',
      },
      {
        name: 'A role without an IAM policy looks at the key',
        principal: 'arn:<key.partition>:iam::<key.account>:role/NoPolicies',
        action: 'kms:DescribeKey',
        expect: 'denied',
      },
    ],
  },
  {
    id: 'administrators',
    chapter: 'The key itself',
    title: 'Key administrators',
    purpose: 'Users and roles manage the key without being able to use it on data.',
    use: 'For the people and pipelines that own the key: the console writes this statement, with the actions that keys of this kind have.',
    avoid:
      'Not for principals that must never decrypt: who can change the key policy can give themselves everything.',
    pages: [defaultKeyPolicy],
    parameters: [
      {
        name: 'administrators',
        label: 'Administrators',
        type: 'principal',
        many: true,
        account: 'own',
        example: 'arn:<key.partition>:iam::<key.account>:role/KeyAdmin',
      },
    ],
    keyPolicy: [
      {
        Sid: 'KeyAdministrators',
        Effect: 'Allow',
        Principal: { AWS: '<administrators>' },
        Action: '<key.administration>',
        Resource: '*',
      },
    ],
    requests: [
      {
        name: 'An administrator turns the key off',
        principal: '<administrators>',
        action: 'kms:DisableKey',
        expect: 'allowed',
      },
      {
        name: 'An administrator decrypts',
        keys: ['symmetricEncryption', 'asymmetricEncryption'],
        principal: '<administrators>',
        action: 'kms:Decrypt',
        expect: 'denied',
      },
      {
        name: 'An administrator signs',
        keys: ['signing'],
        principal: '<administrators>',
        action: 'kms:Sign',
        expect: 'denied',
      },
      {
        name: 'Another role turns the key off',
        principal: 'arn:<key.partition>:iam::<key.account>:role/SomebodyElse',
        action: 'kms:DisableKey',
        expect: 'denied',
      },
    ],
  },
  {
    id: 'users',
    chapter: 'The key itself',
    title: 'Key users',
    purpose: 'Users and roles use the key directly, in every way that keys of its kind are used.',
    use: 'For applications that call KMS themselves: the console writes this statement, with the actions of the key’s kind.',
    avoid: 'Not where they reach the key through one service only: the recipes of that service allow less.',
    pages: [defaultKeyPolicy],
    parameters: [
      {
        name: 'users',
        label: 'Users',
        type: 'principal',
        many: true,
        account: 'own',
        example: 'arn:<key.partition>:iam::<key.account>:role/App',
      },
    ],
    keyPolicy: [
      {
        Sid: 'KeyUsers',
        Effect: 'Allow',
        Principal: { AWS: '<users>' },
        Action: '<key.use>',
        Resource: '*',
      },
    ],
    requests: [
      {
        name: 'A user looks at the key',
        principal: '<users>',
        action: 'kms:DescribeKey',
        expect: 'allowed',
      },
      {
        name: 'A user decrypts',
        keys: ['symmetricEncryption', 'asymmetricEncryption'],
        principal: '<users>',
        action: 'kms:Decrypt',
        expect: 'allowed',
      },
      {
        name: 'A user signs',
        keys: ['signing'],
        principal: '<users>',
        action: 'kms:Sign',
        expect: 'allowed',
      },
      {
        name: 'A user makes an HMAC',
        keys: ['mac'],
        principal: '<users>',
        action: 'kms:GenerateMac',
        expect: 'allowed',
      },
      {
        name: 'A user derives a shared secret',
        keys: ['keyAgreement'],
        principal: '<users>',
        action: 'kms:DeriveSharedSecret',
        expect: 'allowed',
      },
      {
        name: 'A user changes the key policy',
        principal: '<users>',
        action: 'kms:PutKeyPolicy',
        expect: 'denied',
      },
    ],
  },
  {
    id: 'service-grants',
    chapter: 'The key itself',
    title: 'Key users through AWS services',
    purpose:
      'Users and roles let AWS services hold grants on the key for the resources they protect with it.',
    use: 'Beside the statement for key users, where services that work with grants encrypt for them: EBS, RDS, Redshift and others.',
    avoid:
      'Not for principals that make grants themselves: the condition stops every call that is not a service’s.',
    pages: [
      defaultKeyPolicy,
      {
        title: 'KMS: kms:GrantIsForAWSResource',
        url: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource',
      },
    ],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'users',
        label: 'Users',
        type: 'principal',
        many: true,
        account: 'own',
        example: 'arn:<key.partition>:iam::<key.account>:role/App',
      },
    ],
    keyPolicy: [
      {
        Sid: 'GrantsForServices',
        Effect: 'Allow',
        Principal: { AWS: '<users>' },
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Resource: '*',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ],
    requests: [
      {
        name: 'RDS makes a grant for a user',
        principal: '<users>',
        action: 'kms:CreateGrant',
        viaService: 'rds.<key.region>.amazonaws.com',
        expect: 'allowed',
      },
      {
        name: 'A user makes a grant directly',
        principal: '<users>',
        action: 'kms:CreateGrant',
        expect: 'denied',
      },
      {
        name: 'RDS makes a grant for another role',
        principal: 'arn:<key.partition>:iam::<key.account>:role/SomebodyElse',
        action: 'kms:CreateGrant',
        viaService: 'rds.<key.region>.amazonaws.com',
        expect: 'denied',
      },
    ],
  },
  {
    id: 'multi-region',
    chapter: 'The key itself',
    title: 'Replicas of a multi-Region key',
    purpose:
      'Administrators replicate a multi-Region key into chosen Regions and make a replica the primary.',
    use: 'For the primary of a multi-Region key; the IAM policy lets the same principals create the replica, which is asked in its Region.',
    avoid:
      'Not for other administration: a replica has a key policy of its own, to be written like the primary’s.',
    pages: [
      {
        title: 'KMS: Control access to multi-Region keys',
        url: 'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-auth.html',
      },
    ],
    keys: ['multiRegion'],
    parameters: [
      {
        name: 'administrators',
        label: 'Administrators',
        type: 'principal',
        many: true,
        account: 'own',
        example: 'arn:<key.partition>:iam::<key.account>:role/KeyAdmin',
      },
      {
        name: 'regions',
        label: 'Regions for replicas',
        type: 'region',
        many: true,
        example: 'eu-west-1',
      },
    ],
    keyPolicy: [
      {
        Sid: 'ReplicateKey',
        Effect: 'Allow',
        Principal: { AWS: '<administrators>' },
        Action: 'kms:ReplicateKey',
        Resource: '*',
        Condition: { StringEquals: { 'kms:ReplicaRegion': '<regions>' } },
      },
      {
        Sid: 'UpdatePrimaryRegion',
        Effect: 'Allow',
        Principal: { AWS: '<administrators>' },
        Action: 'kms:UpdatePrimaryRegion',
        Resource: '*',
        Condition: { StringEquals: { 'kms:PrimaryRegion': '<regions>' } },
      },
    ],
    callers: {
      parameter: 'administrators',
      name: 'CreateReplicas',
      statements: [
        {
          Sid: 'CreateReplicas',
          Effect: 'Allow',
          Action: 'kms:CreateKey',
          Resource: '*',
          Condition: { StringEquals: { 'aws:RequestedRegion': '<regions>' } },
        },
      ],
    },
    requests: [
      {
        name: 'An administrator replicates the key into one of the Regions',
        principal: '<administrators>',
        action: 'kms:ReplicateKey',
        parameters: { ReplicaRegion: '<regions>' },
        expect: 'allowed',
      },
      {
        name: 'An administrator replicates the key into another Region',
        principal: '<administrators>',
        action: 'kms:ReplicateKey',
        parameters: { ReplicaRegion: 'af-south-1' },
        expect: 'denied',
      },
    ],
  },
];
