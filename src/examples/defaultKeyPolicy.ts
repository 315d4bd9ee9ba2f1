import type { Scenario } from '#engine/scenario/scenario.ts';

const DEVELOPER = 'arn:aws:iam::111122223333:user/Developer';

const KEY_POLICY = `{
  "Version": "2012-10-17",
  "Id": "key-default-1",
  "Statement": [
    {
      "Sid": "Enable IAM User Permissions",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
      "Action": "kms:*",
      "Resource": "*"
    }
  ]
}`;

const DEVELOPER_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "EncryptOnly",
      "Effect": "Allow",
      "Action": ["kms:Encrypt", "kms:DescribeKey"],
      "Resource": "*"
    }
  ]
}`;

/** The key policy KMS attaches when none is given: it allows nobody by itself and leaves everything to IAM policies. */
export const defaultKeyPolicy: Scenario = {
  title: 'Default key policy',
  description:
    'The policy a key gets when none is given: IAM policies of the account decide who may do what.',
  accounts: [],
  organizationPolicies: [],
  keys: [
    {
      arn: 'arn:aws:kms:us-east-1:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321',
      policy: { id: 'key', text: KEY_POLICY },
    },
  ],
  resources: [],
  identities: [
    {
      arn: DEVELOPER,
      policies: [
        {
          name: 'EncryptOnly',
          document: { id: `identity/${DEVELOPER}/EncryptOnly`, text: DEVELOPER_POLICY },
        },
      ],
    },
  ],
  vpcEndpoints: [],
  requests: [
    {
      name: 'A developer encrypts, allowed by an IAM policy',
      principal: DEVELOPER,
      action: 'kms:Encrypt',
      expect: {
        decision: 'allowed',
        statements: ['key#Enable IAM User Permissions', 'identity:EncryptOnly#EncryptOnly'],
        error: null,
      },
    },
    {
      name: 'A developer decrypts, which no IAM policy allows',
      principal: DEVELOPER,
      action: 'kms:Decrypt',
      expect: { decision: 'implicitDeny' },
    },
    {
      name: 'The account root user needs no IAM policy',
      principal: 'arn:aws:iam::111122223333:root',
      action: 'kms:Decrypt',
      expect: { decision: 'allowed' },
    },
    {
      name: 'Another account is not mentioned',
      principal: 'arn:aws:iam::444455556666:root',
      action: 'kms:Decrypt',
      expect: { decision: 'implicitDeny' },
    },
  ],
};
