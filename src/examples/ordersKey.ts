import type { Scenario } from '#engine/scenario/scenario.ts';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const APP = 'arn:aws:iam::111122223333:role/OrdersApp';
const ADMIN = 'arn:aws:iam::111122223333:role/KeyAdmin';
const READER = 'arn:aws:iam::444455556666:role/Reader';

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
      "Sid": "OrdersAppUse",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/OrdersApp" },
      "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
      "Resource": "*",
      "Condition": {
        "StringEquals": { "kms:EncryptionContext:tenant": "a1" }
      }
    },
    {
      "Sid": "PartnerRead",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::444455556666:root" },
      "Action": "kms:Decrypt",
      "Resource": "*",
      "Condition": {
        "StringEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" }
      }
    },
    {
      "Sid": "DenyOutsideOrg",
      "Effect": "Deny",
      "Principal": { "AWS": "*" },
      "Action": "kms:*",
      "Resource": "*",
      "Condition": {
        "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
        "Bool": { "aws:PrincipalIsAWSService": "false" }
      }
    }
  ]
}`;

const GRANTS = `[
  {
    "KeyId": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    "GrantId": "0c237476b39f8bc44e45212e08498fbe3151305030726c0590dd8d3e9f3d6a60",
    "Name": "nightly-export",
    "GranteePrincipal": "arn:aws:iam::111122223333:role/OrdersExport",
    "RetiringPrincipal": "arn:aws:iam::111122223333:role/KeyAdmin",
    "IssuingAccount": "arn:aws:iam::111122223333:root",
    "Operations": ["Decrypt", "DescribeKey"],
    "Constraints": {
      "EncryptionContextSubset": { "tenant": "a1" }
    }
  }
]`;

const APP_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "OrdersInS3",
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:PutObject"],
      "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/orders/*"
    },
    {
      "Sid": "LookAtTheKey",
      "Effect": "Allow",
      "Action": "kms:DescribeKey",
      "Resource": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  ]
}`;

const ADMIN_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ManageOrdersKey",
      "Effect": "Allow",
      "Action": [
        "kms:Describe*",
        "kms:Get*",
        "kms:List*",
        "kms:EnableKey",
        "kms:DisableKey",
        "kms:EnableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:RevokeGrant",
        "kms:TagResource",
        "kms:UntagResource"
      ],
      "Resource": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  ]
}`;

const READER_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadSharedOrders",
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/orders/*"
    },
    {
      "Sid": "DecryptSharedOrders",
      "Effect": "Allow",
      "Action": "kms:Decrypt",
      "Resource": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  ]
}`;

/**
 * The scenario the app opens with: a key shared with an application, an administrator and a partner, in which the partner is
 * stopped by a Deny although an Allow names its account.
 */
export const ordersKey: Scenario = {
  title: 'Orders key',
  description:
    'An application encrypts orders per tenant, a partner in another organization reads them through Amazon S3, and one statement keeps everyone outside the organization out.',
  accounts: [
    { id: '111122223333', name: 'Orders', organization: 'o-a1b2c3d4e5' },
    { id: '444455556666', name: 'Partner', organization: 'o-z9y8x7w6v5' },
  ],
  organizationPolicies: [],
  keys: [
    {
      arn: KEY,
      metadata: {
        KeySpec: 'SYMMETRIC_DEFAULT',
        KeyUsage: 'ENCRYPT_DECRYPT',
        Origin: 'AWS_KMS',
        KeyState: 'Enabled',
        KeyManager: 'CUSTOMER',
        MultiRegion: false,
      },
      aliases: ['alias/orders'],
      tags: { Project: 'Orders' },
      policy: { id: 'key', text: KEY_POLICY },
      grants: { id: 'grants', text: GRANTS },
    },
  ],
  resources: [],
  identities: [
    {
      arn: APP,
      policies: [
        { name: 'OrdersAppAccess', document: { id: `identity/${APP}/OrdersAppAccess`, text: APP_POLICY } },
      ],
    },
    {
      arn: ADMIN,
      policies: [
        { name: 'KeyAdminAccess', document: { id: `identity/${ADMIN}/KeyAdminAccess`, text: ADMIN_POLICY } },
      ],
    },
    {
      arn: READER,
      policies: [
        { name: 'ReaderAccess', document: { id: `identity/${READER}/ReaderAccess`, text: READER_POLICY } },
      ],
    },
  ],
  vpcEndpoints: [],
  requests: [
    {
      name: 'The partner reads an order through S3',
      principal: 'arn:aws:sts::444455556666:assumed-role/Reader/reports',
      action: 'kms:Decrypt',
      parameters: {
        EncryptionContext: { 'aws:s3:arn': 'arn:aws:s3:::amzn-s3-demo-bucket/orders/1042.json' },
      },
      viaService: 's3.us-east-1.amazonaws.com',
      expect: { decision: 'explicitDeny', statements: ['key#DenyOutsideOrg'] },
    },
    {
      name: 'The application decrypts an order of its tenant',
      principal: 'arn:aws:sts::111122223333:assumed-role/OrdersApp/i-0123456789abcdef0',
      action: 'kms:Decrypt',
      parameters: { EncryptionContext: { tenant: 'a1', order: '1042' } },
      expect: { decision: 'allowed', statements: ['key#OrdersAppUse'], error: null },
    },
    {
      name: 'The application tries an order of another tenant',
      principal: 'arn:aws:sts::111122223333:assumed-role/OrdersApp/i-0123456789abcdef0',
      action: 'kms:Decrypt',
      parameters: { EncryptionContext: { tenant: 'b2', order: '2077' } },
      expect: { decision: 'implicitDeny', statements: [] },
    },
    {
      name: 'The administrator turns on key rotation, allowed by IAM',
      principal: 'arn:aws:sts::111122223333:assumed-role/KeyAdmin/console',
      action: 'kms:EnableKeyRotation',
      expect: {
        decision: 'allowed',
        statements: ['key#EnableIamPolicies', 'identity:KeyAdminAccess#ManageOrdersKey'],
        error: null,
      },
    },
    {
      name: 'The administrator cannot read orders',
      principal: 'arn:aws:sts::111122223333:assumed-role/KeyAdmin/console',
      action: 'kms:Decrypt',
      parameters: { EncryptionContext: { tenant: 'a1', order: '1042' } },
      expect: { decision: 'implicitDeny', statements: [] },
    },
    {
      name: 'The nightly export uses its grant',
      principal: 'arn:aws:sts::111122223333:assumed-role/OrdersExport/nightly',
      action: 'kms:Decrypt',
      parameters: { EncryptionContext: { tenant: 'a1', order: '1042' } },
      expect: {
        decision: 'allowed',
        statements: ['grant:0c237476b39f8bc44e45212e08498fbe3151305030726c0590dd8d3e9f3d6a60'],
        error: null,
      },
    },
  ],
};
