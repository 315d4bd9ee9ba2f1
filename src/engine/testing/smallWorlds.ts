import fc from 'fast-check';
import type { Scenario, ScenarioRequest } from '../scenario/scenario.ts';

/** One statement as JSON. */
export type PlainStatement = Readonly<Record<string, unknown>>;

export const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** A scenario in pieces that tests take apart and put together. Vocabularies are small, so that things match often. */
export interface SmallWorld {
  readonly keyStatements: readonly PlainStatement[];
  readonly identityStatements: readonly PlainStatement[];
  readonly scpStatements: readonly PlainStatement[] | null;
  readonly grants: readonly PlainStatement[];
}

const principal = fc.constantFrom<unknown>(
  '*',
  { AWS: '*' },
  { AWS: 'arn:aws:iam::111122223333:root' },
  { AWS: '444455556666' },
  { AWS: 'arn:aws:iam::111122223333:role/App' },
  { AWS: ['arn:aws:iam::111122223333:user/Alice', 'arn:aws:iam::444455556666:role/Reader'] },
  { Service: 'logs.us-east-1.amazonaws.com' },
);

const actions = fc.constantFrom<unknown>(
  'kms:*',
  'kms:Decrypt',
  ['kms:Encrypt', 'kms:decrypt'],
  'kms:Describe*',
  '*',
  'kms:PutKeyPolicy',
);

const conditions = fc.constantFrom<unknown>(
  undefined,
  undefined,
  { StringEquals: { 'kms:EncryptionContext:tenant': 'a' } },
  { StringNotEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
  { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['tenant'] } },
  { 'ForAnyValue:StringLike': { 'kms:EncryptionContextKeys': ['ten*', 'x'] } },
  { Null: { 'kms:EncryptionContext:tenant': 'true' } },
  { StringLikeIfExists: { 'aws:PrincipalOrgID': 'o-*' } },
  { StringEquals: { 'aws:PrincipalTag/team': '${kms:EncryptionContext:tenant}' } },
  { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } },
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '10' } },
  { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
);

const effect = fc.constantFrom('Allow', 'Allow', 'Deny');

function statement(parts: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<PlainStatement> {
  return fc
    .record(parts)
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));
}

export const keyStatement = statement({
  Effect: effect,
  Principal: principal,
  Action: actions,
  Resource: fc.constant('*'),
  Condition: conditions,
});
export const identityStatement = statement({
  Effect: effect,
  Action: actions,
  Resource: fc.constantFrom(
    '*',
    KEY_ARN,
    'arn:aws:kms:*:111122223333:key/*',
    'arn:aws:kms:us-east-1:444455556666:key/*',
  ),
  Condition: conditions,
});

const grant = fc.record({
  GrantId: fc.constantFrom('g1', 'g2'),
  GranteePrincipal: fc.constantFrom(
    'arn:aws:iam::111122223333:role/App',
    'arn:aws:iam::444455556666:role/Reader',
    'arn:aws:iam::111122223333:user/Alice',
  ),
  Operations: fc.constantFrom(['Decrypt'], ['Decrypt', 'DescribeKey'], ['Encrypt']),
  Constraints: fc.constantFrom<PlainStatement>(
    {},
    { EncryptionContextSubset: { tenant: 'a' } },
    { EncryptionContextEquals: { tenant: 'a' } },
  ),
});

export const smallWorld: fc.Arbitrary<SmallWorld> = fc.record({
  keyStatements: fc.array(keyStatement, { minLength: 1, maxLength: 4 }),
  identityStatements: fc.array(identityStatement, { maxLength: 3 }),
  scpStatements: fc.option(fc.array(identityStatement, { minLength: 1, maxLength: 2 }), { freq: 4 }),
  grants: fc.array(grant, { maxLength: 2 }),
});

export const smallRequest: fc.Arbitrary<ScenarioRequest> = fc
  .record({
    principal: fc.constantFrom(
      'arn:aws:iam::111122223333:user/Alice',
      'arn:aws:sts::111122223333:assumed-role/App/session',
      'arn:aws:sts::444455556666:assumed-role/Reader/session',
      'arn:aws:iam::111122223333:root',
      'logs.us-east-1.amazonaws.com',
    ),
    action: fc.constantFrom(
      'kms:Decrypt',
      'kms:Encrypt',
      'kms:DescribeKey',
      'kms:PutKeyPolicy',
      'kms:ScheduleKeyDeletion',
    ),
    encryptionContext: fc.constantFrom<Readonly<Record<string, string>>>(
      {},
      { tenant: 'a' },
      { tenant: 'b' },
      { tenant: 'a', extra: 'x' },
      { Tenant: 'a' },
    ),
    viaService: fc.constantFrom(undefined, 's3.us-east-1.amazonaws.com'),
    context: fc.constantFrom<Readonly<Record<string, string>>>(
      {},
      { 'aws:SourceIp': '203.0.113.9' },
      { 'aws:MultiFactorAuthPresent': 'true' },
      { 'aws:PrincipalTag/team': 'a' },
    ),
  })
  .map(({ encryptionContext, viaService, context, ...rest }) => {
    // A service calls as itself: it has no tags, no MFA and no service in between.
    const isService = rest.principal.startsWith('logs');
    return {
      ...rest,
      context: isService ? {} : context,
      parameters: Object.keys(encryptionContext).length === 0 ? {} : { EncryptionContext: encryptionContext },
      ...(viaService === undefined || isService ? {} : { viaService }),
    };
  });

/** The pieces as a scenario: the same IAM policy is attached to all identities. */
export function scenarioOf(world: SmallWorld): Scenario {
  const policy = (id: string, statements: readonly PlainStatement[]) => ({
    id,
    text: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
  });
  const arns = [
    'arn:aws:iam::111122223333:user/Alice',
    'arn:aws:iam::111122223333:role/App',
    'arn:aws:iam::444455556666:role/Reader',
  ];
  return {
    accounts: [{ id: '111122223333', organization: 'o-a1', path: ['r-ab12'] }],
    organizationPolicies:
      world.scpStatements === null
        ? []
        : ['r-ab12', '111122223333'].map((target) => ({
            type: 'SERVICE_CONTROL_POLICY' as const,
            name: `scp-${target}`,
            targets: [target],
            document: policy(`scp/scp-${target}`, world.scpStatements ?? []),
          })),
    keys: [
      {
        arn: KEY_ARN,
        policy: policy('key', world.keyStatements),
        grants: { id: 'grants', text: JSON.stringify(world.grants) },
      },
    ],
    resources: [],
    identities: arns.map((arn) => ({
      arn,
      policies:
        world.identityStatements.length === 0
          ? []
          : [{ name: 'policy', document: policy(`identity/${arn}/policy`, world.identityStatements) }],
    })),
    vpcEndpoints: [],
    requests: [],
  };
}
