import type { Scenario } from '#engine/scenario/scenario.ts';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const APP = 'arn:aws:iam::111122223333:role/service/PaymentsApp';
const APP_SESSION = 'arn:aws:sts::111122223333:assumed-role/PaymentsApp/i-0123456789abcdef0';
const PARTNER = 'arn:aws:iam::444455556666:role/Settlement';
const ENDPOINT = 'vpce-1a2b3c4d';

const KEY_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "EnableIamPolicies",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
      "Action": "kms:*",
      "Resource": "*"
    },
    {
      "Sid": "SettlementReads",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::444455556666:role/Settlement" },
      "Action": "kms:Decrypt",
      "Resource": "*"
    }
  ]
}`;

const APP_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "UseAndManageKeys",
      "Effect": "Allow",
      "Action": "kms:*",
      "Resource": "*"
    }
  ]
}`;

const BOUNDARY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "UseKeysOnly",
      "Effect": "Allow",
      "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"],
      "Resource": "*"
    }
  ]
}`;

const PARTNER_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadPayments",
      "Effect": "Allow",
      "Action": "kms:Decrypt",
      "Resource": "${KEY}"
    }
  ]
}`;

const FULL_ACCESS = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "*",
      "Resource": "*"
    }
  ]
}`;

const ONLY_THROUGH_ENDPOINT = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "UseKeysOnlyFromOurNetwork",
      "Effect": "Deny",
      "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
      "Resource": "*",
      "Condition": {
        "StringNotEqualsIfExists": { "aws:SourceVpce": "${ENDPOINT}" },
        "BoolIfExists": { "aws:ViaAWSService": "false" }
      }
    }
  ]
}`;

const DATA_PERIMETER = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "DenyOutsideOrganization",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "kms:*",
      "Resource": "*",
      "Condition": {
        "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
        "BoolIfExists": { "aws:PrincipalIsAWSService": "false" }
      }
    }
  ]
}`;

const ENDPOINT_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "OurAccountsUseKeys",
      "Effect": "Allow",
      "Principal": "*",
      "Action": ["kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"],
      "Resource": "*",
      "Condition": {
        "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }
      }
    }
  ]
}`;

/**
 * Every layer above the key at work: the key policy and IAM would allow all of these requests, and most of them end at an SCP,
 * an RCP, a permissions boundary or a VPC endpoint's policy.
 */
export const guardedPayments: Scenario = {
  title: 'Payments key in an organization',
  description:
    'The key policy and IAM allow the payments application a lot. The organization, the permissions boundary and the VPC endpoint say what is left of it.',
  accounts: [
    {
      id: '111122223333',
      name: 'Payments',
      organization: 'o-a1b2c3d4e5',
      path: ['r-ab12', 'ou-ab12-11111111'],
    },
    { id: '444455556666', name: 'Partner', organization: 'o-z9y8x7w6v5' },
  ],
  organizationPolicies: [
    {
      type: 'SERVICE_CONTROL_POLICY',
      name: 'FullAWSAccess',
      targets: ['r-ab12', 'ou-ab12-11111111', '111122223333'],
      document: { id: 'scp/FullAWSAccess', text: FULL_ACCESS },
    },
    {
      type: 'SERVICE_CONTROL_POLICY',
      name: 'KeysOnlyFromOurNetwork',
      targets: ['ou-ab12-11111111'],
      document: { id: 'scp/KeysOnlyFromOurNetwork', text: ONLY_THROUGH_ENDPOINT },
    },
    {
      type: 'RESOURCE_CONTROL_POLICY',
      name: 'DataPerimeter',
      targets: ['r-ab12'],
      document: { id: 'rcp/DataPerimeter', text: DATA_PERIMETER },
    },
  ],
  keys: [{ arn: KEY, aliases: ['alias/payments'], policy: { id: 'key', text: KEY_POLICY } }],
  resources: [],
  identities: [
    {
      arn: APP,
      policies: [{ name: 'PowerUser', document: { id: `identity/${APP}/PowerUser`, text: APP_POLICY } }],
      permissionsBoundary: {
        name: 'WorkloadBoundary',
        document: { id: `boundary/${APP}`, text: BOUNDARY },
      },
    },
    {
      arn: PARTNER,
      policies: [
        { name: 'Settlement', document: { id: `identity/${PARTNER}/Settlement`, text: PARTNER_POLICY } },
      ],
    },
  ],
  vpcEndpoints: [
    { id: ENDPOINT, vpc: 'vpc-11223344', policy: { id: `endpoint/${ENDPOINT}`, text: ENDPOINT_POLICY } },
  ],
  requests: [
    {
      name: 'The application decrypts from outside the network',
      principal: APP_SESSION,
      action: 'kms:Decrypt',
      session: { issuer: APP },
      expect: {
        decision: 'explicitDeny',
        statements: ['scp:KeysOnlyFromOurNetwork#UseKeysOnlyFromOurNetwork'],
      },
    },
    {
      name: 'The application decrypts through the VPC endpoint',
      principal: APP_SESSION,
      action: 'kms:Decrypt',
      context: { 'aws:SourceVpce': ENDPOINT },
      session: { issuer: APP },
      expect: {
        decision: 'allowed',
        statements: ['key#EnableIamPolicies', 'identity:PowerUser#UseAndManageKeys'],
        error: null,
      },
    },
    {
      name: 'The endpoint policy leaves out Encrypt',
      principal: APP_SESSION,
      action: 'kms:Encrypt',
      context: { 'aws:SourceVpce': ENDPOINT },
      session: { issuer: APP },
      expect: { decision: 'implicitDeny', statements: [] },
    },
    {
      name: 'The boundary keeps the application from deleting the key',
      principal: APP_SESSION,
      action: 'kms:ScheduleKeyDeletion',
      session: { issuer: APP },
      expect: { decision: 'implicitDeny', statements: [] },
    },
    {
      name: 'The partner is named in the key policy and stopped by the RCP',
      principal: 'arn:aws:sts::444455556666:assumed-role/Settlement/daily',
      action: 'kms:Decrypt',
      expect: { decision: 'explicitDeny', statements: ['rcp:DataPerimeter#DenyOutsideOrganization'] },
    },
  ],
};
