import type { DocumentKind } from '../documentKind.ts';

/** A whole statement, or grant, to begin with. */
export interface StatementTemplate {
  readonly label: string;
  readonly meaning: string;
  /** The kinds of document it makes sense in. */
  readonly kinds: readonly DocumentKind[];
  /**
   * Written as a completion's `insert`. `<account>`, `<partition>`, `<region>`, `<organization>`, `<principal>` and `<key>` become what
   * the scenario knows.
   */
  readonly text: string;
  /** The page with the practice behind it, by the tags of docs/semantics.md. */
  readonly source: string;
}

const iam: readonly DocumentKind[] = ['identity', 'session'];

export const statementTemplates: readonly StatementTemplate[] = [
  {
    label: 'Enable IAM policies',
    meaning:
      'The account decides by its IAM policies who may use the key; without it, nobody’s IAM policy counts.',
    kinds: ['key'],
    source: 'DG:key-policy-default',
    text: `{
  "Sid": "EnableIamPolicies",
  "Effect": "Allow",
  "Principal": { "AWS": "arn:<partition>:iam::\${1:<account>}:root" },
  "Action": "kms:*",
  "Resource": "*"
}`,
  },
  {
    label: 'Allow use of the key',
    meaning: 'A role or user may encrypt and decrypt with the key.',
    kinds: ['key'],
    source: 'DG:key-policy-default',
    text: `{
  "Sid": "\${1:AllowUse}",
  "Effect": "Allow",
  "Principal": { "AWS": "\${2:<principal>}" },
  "Action": [
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey*",
    "kms:ReEncrypt*"
  ],
  "Resource": "*"
}`,
  },
  {
    label: 'Allow use through one service',
    meaning: 'A role or user may use the key only where the service does it for them.',
    kinds: ['key'],
    source: 'DG26:conditions-kms',
    text: `{
  "Sid": "\${1:AllowUseThroughService}",
  "Effect": "Allow",
  "Principal": { "AWS": "\${2:<principal>}" },
  "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
  "Resource": "*",
  "Condition": {
    "StringEquals": { "kms:ViaService": "\${3:s3}.<region>.amazonaws.com" }
  }
}`,
  },
  {
    label: 'Allow use with an encryption context',
    meaning: 'A role or user may use the key only with this pair in the encryption context.',
    kinds: ['key'],
    source: 'DG26:conditions-kms',
    text: `{
  "Sid": "\${1:AllowUseForTenant}",
  "Effect": "Allow",
  "Principal": { "AWS": "\${2:<principal>}" },
  "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
  "Resource": "*",
  "Condition": {
    "StringEquals": { "kms:EncryptionContext:\${3:tenant}": "\${4:a1}" }
  }
}`,
  },
  {
    label: 'Allow administration of the key',
    meaning: 'A role or user may manage the key, but not encrypt or decrypt with it.',
    kinds: ['key'],
    source: 'DG:key-policy-default',
    text: `{
  "Sid": "\${1:AllowAdministration}",
  "Effect": "Allow",
  "Principal": { "AWS": "\${2:<principal>}" },
  "Action": [
    "kms:CancelKeyDeletion",
    "kms:Create*",
    "kms:Delete*",
    "kms:Describe*",
    "kms:Disable*",
    "kms:Enable*",
    "kms:Get*",
    "kms:List*",
    "kms:Put*",
    "kms:Revoke*",
    "kms:ScheduleKeyDeletion",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:Update*"
  ],
  "Resource": "*"
}`,
  },
  {
    label: 'Allow grants for AWS resources',
    meaning: 'A role or user may let AWS services keep using the key, through grants.',
    kinds: ['key'],
    source: 'DG:key-policy-default',
    text: `{
  "Sid": "\${1:AllowGrantsForAwsResources}",
  "Effect": "Allow",
  "Principal": { "AWS": "\${2:<principal>}" },
  "Action": ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
  "Resource": "*",
  "Condition": {
    "Bool": { "kms:GrantIsForAWSResource": "true" }
  }
}`,
  },
  {
    label: 'Allow another account',
    meaning: 'Another account may use the key; its own IAM policies decide who.',
    kinds: ['key'],
    source: 'DG:key-policy-modifying-external-accounts',
    text: `{
  "Sid": "\${1:AllowOtherAccount}",
  "Effect": "Allow",
  "Principal": { "AWS": "arn:<partition>:iam::\${2:444455556666}:root" },
  "Action": ["kms:Decrypt", "kms:DescribeKey"],
  "Resource": "*"
}`,
  },
  {
    label: 'Allow a service as itself',
    meaning: 'An AWS service may use the key for resources of the account only.',
    kinds: ['key'],
    source: 'IAM26:reference_policies_elements_principal',
    text: `{
  "Sid": "\${1:AllowService}",
  "Effect": "Allow",
  "Principal": { "Service": "\${2:sns.amazonaws.com}" },
  "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
  "Resource": "*",
  "Condition": {
    "StringEquals": { "aws:SourceAccount": "\${3:<account>}" }
  }
}`,
  },
  {
    label: 'Deny everyone outside the organization',
    meaning: 'Whatever else allows, only principals of the organization and AWS services get through.',
    kinds: ['key'],
    source: 'GCK26',
    text: `{
  "Sid": "\${1:DenyOutsideOrganization}",
  "Effect": "Deny",
  "Principal": { "AWS": "*" },
  "Action": "kms:*",
  "Resource": "*",
  "Condition": {
    "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "\${2:<organization>}" },
    "BoolIfExists": { "aws:PrincipalIsAWSService": "false" }
  }
}`,
  },
  {
    label: 'Allow use of one key',
    meaning: 'The identity may encrypt and decrypt with the key, if the key policy lets the account decide.',
    kinds: iam,
    source: 'DG:iam-policies-best-practices',
    text: `{
  "Sid": "\${1:UseKey}",
  "Effect": "Allow",
  "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
  "Resource": "\${2:<key>}"
}`,
  },
  {
    label: 'Allow use of keys with a tag',
    meaning: 'The identity may use every key that carries the tag.',
    kinds: iam,
    source: 'DG:abac',
    text: `{
  "Sid": "\${1:UseTaggedKeys}",
  "Effect": "Allow",
  "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
  "Resource": "arn:<partition>:kms:*:<account>:key/*",
  "Condition": {
    "StringEquals": { "aws:ResourceTag/\${2:team}": "\${3:orders}" }
  }
}`,
  },
  {
    label: 'Limit to use of keys',
    meaning: 'Whatever else allows, of KMS only this much is possible.',
    kinds: ['boundary'],
    source: 'IAM:access_policies_boundaries',
    text: `{
  "Sid": "\${1:UseOfKeys}",
  "Effect": "Allow",
  "Action": ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*"],
  "Resource": "*"
}`,
  },
  {
    label: 'Deny deletion of keys',
    meaning: 'Nobody in the accounts may schedule the deletion of a key or disable it.',
    kinds: ['scp'],
    source: 'ORG26:orgs_manage_policies_scps',
    text: `{
  "Sid": "\${1:KeepKeys}",
  "Effect": "Deny",
  "Action": ["kms:DisableKey", "kms:ScheduleKeyDeletion"],
  "Resource": "*"
}`,
  },
  {
    label: 'Deny keys outside the organization',
    meaning: 'Principals of the accounts may use only keys of the organization.',
    kinds: ['scp'],
    source: 'GCK26',
    text: `{
  "Sid": "\${1:OnlyOwnKeys}",
  "Effect": "Deny",
  "Action": "kms:*",
  "Resource": "*",
  "Condition": {
    "StringNotEqualsIfExists": { "aws:ResourceOrgID": "\${2:<organization>}" }
  }
}`,
  },
  {
    label: 'Deny principals outside the organization',
    meaning: 'Keys of the accounts can be used only by the organization and by AWS services.',
    kinds: ['rcp'],
    source: 'ORG26:orgs_manage_policies_rcps',
    text: `{
  "Sid": "\${1:OnlyOwnPrincipals}",
  "Effect": "Deny",
  "Principal": "*",
  "Action": "kms:*",
  "Resource": "*",
  "Condition": {
    "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "\${2:<organization>}" },
    "BoolIfExists": { "aws:PrincipalIsAWSService": "false" }
  }
}`,
  },
  {
    label: 'Allow the organization',
    meaning: 'Only principals of the organization get through the endpoint.',
    kinds: ['endpoint'],
    source: 'DG:kms-vpc-endpoint',
    text: `{
  "Sid": "\${1:OwnPrincipals}",
  "Effect": "Allow",
  "Principal": "*",
  "Action": "kms:*",
  "Resource": "*",
  "Condition": {
    "StringEquals": { "aws:PrincipalOrgID": "\${2:<organization>}" }
  }
}`,
  },
  {
    label: 'Allow use of one key through the endpoint',
    meaning: 'Through the endpoint, principals may use only this key.',
    kinds: ['endpoint'],
    source: 'DG:kms-vpc-endpoint',
    text: `{
  "Sid": "\${1:OneKey}",
  "Effect": "Allow",
  "Principal": "*",
  "Action": ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey*"],
  "Resource": "\${2:<key>}"
}`,
  },
  {
    label: 'Grant use of the key',
    meaning: 'A grant: the grantee may decrypt and make data keys, with the pair in the encryption context.',
    kinds: ['grants'],
    source: 'API:CreateGrant',
    text: `{
  "KeyId": "<key>",
  "GrantId": "\${1:example}",
  "GranteePrincipal": "\${2:<principal>}",
  "Operations": ["Decrypt", "GenerateDataKey"],
  "Constraints": {
    "EncryptionContextSubset": { "\${3:tenant}": "\${4:a1}" }
  }
}`,
  },
];
