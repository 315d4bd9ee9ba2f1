import type { ConditionKeyRow } from './conditionKey.ts';
import { parameterValues } from './parameterValues.data.ts';

const kmsKeys: readonly ConditionKeyRow[] = [
  {
    key: 'kms:BypassPolicyLockoutSafetyCheck',
    absentWhenOmitted: true,
    meaning: 'Whether the request skips the check that the caller can still change the key policy.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:CallerAccount',
    meaning: 'Account of the caller; with a principal of * it stands for everyone in that account.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:CustomerMasterKeySpec',
    values: parameterValues.KeySpec,
    replacedBy: 'kms:KeySpec',
    meaning: 'Old name of kms:KeySpec; still works.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:CustomerMasterKeyUsage',
    values: parameterValues.KeyUsage,
    replacedBy: 'kms:KeyUsage',
    meaning: 'Old name of kms:KeyUsage; still works.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:DataKeyPairSpec',
    values: parameterValues.KeyPairSpec,
    meaning: 'Kind of data key pair the request asks for.',
    source: 'DG26:conditions-kms; API:GenerateDataKeyPair; SAR',
  },
  {
    key: 'kms:EncryptionAlgorithm',
    values: parameterValues.EncryptionAlgorithm,
    meaning: 'Encryption algorithm of the request; SYMMETRIC_DEFAULT when none is named.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:EncryptionContext:${EncryptionContextKey}',
    meaning: 'Value of one pair of the encryption context; the pair’s name ignores case here.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:EncryptionContextKeys',
    meaning: 'Names of all pairs in the encryption context; absent when there is no context.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:ExpirationModel',
    values: parameterValues.ExpirationModel,
    absentWhenOmitted: true,
    meaning: 'Whether imported key material expires, if the request says so.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:GrantConstraintSourceArn',
    meaning: 'SourceArn constraint of the grant to be created.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:GrantConstraintType',
    values: ['EncryptionContextEquals', 'EncryptionContextSubset'],
    meaning: 'Kind of encryption context constraint in the grant; absent if it has none.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:GrantIsForAWSResource',
    meaning: 'True when an AWS service integrated with KMS asks on the caller’s behalf.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:GrantOperations',
    values: parameterValues.Operations,
    meaning: 'Operations the grant is to allow.',
    source: 'DG26:conditions-kms; API:CreateGrant; SAR',
  },
  {
    key: 'kms:GranteePrincipal',
    meaning: 'ARN of the principal that gets the grant; absent for a service as grantee.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:GranteeServicePrincipal',
    meaning: 'Service principal that gets the grant; absent for any other grantee.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:KeyAgreementAlgorithm',
    values: parameterValues.KeyAgreementAlgorithm,
    meaning: 'Key agreement algorithm of the request.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:KeyOrigin',
    values: parameterValues.Origin,
    meaning: 'Where the key material comes from.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:KeySpec',
    values: parameterValues.KeySpec,
    meaning: 'Type of the key, for example SYMMETRIC_DEFAULT or RSA_2048.',
    source: 'DG26:conditions-kms; API:CreateKey; SAR',
  },
  {
    key: 'kms:KeyUsage',
    values: parameterValues.KeyUsage,
    meaning: 'What the key may be used for.',
    source: 'DG26:conditions-kms; API:CreateKey; SAR',
  },
  {
    key: 'kms:MacAlgorithm',
    values: parameterValues.MacAlgorithm,
    meaning: 'MAC algorithm of the request.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:MessageType',
    values: parameterValues.MessageType,
    meaning: 'Whether the message to sign is the message itself or a digest of it.',
    source: 'DG26:conditions-kms; API:Sign; SAR',
  },
  {
    key: 'kms:MultiRegion',
    meaning: 'Whether the key is a multi-Region key.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:MultiRegionKeyType',
    values: ['PRIMARY', 'REPLICA'],
    meaning: 'Primary or replica; absent for single-Region keys.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:PrimaryRegion',
    meaning: 'Region that is to hold the primary key.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:ReEncryptOnSameKey',
    meaning: 'Whether ReEncrypt keeps the key that encrypted the ciphertext.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:RecipientAttestation:ImageSha384',
    meaning: 'Image digest in the attestation document of a Nitro enclave (the same as PCR0).',
    source: 'DG:conditions-nitro-enclaves; SAR',
  },
  {
    key: 'kms:RecipientAttestation:NitroTPMPCR${n}',
    meaning: 'Platform configuration register in a NitroTPM attestation document.',
    source: 'DG26:conditions-nitro-tpm; SAR',
  },
  {
    key: 'kms:RecipientAttestation:PCR${n}',
    meaning: 'Platform configuration register in the attestation document of a Nitro enclave.',
    source: 'DG:conditions-nitro-enclaves; SAR',
  },
  {
    key: 'kms:ReplicaRegion',
    meaning: 'Region the key is replicated to.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:RequestAlias',
    meaning: 'Alias name the request used to name the key; absent for a key ID or key ARN.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:ResourceAliases',
    iamOnly: true,
    meaning: 'All alias names of the key, whichever way the request named it.',
    source: 'DG26:conditions-kms; DG:abac; SAR',
  },
  {
    key: 'kms:RetiringPrincipal',
    meaning: 'ARN of the principal that may retire the grant; absent if none is named.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:RetiringServicePrincipal',
    meaning: 'Service principal that may retire the grant; absent if none is named.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:RotationPeriodInDays',
    meaning: 'Days between automatic rotations, 90 to 2560; 365 when none is named.',
    source: 'DG26:conditions-kms; API:EnableKeyRotation; SAR',
  },
  {
    key: 'kms:ScheduleKeyDeletionPendingWindowInDays',
    meaning: 'Days until deletion, 7 to 30; 30 when none is named.',
    source: 'DG26:conditions-kms; API:ScheduleKeyDeletion; SAR',
  },
  {
    key: 'kms:SigningAlgorithm',
    values: parameterValues.SigningAlgorithm,
    meaning: 'Signing algorithm of the request.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:TrailingDaysWithoutKeyUsage',
    meaning: 'Whole days since the key was last used for cryptography.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:ValidTo',
    alsoUsableAs: ['numeric'],
    meaning: 'When imported key material expires, as Unix time; absent if it never does.',
    source: 'DG26:conditions-kms; SAR',
  },
  {
    key: 'kms:ViaService',
    meaning: 'Service that calls for the user, as s3.us-east-1.amazonaws.com; absent for direct calls.',
    source: 'DG26:conditions-kms; IAM26:access_forward_access_sessions; SAR',
  },
  {
    key: 'kms:WrappingAlgorithm',
    values: parameterValues.WrappingAlgorithm,
    meaning: 'Algorithm that will wrap the key material to be imported.',
    source: 'DG26:conditions-kms; API:GetParametersForImport; SAR',
  },
  {
    key: 'kms:WrappingKeySpec',
    values: parameterValues.WrappingKeySpec,
    meaning: 'Kind of public key that will wrap the key material to be imported.',
    source: 'DG26:conditions-kms; API:GetParametersForImport; SAR',
  },
];

