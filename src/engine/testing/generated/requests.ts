import fc from 'fast-check';
import type { Json, JsonObject, PlainRequest, PlainScenario } from '../naive/plain.ts';
import {
  ABROAD,
  ALIAS,
  type CastMember,
  cast,
  FOREIGN_KEY,
  HOME,
  KEY,
  LOG_GROUP,
  OBJECT,
  type Operation,
  operations,
  QUEUE,
  REPLICA,
  SECOND_KEY,
  VOLUME,
} from './cast.ts';
import { sourceArn } from './grants.ts';
import { parameters } from './parameters.ts';
import { filterPolicy, type Focus } from './policies.ts';
import { inPartitions } from './partitions.ts';
import { scenario } from './scenarios.ts';
import { withoutAbsent } from './withoutAbsent.ts';

const keyIdentifiers = fc.oneof(
  { weight: 12, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.constantFrom(KEY, KEY, FOREIGN_KEY) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'mrk-1234abcd12ab34cd56ef1234567890ab',
      ALIAS,
      ALIAS,
      ALIAS,
      'alias/Orders',
      'alias/other',
      `arn:aws:kms:us-east-1:${HOME}:${ALIAS}`,
      `arn:aws:kms:us-east-1:${HOME}:${ALIAS}`,
      `arn:aws:kms:us-east-1:${HOME}:${ALIAS}`,
      `arn:aws:kms:us-east-1:${HOME}:${ALIAS}`,
      `arn:aws:kms:us-east-1:${ABROAD}:${ALIAS}`,
      `arn:aws:kms:us-east-1:${HOME}:alias/ORDERS`,
      SECOND_KEY,
      REPLICA,
      FOREIGN_KEY.slice(FOREIGN_KEY.lastIndexOf('/') + 1),
    ),
  },
);

const otherResources: Partial<Record<Operation, string>> = {
  's3:GetObject': OBJECT,
  's3:PutObject': OBJECT,
  'sqs:SendMessage': QUEUE,
  'ec2:AttachVolume': VOLUME,
  'logs:PutLogEvents': LOG_GROUP,
};

/** The key that the ciphertext of a Decrypt or ReEncrypt was made with; other operations take none. */
function ciphertext(action: Operation): fc.Arbitrary<PlainRequest['ciphertext']> {
  if (action !== 'kms:Decrypt' && action !== 'kms:ReEncrypt') return fc.constant(undefined);
  const made = fc.constantFrom(KEY, KEY, SECOND_KEY, FOREIGN_KEY, REPLICA);
  return fc.option(
    made.map((key) => ({ key })),
    { freq: 2, nil: undefined },
  );
}

function resource(action: Operation): fc.Arbitrary<string | undefined> {
  const other = otherResources[action];
  if (other !== undefined) return fc.constant(other);
  const withoutKey = [
    'kms:CreateKey',
    'kms:ListKeys',
    'kms:ListRetirableGrants',
    's3:ListAllMyBuckets',
    'sts:GetCallerIdentity',
    'kms:CreateAlias',
    'kms:UpdateAlias',
    'kms:DeleteAlias',
  ];
  return withoutKey.includes(action) ? fc.constant(undefined) : keyIdentifiers;
}

/** Keys that many requests carry, so that conditions on them have something to look at. */
const frequentEntries: readonly (readonly JsonObject[])[] = [
  [
    { 'aws:SourceVpce': 'vpce-1a2b3c4d' },
    { 'aws:SourceVpce': 'vpce-1a2b3c4d' },
    { 'aws:SourceVpce': 'vpce-unknown' },
  ],
  [{ 'aws:SourceIp': '203.0.113.9' }, { 'AWS:sourceip': '198.51.100.7' }, { 'aws:SourceIp': '2001:db8::1' }],
  [
    { 'aws:CurrentTime': '2026-03-01T10:00:00Z' },
    { 'aws:CurrentTime': '2026-03-01T11:30:00+02:00' },
    { 'aws:CurrentTime': '2026-03-01T00:00:00Z' },
  ],
  [{ 'aws:TokenIssueTime': '2026-02-28T23:59:59.5Z' }, { 'aws:TokenIssueTime': '2026-03-01T10:00:00Z' }],
  [{ 'aws:EpochTime': 1772359200 }, { 'aws:EpochTime': '1772359201' }],
  [{ 'custom:number': '7.00' }, { 'custom:number': 7 }, { 'custom:number': 30 }, { 'custom:number': 'many' }],
  [{ 'aws:MultiFactorAuthAge': 100 }, { 'aws:MultiFactorAuthAge': '7' }],
  [{ 'custom:blob': 'YWJj' }, { 'custom:blob': 'YWJjZA==' }],
  [
    { 'custom:list': ['a', 'b'] },
    { 'custom:list': ['a'] },
    { 'custom:list': [] },
    { 'custom:list': 'a' },
    { 'custom:list': ['A', 'a'] },
  ],
  [
    { 'custom:text': 'a' },
    { 'custom:text': '' },
    { 'custom:text': 'xa' },
    { 'custom:text': 'true' },
    { 'custom:text': '*' },
  ],
  [{ 'custom:flags': ['true', 'false'] }, { 'custom:flags': true }],
  [{ 'aws:SourceArn': sourceArn }, { 'aws:SourceArn': `${sourceArn}b` }, { 'aws:SourceArn': 'no ARN' }],
];

