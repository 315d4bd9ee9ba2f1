import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findApiError } from '../catalog/apiErrors.ts';
import { kmsActions } from '../catalog/actions.ts';
import { keyStateColumns } from '../catalog/keyStates.data.ts';
import { keyOrigins, keySpecs, keyUsages } from '../catalog/keySpecs.data.ts';
import { plain } from '../explain/phrase.ts';
import { readRequest } from '../request/readRequest.ts';
import { readScenario } from '../scenario/readScenario.ts';
import type { Json, ScenarioRequest } from '../scenario/scenario.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { outcomeOf } from './outcomeOf.ts';
import {
  allowing,
  APP,
  ask,
  KEY,
  openPolicy,
  OTHER_KEY,
  outcome,
  policyOf,
  ROLE,
  type Row,
  TARGET,
} from './testing/ask.ts';

type Fields = Readonly<Record<string, Json>>;

const grants = [
  { GrantId: 'g1', GranteePrincipal: TARGET, RetiringPrincipal: ROLE, Operations: ['Decrypt'] },
];
const granted = { key: { grants } };
const call = (name: string, parameters: Fields = {}) => ({ action: `kms:${name}`, parameters });

const grantRows: readonly Row[] = [
  ['revoke a grant', call('RevokeGrant', { GrantId: 'g1' }), granted, null],
  ['revoke, not said which', call('RevokeGrant'), granted, null],
  ['revoke an unknown grant', call('RevokeGrant', { GrantId: 'g2' }), granted, 'NotFoundException KMS-250'],
  [
    'revoke what can be no grant',
    call('RevokeGrant', { GrantId: 'g 2' }),
    granted,
    'InvalidGrantIdException KMS-250',
  ],
  ['retire a grant', call('RetireGrant', { GrantId: 'g1' }), granted, null],
  ['a token of a grant on the key', call('Decrypt', { GrantTokens: ['g1'] }), granted, null],
  ['a token nobody knows', call('Decrypt', { GrantTokens: ['AQpAM2Rh'] }), granted, null],
  [
    'a token of a grant on another key',
    call('Decrypt', { GrantTokens: ['g1'] }),
    { otherKeys: [{ grants }] },
    'InvalidGrantTokenException KMS-056',
  ],
  ['no token is taken', call('RevokeGrant', { GrantTokens: ['g1'] }), { otherKeys: [{ grants }] }, null],
];

const dryRuns: readonly Row[] = [
  ['would work', call('Decrypt', { DryRun: true }), {}, 'DryRunOperationException KMS-250'],
  ['as a text', call('Decrypt', { DryRun: 'true' }), {}, 'DryRunOperationException KMS-250'],
  ['no dry run', call('Decrypt', { DryRun: false }), {}, null],
  [
    'would not work',
    call('Decrypt', { DryRun: true }),
    { metadata: { KeyState: 'Disabled' } },
    'DisabledException KMS-250',
  ],
  ['not taken', call('DescribeKey', { DryRun: true }), {}, null],
];