const globalKeys: readonly ConditionKeyRow[] = [
  {
    key: 'aws:AssumedRoot',
    meaning: 'True in a session of sts:AssumeRoot; absent otherwise.',
    source: 'GCK26',
  },
  {
    key: 'aws:CalledVia',
    meaning: 'Services that called for the user, in order; absent for direct calls.',
    source: 'GCK23; FAS26',
  },
  {
    key: 'aws:CalledViaAWSMCP',
    meaning: 'Managed MCP server the request came through.',
    source: 'GCK (secondary sources only)',
  },
  {
    key: 'aws:CalledViaFirst',
    meaning: 'First service that called for the user; absent for direct calls.',
    source: 'GCK23; FAS26',
  },
  {
    key: 'aws:CalledViaLast',
    meaning: 'Last service that called for the user; absent for direct calls.',
    source: 'GCK23; FAS26',
  },
  {
    key: 'aws:ChatbotSourceArn',
    meaning: 'Chat configuration a session belongs to; absent elsewhere.',
    source: 'GCK26',
  },
  { key: 'aws:CurrentTime', meaning: 'Time of the request.', source: 'GCK26' },
  {
    key: 'aws:Ec2InstanceSourcePrivateIPv4',
    meaning: 'Private IPv4 address of the instance whose role credentials are used.',
    source: 'GCK26',
  },
  {
    key: 'aws:Ec2InstanceSourceVpc',
    meaning: 'VPC of the instance whose role credentials are used.',
    source: 'GCK26',
  },
  {
    key: 'aws:EpochTime',
    alsoUsableAs: ['numeric'],
    meaning: 'Time of the request in seconds since 1970.',
    source: 'GCK26',
  },
  {
    key: 'aws:FederatedProvider',
    alsoUsableAs: ['arn'],
    meaning: 'Identity provider behind a web identity session.',
    source: 'GCK26',
  },
  {
    key: 'aws:IsMcpServiceAction',
    meaning: 'Whether the action is one of an AWS MCP service.',
    source: 'iam-data (not in the read copy of GCK)',
  },
  {
    key: 'aws:MultiFactorAuthAge',
    meaning: 'Seconds since the caller used MFA; absent without MFA.',
    source: 'GCK26',
  },
  {
    key: 'aws:MultiFactorAuthPresent',
    meaning: 'Whether temporary credentials were got with MFA; absent for access keys.',
    source: 'GCK26',
  },
  {
    key: 'aws:PrincipalAccount',
    sensitive: true,
    meaning: 'Account of the caller.',
    source: 'GCK26',
  },
  {
    key: 'aws:PrincipalArn',
    alsoUsableAs: ['string'],
    meaning: 'ARN of the caller; for a role session the ARN of the role.',
    source: 'GCK26',
  },
  {
    key: 'aws:PrincipalIsAWSService',
    meaning: 'True when a service calls as itself.',
    source: 'GCK26',
  },
  {
    key: 'aws:PrincipalOrgID',
    sensitive: true,
    meaning: 'Organization of the caller; absent outside organizations.',
    source: 'GCK26',
  },
  {
    key: 'aws:PrincipalOrgPaths',
    meaning: 'Place of the caller’s account in its organization.',
    source: 'GCK26',
  },
  {
    key: 'aws:PrincipalServiceName',
    meaning: 'Service principal, when a service calls as itself.',
    source: 'GCK26',
  },
  {
    key: 'aws:PrincipalServiceNamesList',
    meaning: 'All names of the service, when a service calls as itself.',
    source: 'GCK26',
  },
  {
    key: 'aws:PrincipalTag/${TagKey}',
    meaning: 'Value of one tag of the caller: user, role or session tag.',
    source: 'GCK26',
  },
  {
    key: 'aws:PrincipalType',
    values: ['Account', 'User', 'FederatedUser', 'AssumedRole', 'Anonymous'],
    meaning: 'Kind of caller.',
    source: 'GCK26',
  },
  {
    key: 'aws:RequestTag/${TagKey}',
    meaning: 'Value of one tag in the request.',
    source: 'GCK26; DG:conditions-aws; SAR',
  },
  {
    key: 'aws:RequestedRegion',
    meaning: 'Region the request was sent to.',
    source: 'GCK26',
  },
  {
    key: 'aws:ResourceAccount',
    sensitive: true,
    meaning: 'Account that owns the key.',
    source: 'GCK26',
  },
  {
    key: 'aws:ResourceOrgID',
    sensitive: true,
    meaning: 'Organization of the account that owns the key.',
    source: 'GCK26',
  },
  {
    key: 'aws:ResourceOrgPaths',
    meaning: 'Place of the owning account in its organization.',
    source: 'GCK26',
  },
  {
    key: 'aws:ResourceTag/${TagKey}',
    iamOnly: true,
    meaning: 'Value of one tag of the key.',
    source: 'GCK26; DG:abac; SAR',
  },
  {
    key: 'aws:SecureTransport',
    meaning: 'Whether the request came over TLS.',
    source: 'GCK26',
  },
  {
    key: 'aws:SourceAccount',
    sensitive: true,
    meaning: 'Account of the resource a service calls for; absent unless a service calls as itself.',
    source: 'GCK26',
  },
  {
    key: 'aws:SourceArn',
    alsoUsableAs: ['string'],
    meaning: 'Resource a service calls for; absent unless a service calls as itself.',
    source: 'GCK26',
  },
  {
    key: 'aws:SourceIdentity',
    meaning: 'Source identity set when a role was assumed; kept through role chaining.',
    source: 'GCK26',
  },
  {
    key: 'aws:SourceIp',
    meaning: 'Public IP address of the caller; absent through a VPC endpoint.',
    source: 'GCK26; DG:conditions-aws',
  },
  {
    key: 'aws:SourceOrgID',
    sensitive: true,
    meaning: 'Organization of the resource a service calls for.',
    source: 'GCK26',
  },
  {
    key: 'aws:SourceOrgPaths',
    meaning: 'Place in its organization of the account a service calls for.',
    source: 'GCK26',
  },
  {
    key: 'aws:SourceOwner',
    meaning: 'Account a service calls for, as a few services state it.',
    source: 'iam-data (not in the read copy of GCK)',
  },
  {
    key: 'aws:SourceVpc',
    sensitive: true,
    meaning: 'VPC the request came from; only through a VPC endpoint.',
    source: 'GCK26; DG:kms-vpc-endpoint',
  },
  {
    key: 'aws:SourceVpcArn',
    alsoUsableAs: ['arn'],
    meaning: 'ARN of the VPC the request came from; only through a VPC endpoint.',
    source: 'iam-data (not in the read copy of GCK)',
  },
  {
    key: 'aws:SourceVpce',
    sensitive: true,
    meaning: 'VPC endpoint the request came through.',
    source: 'GCK26; DG:kms-vpc-endpoint',
  },
  {
    key: 'aws:TagKeys',
    meaning: 'Tag keys in the request.',
    source: 'GCK26; DG:conditions-aws; SAR',
  },
  {
    key: 'aws:TokenIssueTime',
    meaning: 'When temporary credentials were issued; absent for access keys.',
    source: 'GCK26',
  },
  {
    key: 'aws:UserAgent',
    meaning: 'Client software as it describes itself; easily forged.',
    source: 'GCK26',
  },
  {
    key: 'aws:ViaAWSMCPService',
    meaning: 'Whether the request came through a managed MCP server.',
    source: 'GCK (secondary sources only)',
  },
  {
    key: 'aws:ViaAWSService',
    meaning: 'True when a service calls for the user.',
    source: 'GCK26; IAM26:access_forward_access_sessions',
  },
  {
    key: 'aws:VpcSourceIp',
    meaning: 'Private IP address the request came from; only through a VPC endpoint.',
    source: 'GCK26',
  },
  {
    key: 'aws:VpceAccount',
    sensitive: true,
    meaning: 'Account that owns the VPC endpoint.',
    source: 'GCK26',
  },
  {
    key: 'aws:VpceOrgID',
    sensitive: true,
    meaning: 'Organization of the account that owns the VPC endpoint.',
    source: 'GCK26',
  },
  {
    key: 'aws:VpceOrgPaths',
    meaning: 'Place in its organization of the account that owns the VPC endpoint.',
    source: 'GCK26',
  },
  {
    key: 'aws:referer',
    meaning: 'Page a browser came from; easily forged and absent in API calls.',
    source: 'GCK26',
  },
  {
    key: 'aws:userid',
    meaning: 'Unique ID of the caller; for a session the role’s ID and the session name.',
    source: 'GCK26',
  },
  {
    key: 'aws:username',
    meaning: 'Name of the IAM user; absent for every other caller.',
    source: 'GCK26',
  },
];