const rareEntries: readonly JsonObject[] = [
  { 'aws:VpcSourceIp': '10.0.0.1' },
  { 'aws:SourceAccount': HOME },
  { 'aws:MultiFactorAuthPresent': 'TRUE' },
  { 'aws:PrincipalTag/team': 'a' },
  { 'aws:PrincipalTag/team': null },
  { 'aws:principaltag/TEAM': 'b' },
  { 'aws:PrincipalTag/team': 'a*' },
  { 'kms:EncryptionContextKeys': ['tenant', 'x'] },
  { 'kms:ViaService': null },
  { 'aws:CalledVia': ['athena.amazonaws.com', 's3.amazonaws.com', 'kms.amazonaws.com'] },
  { 'aws:CalledViaFirst': 'cloudformation.amazonaws.com' },
  { 'aws:RequestTag/team': 'a' },
  { 's3:prefix': 'a' },
  { 'aws:PrincipalOrgPaths': [] },
  { 'kms:ResourceAliases': ['alias/x', ALIAS] },
  { 'aws:ResourceTag/team': 'a' },
];

const context = fc
  .tuple(
    fc
      .subarray([...frequentEntries])
      .chain((some) => fc.tuple(...some.map((entries) => fc.constantFrom(...entries)))),
    fc.array(fc.constantFrom(...rareEntries), { maxLength: 2 }),
  )
  .map(([frequent, rare]): JsonObject => {
    const merged: Record<string, Json> = {};
    for (const [name, value] of [...frequent, ...rare].flatMap((entry) => Object.entries(entry)))
      if (!Object.keys(merged).some((other) => other.toLowerCase() === name.toLowerCase()))
        merged[name] = value;
    return merged;
  });

const viaServices = [
  's3.us-east-1.amazonaws.com',
  'ec2.us-east-1.amazonaws.com',
  'cloudformation.us-east-1.amazonaws.com',
];

const isService = (who: CastMember): boolean => who.principal.endsWith('.amazonaws.com');

type Session = NonNullable<PlainRequest['session']>;

/** What the caller's credentials carry, as far as its kind has it. */
function session(who: CastMember, focus: Focus): fc.Arbitrary<Session> {
  const hasSession = /assumed-role|federated|:role/.test(who.principal);
  const absent = fc.constant(undefined);
  const passed = fc.array(filterPolicy('filter', focus), { maxLength: 2 });
  // Without session policies a federated user has next to nothing.
  const freq = who.kind.startsWith('federated') ? 5 : 2;
  return fc
    .record({
      policies: hasSession ? fc.option(passed, { freq, nil: undefined }) : absent,
      tags: hasSession
        ? fc.constantFrom<JsonObject | undefined>(undefined, undefined, { team: 'b' }, { TEAM: 'a' })
        : absent,
      mfaAuthenticated: isService(who) ? absent : fc.constantFrom(undefined, undefined, true, false),
      issuer: fc.constant(who.issuer),
    })
    .map(withoutAbsent);
}

/** One call by one of the cast. */
function call(who: CastMember, action: Operation, focus: Focus): fc.Arbitrary<PlainRequest> {
  // A service calls as itself, and nobody signs for the anonymous: there is nobody to forward.
  const isForwarded = !isService(who) && who.kind !== 'anonymous';
  return fc
    .record({
      principal: fc.constant(who.principal),
      action: fc.constant(action),
      resource: resource(action),
      parameters: parameters(action, focus),
      context,
      session: session(who, focus),
      ciphertext: ciphertext(action),
      viaService: isForwarded
        ? fc.option(fc.constantFrom(...viaServices), { freq: 2, nil: undefined })
        : fc.constant(undefined),
    })
    .map(withoutAbsent);
}

/** A scenario with requests, most of which are about what its policies are about. */
export interface Situation {
  readonly scenario: PlainScenario;
  readonly requests: readonly PlainRequest[];
}

export const situation: fc.Arbitrary<Situation> = fc
  .record({ who: fc.constantFrom(...cast.slice(0, -1)), action: fc.constantFrom(...operations) })
  .chain((focus) => {
    const near = call(focus.who, focus.action, focus);
    const far = fc
      .tuple(fc.constantFrom(...cast), fc.constantFrom(...operations))
      .chain(([who, action]) => call(who, action, focus));
    const request = fc.oneof({ weight: 4, arbitrary: near }, { weight: 1, arbitrary: far });
    return fc.record({
      scenario: scenario(focus),
      requests: fc.array(request, { minLength: 1, maxLength: 10 }),
    });
  })
  .chain(inPartitions);