/** All at once; each row repairs the fault that the one before it met. */
const fault = {
  metadata: { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY', KeyState: 'Disabled' },
  otherKeys: [{ grants }],
};
const request = (parameters: Fields, ciphertext: Fields) => ({
  action: 'kms:Decrypt',
  resource: KEY,
  parameters,
  ciphertext,
});
const wrong = { key: OTHER_KEY, encryptionContext: { a: '2' } };
const pairs = { EncryptionContext: { a: '1' } };
const order: readonly Row[] = [
  [
    'parameters',
    request({ ...pairs, EncryptionAlgorithm: 'x', GrantTokens: ['g1'] }, wrong),
    fault,
    'ValidationException KMS-250',
  ],
  [
    'encryption context',
    request({ ...pairs, GrantTokens: ['g1'] }, wrong),
    fault,
    'ValidationException KMS-101',
  ],
  ['grant token', request({ GrantTokens: ['g1'] }, wrong), fault, 'InvalidGrantTokenException KMS-056'],
  ['key usage', request({}, wrong), fault, 'InvalidKeyUsageException KMS-250'],
  [
    'algorithm',
    request({}, wrong),
    { metadata: { KeySpec: 'RSA_2048', KeyState: 'Disabled' } },
    'InvalidKeyUsageException KMS-250',
  ],
  ['key state', request(pairs, wrong), { metadata: { KeyState: 'Disabled' } }, 'DisabledException KMS-250'],
  ['key of the ciphertext', request(pairs, wrong), {}, 'IncorrectKeyException KMS-250'],
  [
    'its encryption context',
    request(pairs, { ...wrong, key: KEY }),
    {},
    'InvalidCiphertextException KMS-102',
  ],
  ['dry run', request({ ...pairs, DryRun: true }, { key: KEY }), {}, 'DryRunOperationException KMS-250'],
  ['nothing', request(pairs, { key: KEY }), {}, null],
];

describe.each([
  { part: 'grants', rows: grantRows },
  { part: 'dry run', rows: dryRuns },
  { part: 'order (KMS-252)', rows: order },
])('$part', ({ rows }) => {
  test.each(rows)('%s', (...row) => {
    expect(outcome(row)).toBe(row[3]);
  });
});

describe('a denied request', () => {
  const nobody = { key: { policy: policyOf(allowing({ AWS: TARGET })), grants } };
  const denying = policyOf({ Effect: 'Deny', Action: 'kms:*', Resource: '*' });

  test.each([
    ['on a disabled key', call('Decrypt'), { ...nobody, metadata: { KeyState: 'Disabled' } }],
    ['as a dry run', call('Decrypt', { DryRun: true }), nobody],
    ['with wrong parameters', call('ScheduleKeyDeletion', { PendingWindowInDays: 1 }), nobody],
    ['to revoke an unknown grant', call('RevokeGrant', { GrantId: 'g2' }), nobody],
    [
      'to retire a grant by somebody else',
      { ...call('RetireGrant', { GrantId: 'g1' }), principal: 'logs.amazonaws.com' },
      nobody,
    ],
    ['to retire no grant at all', call('RetireGrant'), nobody],
    [
      'to retire an unknown grant, by a Deny',
      call('RetireGrant', { GrantId: 'g2' }),
      { ...nobody, iam: denying },
    ],
  ])('has no error of its own: %s', (_, asked, situation) => {
    const { decision, error } = ask(asked, situation);
    expect(decision).not.toBe('allowed');
    expect(error).toBeNull();
  });

  test.each([
    ['grant', { GrantId: 'g2' }, 'NotFoundException'],
    ['token', { GrantToken: 'g2' }, 'InvalidGrantTokenException'],
  ])('is about a %s that does not exist', (_, parameters, name) => {
    const { decision, error } = ask(call('RetireGrant', parameters), granted);
    expect(decision).toBe('implicitDeny');
    expect(error?.name).toBe(name);
  });
});

test('operations of other services have no outcome of KMS', () => {
  expect(ask({ action: 's3:GetObject', resource: 'arn:aws:s3:::bucket/key' }).error).toBeNull();
});

describe('whatever the request says', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(KEY, OTHER_KEY, TARGET, 'g1', '14', 'logs.amazonaws.com', 'Decrypt'),
  );
  const map = fc.dictionary(
    fc.oneof(text, fc.constantFrom('a', 'A', 'constructor', 'Statement', 'Principal')),
    text,
  );
  const constraints = fc.dictionary(
    fc.constantFrom('EncryptionContextEquals', 'EncryptionContextSubset', 'SourceArn'),
    fc.oneof(text, map),
  );
  const anything: fc.Arbitrary<Json> = fc.oneof(
    text,
    map,
    constraints,
    fc.array(text, { maxLength: 3 }),
    fc.jsonValue({ maxDepth: 4 }).map((json): Json => JSON.parse(JSON.stringify(json))),
  );
  const fitting: Readonly<Record<string, fc.Arbitrary<Json>>> = {
    KeyId: fc.constant(KEY),
    SourceKeyId: fc.constant(KEY),
    DestinationKeyId: fc.constant(OTHER_KEY),
    TargetKeyId: fc.constant(KEY),
    AliasName: fc.constant('alias/a'),
    GrantId: fc.constantFrom('g1', 'g2', ''),
    GrantTokens: fc.constantFrom(['g1'], ['g3']),
    GranteePrincipal: fc.constantFrom(TARGET, 'logs.amazonaws.com'),
    Policy: fc.constantFrom<Json>(
      openPolicy,
      JSON.stringify(openPolicy),
      policyOf(allowing({ AWS: TARGET })),
    ),
    Constraints: constraints,
    PendingWindowInDays: fc.constantFrom(6, 7),
  };
  /** A value the parameter takes, mostly. */
  const valueOf = ({
    name,
    values,
  }: (typeof kmsActions)[number]['parameters'][number]): fc.Arbitrary<Json> => {
    const fits = fitting[name] ?? (values === undefined ? map : fc.constantFrom<Json>(...values));
    return fc.oneof({ weight: 6, arbitrary: fits }, { weight: 1, arbitrary: anything });
  };
  const operation = fc.constantFrom(...kmsActions).chain(({ name, parameters }) =>
    fc.record({
      action: fc.constant(name),
      parameters: fc
        .subarray([...parameters])
        .chain((some) => fc.tuple(...some.map((one) => fc.tuple(fc.constant(one.name), valueOf(one)))))
        .map((pairs): Fields => Object.fromEntries(pairs)),
    }),
  );
  const usual = <Value>(value: Value, others: readonly Value[]) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(value) },
      { weight: 1, arbitrary: fc.constantFrom(...others) },
    );
  const metadata = fc.record({
    KeySpec: usual('SYMMETRIC_DEFAULT', ['FUTURE_1', ...keySpecs.map(({ spec }) => spec)]),
    KeyUsage: usual<string>('ENCRYPT_DECRYPT', keyUsages),
    Origin: usual<string>('AWS_KMS', keyOrigins),
    KeyState: usual<string>('Enabled', ['Asleep', ...keyStateColumns]),
    KeyManager: usual('CUSTOMER', ['AWS']),
    MultiRegion: fc.boolean(),
  });
  const ciphertext = fc.record(
    { key: fc.oneof(text, fc.constant(KEY)), encryptionContext: fc.dictionary(text, text) },
    { requiredKeys: [] },
  );
  const worldOf = (facts: Fields) => {
    const keys = [
      { arn: KEY, policy: openPolicy, metadata: facts, grants },
      { arn: OTHER_KEY, policy: openPolicy, grants: [{ ...grants[0], GrantId: 'g3' }] },
    ];
    const { scenarios } = readScenario(JSON.stringify({ keyway: 1, keys }));
    const [scenario] = scenarios;
    if (scenario === undefined) throw new Error('The scenario of this test cannot be read.');
    return buildWorld(scenario);
  };
  const errorsOf = (facts: Fields, asked: ScenarioRequest) => {
    const world = worldOf(facts);
    const read = readRequest(world, asked);
    if (read.kind !== 'checks') return [];
    const decisions = ['allowed', 'implicitDeny', 'explicitDeny'] as const;
    return decisions.flatMap((decision) => outcomeOf({ ...read, world, request: asked }, decision) ?? []);
  };

  test('it never throws, and names a known error, a rule and a reason', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(operation, metadata, ciphertext, (asked, facts, made) => {
        for (const error of errorsOf(facts, {
          principal: APP,
          ...asked,
          ciphertext: made,
        } as ScenarioRequest)) {
          seen.add(error.name);
          expect(findApiError(error.name)).toBeDefined();
          expect(error.rule).toMatch(/^KMS-\d{3}$/);
          expect(plain(error.text)).toMatch(/\S\.$/);
        }
      }),
      { numRuns: 3000 },
    );
    // A generator whose requests all fail at the first stage would prove little about the others.
    expect(seen.size).toBeGreaterThan(8);
  });
});