const sessionKeys: readonly ConditionKeyRow[] = [
  {
    key: 'ec2:RoleDelivery',
    meaning: 'Version of the instance metadata service that handed out the credentials.',
    source: 'GCK26; iam-data',
  },
  {
    key: 'ec2:SourceInstanceArn',
    meaning: 'Instance whose role credentials are used.',
    source: 'GCK26; iam-data',
  },
  {
    key: 'glue:CredentialIssuingService',
    meaning: 'Set on credentials that AWS Glue issued.',
    source: 'GCK26; iam-data',
  },
  {
    key: 'glue:RoleAssumedBy',
    meaning: 'Service that assumed the role for an AWS Glue job.',
    source: 'GCK26; iam-data',
  },
  {
    key: 'identitystore:UserId',
    meaning: 'IAM Identity Center user behind a session.',
    source: 'GCK26; iam-data',
  },
  {
    key: 'lambda:SourceFunctionArn',
    meaning: 'Lambda function whose role credentials are used.',
    source: 'GCK26; iam-data',
  },
  {
    key: 'ssm:SourceInstanceArn',
    meaning: 'Managed instance whose role credentials are used.',
    source: 'GCK26; iam-data',
  },
];

/** What is kept by hand about condition keys: those of KMS, the global ones, and those other services set on sessions. */
export const conditionKeyRows: readonly ConditionKeyRow[] = [...kmsKeys, ...globalKeys, ...sessionKeys];
