import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const TRAIL = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/audit';

const role = (name: string): string => `arn:aws:iam::111122223333:role/${name}`;

/**
 * A key policy as people have them: delegation, administrators, two groups of users, tenants told apart by encryption
 * context, grants for AWS services, a service, another account, and two Denies. `cedar.ts` says the same in Cedar.
 */
const policy = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'EnableIamPolicies',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'kms:*',
      Resource: '*',
    },
    {
      Sid: 'Administer',
      Effect: 'Allow',
      Principal: { AWS: [role('KeyAdmin'), 'arn:aws:iam::111122223333:user/alice'] },
      Action: ['kms:Describe*', 'kms:Enable*', 'kms:Disable*', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion'],
      Resource: '*',
    },
    {
      Sid: 'UseByApplications',
      Effect: 'Allow',
      Principal: { AWS: [role('Orders'), role('Billing'), role('Shipping')] },
      Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      Resource: '*',
    },
    {
      Sid: 'TenantsThroughS3',
      Effect: 'Allow',
      Principal: { AWS: [role('TenantReader'), role('TenantWriter')] },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
      Condition: {
        StringEquals: {
          'kms:EncryptionContext:tenant': ['tenant-1', 'tenant-2', 'tenant-3'],
          'kms:ViaService': 's3.us-east-1.amazonaws.com',
        },
      },
    },
    {
      Sid: 'ReportsByPath',
      Effect: 'Allow',
      Principal: { AWS: role('Reports') },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringLike: { 'kms:EncryptionContext:path': ['reports/*', 'archive/*/summary'] } },
    },
    {
      Sid: 'GrantsForServices',
      Effect: 'Allow',
      Principal: { AWS: [role('Orders'), role('KeyAdmin')] },
      Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
      Resource: '*',
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
    {
      Sid: 'CloudTrail',
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 'kms:GenerateDataKey*',
      Resource: '*',
      Condition: {
        StringEquals: { 'aws:SourceArn': TRAIL },
        StringLike: {
          'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:*:111122223333:trail/*',
        },
      },
    },
    {
      Sid: 'PartnerAccount',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::444455556666:root' },
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
    },
    {
      Sid: 'DenyOutsideOrganization',
      Effect: 'Deny',
      Principal: '*',
      Action: 'kms:*',
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    },
    {
      Sid: 'DenyDestructionWithoutMfa',
      Effect: 'Deny',
      Principal: '*',
      Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:PutKeyPolicy'],
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    },
  ],
};

/** The key with this policy, in an organization that the partner account belongs to and a third one does not. */
export const tenStatements: Scenario = {
  accounts: [
    { id: '111122223333', organization: 'o-a1b2c3d4e5' },
    { id: '444455556666', organization: 'o-a1b2c3d4e5' },
    { id: '123456789012', organization: 'o-zzzzzzzzzz' },
  ],
  organizationPolicies: [],
  keys: [{ arn: KEY, policy: { id: 'key', text: JSON.stringify(policy, null, 2) } }],
  resources: [],
  identities: [],
  vpcEndpoints: [],
  requests: [],
};

const session = (name: string, account = '111122223333'): string =>
  `arn:aws:sts::${account}:assumed-role/${name}/run-`;

/** Callers; role sessions get a session name of their own in each request. */
const callers: readonly string[] = [
  ...['Orders', 'Billing', 'Shipping', 'TenantReader', 'TenantWriter', 'Reports', 'KeyAdmin'].map((name) =>
    session(name),
  ),
  ...['Orders', 'TenantReader', 'TenantReader', 'Reports', 'Unlisted', 'Intern'].map((name) => session(name)),
  session('Orders', '444455556666'),
  session('Orders', '123456789012'),
  'arn:aws:iam::111122223333:user/alice',
  'arn:aws:iam::111122223333:user/bob',
  'arn:aws:iam::111122223333:root',
  'arn:aws:iam::444455556666:root',
  'cloudtrail.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'logs.us-east-1.amazonaws.com',
];

const actions: readonly string[] =
  'Decrypt Decrypt Decrypt GenerateDataKey GenerateDataKey Encrypt DescribeKey CreateGrant ListGrants DisableKey ScheduleKeyDeletion PutKeyPolicy EnableKeyRotation'.split(
    ' ',
  );

const contexts: readonly Readonly<Record<string, string>>[] = [
  {},
  { tenant: 'tenant-1', path: 'reports/2026/09' },
  { tenant: 'tenant-2' },
  { tenant: 'tenant-3', path: 'archive/2025/summary' },
  { tenant: 'tenant-9', path: 'archive/2025/detail' },
  { 'aws:cloudtrail:arn': TRAIL },
];

/** `count` different requests, the same in every run: who calls, what for, with which context. */
export function variedRequests(count: number): readonly ScenarioRequest[] {
  const next = numbers();
  const pick = <Item>(items: readonly Item[], otherwise: Item): Item =>
    items[next(items.length)] ?? otherwise;
  return Array.from({ length: count }, (_, index): ScenarioRequest => {
    const caller = pick(callers, '');
    const isService = caller.endsWith('.amazonaws.com');
    const isSession = caller.endsWith('run-');
    const encryptionContext = isService && next(3) > 0 ? { 'aws:cloudtrail:arn': TRAIL } : pick(contexts, {});
    const action = isService
      ? pick(['Decrypt', 'GenerateDataKey', 'GenerateDataKey'], '')
      : pick(actions, '');
    return {
      principal: isSession ? `${caller}${index}` : caller,
      action: `kms:${action}`,
      parameters: { EncryptionContext: { ...encryptionContext, request: `r-${index}` } },
      ...(isService ? { context: { 'aws:SourceArn': next(4) > 0 ? TRAIL : `${TRAIL}-${index}` } } : {}),
      ...(isSession && next(2) > 0
        ? { viaService: pick(['s3', 's3', 'dynamodb'], 's3') + '.us-east-1.amazonaws.com' }
        : {}),
      ...(isSession && next(2) > 0 ? { session: { mfaAuthenticated: true } } : {}),
    };
  });
}

/** A linear congruential generator: numbers that look mixed and are the same in every run. */
function numbers(): (below: number) => number {
  let state = 20_260_926;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}
