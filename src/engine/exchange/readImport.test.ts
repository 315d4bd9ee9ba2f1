import { describe, expect, it } from 'vitest';
import { readImport } from './readImport.ts';
import { settle } from './settle.ts';

const ROLE = 'arn:aws:sts::111122223333:assumed-role/App/i-0abc';
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const POLICY = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*"}]}';

const event = (changes: object) => ({
  eventVersion: '1.08',
  userIdentity: {
    type: 'AssumedRole',
    arn: ROLE,
    accountId: '111122223333',
    sessionContext: { attributes: { mfaAuthenticated: 'true' } },
  },
  eventTime: '2026-01-02T03:04:05Z',
  eventSource: 'kms.amazonaws.com',
  eventName: 'Decrypt',
  awsRegion: 'us-east-1',
  sourceIPAddress: '192.0.2.1',
  requestParameters: { keyId: KEY, encryptionContext: { a: 'b' }, encryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: KEY }],
  ...changes,
});

/** What is placed, and what the reading says besides. */
function read(text: string) {
  const reading = readImport(text);
  if (reading.format === 'unknown') throw new Error(reading.because);
  return { ...reading, settled: reading.pieces.map((piece) => settle(piece, new Map())) };
}

describe('CloudTrail', () => {
  it('is a request with what came of it', () => {
    expect(read(JSON.stringify(event({})))).toMatchObject({
      format: 'cloudTrail',
      settled: [
        {
          kind: 'request',
          request: {
            name: 'Decrypt at 2026-01-02T03:04:05Z',
            principal: ROLE,
            action: 'kms:Decrypt',
            resource: KEY,
            parameters: { EncryptionContext: { a: 'b' }, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
            context: { 'aws:SourceIp': '192.0.2.1' },
            session: { mfaAuthenticated: true },
            expect: { decision: 'allowed' },
          },
        },
      ],
    });
  });

  it.each<[string, object, object]>([
    [
      'a service on behalf of the caller',
      { userIdentity: { arn: ROLE, invokedBy: 's3.amazonaws.com' } },
      { viaService: 's3.us-east-1.amazonaws.com', principal: ROLE },
    ],
    [
      'a service for itself',
      { userIdentity: { type: 'AWSService', invokedBy: 'logs.amazonaws.com' } },
      { principal: 'logs.amazonaws.com' },
    ],
    ['a refusal', { errorCode: 'AccessDenied' }, { expect: { decision: 'denied' } }],
    [
      'an explicit deny',
      { errorCode: 'AccessDenied', errorMessage: 'x with an explicit deny in a resource-based policy' },
      { expect: { decision: 'explicitDeny' } },
    ],
    [
      'a VPC endpoint',
      { vpcEndpointId: 'vpce-1', sourceIPAddress: '10.0.0.1' },
      { context: { 'aws:SourceVpce': 'vpce-1' } },
    ],
    [
      'constraints',
      {
        eventName: 'CreateGrant',
        requestParameters: { keyId: KEY, constraints: { encryptionContextEquals: { a: 'b' } } },
      },
      { parameters: { Constraints: { EncryptionContextEquals: { a: 'b' } } } },
    ],
  ])('knows %s', (_, changes, expected) => {
    expect(read(JSON.stringify(event(changes))).settled).toMatchObject([{ request: expected }]);
  });

  it('is a file of events: each request once, with the others counted', () => {
    const Records = [
      event({}),
      event({ eventTime: '2026-01-03T00:00:00Z' }),
      event({ eventSource: 's3.amazonaws.com' }),
      event({ eventName: 'RotateKeyByAws' }),
      event({ userIdentity: { type: 'AWSAccount', accountId: '444455556666' } }),
    ];
    const { settled, skipped } = read(JSON.stringify({ Records }, undefined, 1));
    expect(settled).toHaveLength(1);
    expect(skipped.map(({ what }) => what)).toEqual(['RotateKeyByAws', 'Decrypt', '1 events', '1 events']);
    expect(skipped[0]?.line).toBeGreaterThan(50);
  });

  it('is what lookup-events prints', () => {
    const Events = [{ EventId: 'x', CloudTrailEvent: JSON.stringify(event({})) }];
    expect(read(JSON.stringify({ Events })).settled).toHaveLength(1);
  });
});

describe('AccessDenied messages', () => {
  it.each([
    ['', 'denied'],
    [' with an explicit deny in a resource-based policy', 'explicitDeny'],
    [' because no resource-based policy allows the kms:Decrypt action', 'implicitDeny'],
  ])('are requests: …%s', (rest, decision) => {
    const text = `An error occurred (AccessDeniedException) when calling the Decrypt operation: User: ${ROLE} is not authorized to perform: kms:Decrypt on resource: ${KEY}${rest}.`;
    expect(read(text)).toMatchObject({
      format: 'accessDenied',
      settled: [{ request: { principal: ROLE, action: 'kms:Decrypt', resource: KEY, expect: { decision } } }],
    });
  });

  it('without a caller say so', () => {
    expect(read('x is not authorized to perform that').problems).toMatchObject([{ line: 1, column: 3 }]);
  });
});

describe('Terraform plans', () => {
  const plan = (values: object) =>
    JSON.stringify({
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            {
              address: 'aws_kms_alias.k',
              mode: 'managed',
              type: 'aws_kms_alias',
              values: { name: 'alias/a' },
            },
          ],
          child_modules: [
            {
              resources: [
                { address: 'module.m.aws_kms_key.k', mode: 'managed', type: 'aws_kms_key', values },
              ],
            },
          ],
        },
      },
    });

  it('have keys in modules, with their policies and aliases', () => {
    expect(
      read(plan({ policy: POLICY, description: 'x', multi_region: true, tags: { a: 'b' } })),
    ).toMatchObject({
      format: 'terraformPlan',
      pieces: [{ title: 'module.m.aws_kms_key.k' }],
      settled: [
        {
          policy: { kind: 'keyPolicy' },
          metadata: { Description: 'x', MultiRegion: true },
          aliases: ['alias/a'],
          tags: { a: 'b' },
        },
      ],
    });
  });

  it('say which policies are not known yet', () => {
    expect(read(plan({})).skipped).toMatchObject([{ what: 'module.m.aws_kms_key.k' }]);
  });
});

describe('AWS CLI commands', () => {
  it.each<[string, string]>([
    ['a text', `aws kms put-key-policy --key-id ${KEY} --policy-name default --policy '${POLICY}'`],
    [
      'a file of the same script',
      `cat > p.json <<'EOF'\n${POLICY}\nEOF\naws kms put-key-policy \\\n  --key-id ${KEY} --policy=file://p.json`,
    ],
    [
      'double quotes',
      `aws --profile x kms put-key-policy --key-id "${KEY}" --policy "${POLICY.replaceAll('"', '\\"')}"`,
    ],
  ])('have their policy as %s', (_, text) => {
    expect(read(text)).toMatchObject({
      format: 'awsCli',
      problems: [],
      settled: [{ arn: KEY, policy: { kind: 'keyPolicy' } }],
    });
  });

  it('ask for files and variables', () => {
    const { placeholders } = read(
      'aws kms put-key-policy --policy file://p.json\naws kms create-key --policy "{\\"a\\": \\"$ACCOUNT_ID\\"}"',
    );
    expect(placeholders).toMatchObject([
      { name: 'file://p.json', takes: 'policy' },
      { name: '$ACCOUNT_ID', means: { is: 'account' } },
    ]);
  });

  it.each([
    ["aws kms put-key-policy --policy '{", 1, 33, "`'` is missing"],
    ['aws kms put-key-policy --policy "{', 1, 33, '`"` is missing'],
    ['cat > p <<EOF\naws kms put-key-policy', 1, 9, 'no line says `EOF`'],
  ])('say what is not closed: %s', (text, line, column, message) => {
    expect(read(text).problems).toMatchObject([{ line, column, message: expect.stringContaining(message) }]);
  });
});

describe('CDK programs', () => {
  it('have keys as literals of TypeScript, with expressions left open', () => {
    const text = `
      // const key = old
      new kms.CfnKey(this, 'Key', {
        keyPolicy: {
          Statement: [{ Sid: 'S', Principal: { AWS: \`arn:aws:iam::\${this.account}:root\` }, Action: props.actions, }, ...more],
        },
      });`;
    const { placeholders, settled, problems } = read(text);
    expect(problems).toEqual([]);
    expect(placeholders).toMatchObject([
      { name: 'this.account', means: { is: 'account' } },
      { name: 'props.actions' },
      { name: 'more' },
    ]);
    expect(settled).toMatchObject([{ policy: { kind: 'keyPolicy' } }]);
  });

  it.each([
    ["new CfnKey(this, 'K', { keyPolicy: { a: 'x", 'not closed'],
    ["new CfnKey(this, 'K', { keyPolicy: { a b } })", '`:` is missing'],
    [`new CfnKey(this, 'K', { keyPolicy: ${'['.repeat(500)}`, 'levels deep'],
  ])('say what cannot be read: %.50s', (text, message) => {
    expect(read(text).problems).toMatchObject([{ line: 1, message: expect.stringContaining(message) }]);
  });
});
