import fc from 'fast-check';
import type { Json, JsonObject, PlainIdentity, PlainKey, PlainScenario } from '../naive/plain.ts';
import {
  ABROAD,
  ADMINS,
  ALIAS,
  ALICE,
  APP,
  BOB,
  BUCKET,
  FOREIGN_KEY,
  HOME,
  KEY,
  LINKED,
  LOG_GROUP,
  OPS,
  QUEUE,
  READER,
  REPLICA,
  SECOND_KEY,
  VOLUME,
} from './cast.ts';
import { grants } from './grants.ts';
import { withoutAbsent } from './withoutAbsent.ts';
import { filterPolicy, type Focus, policy, rcpPolicy } from './policies.ts';

/** Organization root, OU, account. */
export const HOME_PATH = ['r-ab12', 'ou-ab12-11111111'] as const;

type Account = NonNullable<PlainScenario['accounts']>[number];

const accounts: fc.Arbitrary<readonly Account[]> = fc
  .record({ home: fc.nat({ max: 9 }), abroad: fc.nat({ max: 5 }) })
  .map(({ home, abroad }) => {
    const organization = 'o-a1b2c3d4e5';
    const own: Account = {
      id: HOME,
      organization,
      path: HOME_PATH,
      ...(home === 0 ? { managementAccount: true } : {}),
    };
    const other: readonly Account[] =
      abroad === 0
        ? []
        : abroad < 3
          ? [{ id: ABROAD, organization, path: [HOME_PATH[0]] }]
          : [{ id: ABROAD, organization: 'o-zzzzzzzzzz', path: ['r-zz12'] }];
    return [own, ...other];
  });

const tags = fc.constantFrom<JsonObject | undefined>(
  undefined,
  { team: 'a' },
  { Team: 'b' },
  { team: '' },
  { team: 'a', keyid: 'mrk-1234abcd12ab34cd56ef1234567890ab' },
);

const symmetric = { KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT' };
const metadata = fc.constantFrom<JsonObject | undefined>(
  undefined,
  undefined,
  {
    ...symmetric,
    Origin: 'AWS_KMS',
    MultiRegion: true,
    MultiRegionConfiguration: { MultiRegionKeyType: 'PRIMARY' },
  },
  { ...symmetric, Origin: 'EXTERNAL', KeyManager: 'CUSTOMER' },
  { ...symmetric, KeyManager: 'AWS' },
  { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' },
);

const key = (
  arn: fc.Arbitrary<string>,
  aliases: fc.Arbitrary<readonly string[] | undefined>,
  focus: Focus,
): fc.Arbitrary<PlainKey> =>
  fc
    .record({
      arn,
      metadata,
      aliases,
      tags,
      policy: policy('key', focus),
      grants: fc.option(grants(focus), { freq: 4, nil: undefined }),
    })
    .map(withoutAbsent);

const keys = (focus: Focus): fc.Arbitrary<readonly PlainKey[]> =>
  fc
    .tuple(
      key(
        fc.constantFrom(KEY, KEY, KEY, KEY, KEY, KEY, FOREIGN_KEY),
        fc.constantFrom(undefined, [ALIAS], [ALIAS], [ALIAS, 'alias/Orders']),
        focus,
      ),
      fc.option(
        key(
          fc.constantFrom(SECOND_KEY, REPLICA, FOREIGN_KEY),
          fc.constantFrom(undefined, ['alias/other']),
          focus,
        ),
        { freq: 3 },
      ),
    )
    .map(([first, second]) => (second === null || second.arn === first.arn ? [first] : [first, second]));

interface Holder {
  readonly arn: string;
  readonly id?: string;
  readonly groups?: readonly string[];
  readonly bounded: boolean;
}

const holders: readonly Holder[] = [
  { arn: ALICE, id: 'AIDAALICE', groups: [ADMINS], bounded: true },
  { arn: ADMINS, bounded: false },
  { arn: APP, id: 'AROAAPP', bounded: true },
  { arn: OPS, bounded: true },
  { arn: LINKED, bounded: false },
  { arn: READER, id: 'AROAREADER', bounded: true },
  { arn: BOB, bounded: true },
];

/** Whether a holder's policies concern the caller whom the scenario leans towards; the others have none, to be quick. */
function concerns(holder: Holder, { who }: Focus): boolean {
  const name = holder.arn.slice(holder.arn.lastIndexOf('/') + 1);
  const isAlice = who.entries.includes(ALICE);
  return who.principal.includes(name) || who.issuer === holder.arn || (isAlice && holder.arn === ADMINS);
}

function identity(holder: Holder, focus: Focus): fc.Arbitrary<PlainIdentity> {
  const named = concerns(holder, focus);
  const boundary = fc.option(filterPolicy('filter', focus), { freq: 2, nil: undefined });
  return fc
    .record({
      tags,
      policies: fc.array(
        policy('identity', focus),
        named ? { minLength: 1, maxLength: 3 } : { maxLength: 0 },
      ),
      boundary: holder.bounded && named ? boundary : fc.constant(undefined),
    })
    .map((made): PlainIdentity => ({
      ...withoutAbsent({
        arn: holder.arn,
        id: holder.id,
        groups: holder.groups,
        tags: holder.arn === ADMINS ? undefined : made.tags,
      }),
      policies: made.policies.map((document, index) => ({ name: `policy${index}`, document })),
      ...(made.boundary === undefined
        ? {}
        : { permissionsBoundary: { name: 'limit', document: made.boundary } }),
    }));
}

const identities = (focus: Focus): fc.Arbitrary<readonly PlainIdentity[]> =>
  fc
    .tuple(fc.tuple(...holders.map((holder) => identity(holder, focus))), fc.nat({ max: 19 }))
    // Now and then one of them is missing: of it nothing is known.
    .map(([list, missing]) => list.filter((_, index) => index !== missing));

type OrganizationPolicy = NonNullable<PlainScenario['organizationPolicies']>[number];

const attached = (
  type: OrganizationPolicy['type'],
  name: string,
  targets: readonly string[],
  document: Json,
): OrganizationPolicy => ({ type, name, targets, document });

function organizationPolicies(focus: Focus): fc.Arbitrary<readonly OrganizationPolicy[]> {
  const levels = [HOME_PATH[0], HOME_PATH[1], HOME];
  const oneLevel = (target: string): fc.Arbitrary<readonly OrganizationPolicy[]> =>
    fc
      .array(filterPolicy('filter', focus), { minLength: 1, maxLength: 2 })
      .map((documents) =>
        documents.map((document, index) =>
          attached('SERVICE_CONTROL_POLICY', `scp-${target}-${index}`, [target], document),
        ),
      );
  const perLevel = fc.tuple(...levels.map(oneLevel)).map((made) => made.flat());
  const everywhere = fc
    .tuple(
      filterPolicy('filter', focus),
      fc.constantFrom([...levels, ABROAD], levels, levels.slice(1), ['r-zz12', ABROAD]),
    )
    .map(([document, targets]) => [attached('SERVICE_CONTROL_POLICY', 'scp', targets, document)]);
  const scps = fc.oneof(
    { weight: 8, arbitrary: fc.constant<readonly OrganizationPolicy[]>([]) },
    { weight: 3, arbitrary: everywhere },
    { weight: 1, arbitrary: perLevel },
  );
  const rcp = fc
    .tuple(rcpPolicy(focus), fc.constantFrom([HOME_PATH[0]], [HOME_PATH[1]], [HOME], [ABROAD]))
    .map(([document, targets]) => attached('RESOURCE_CONTROL_POLICY', 'rcp', targets, document));
  return fc
    .tuple(scps, fc.option(rcp, { freq: 2 }))
    .map(([some, one]) => (one === null || some.length % 2 === 1 ? some : [...some, one]));
}

function resources(focus: Focus): fc.Arbitrary<NonNullable<PlainScenario['resources']>> {
  const isOther = !focus.action.startsWith('kms:');
  if (!isOther) return fc.constant([]);
  const resourcePolicy = fc.option(policy('resource', focus), { nil: undefined });
  return fc
    .record({
      account: fc.constantFrom(HOME, HOME, ABROAD),
      bucket: resourcePolicy,
      queue: resourcePolicy,
      encryption,
    })
    .map((made) => [
      withoutAbsent({
        arn: BUCKET,
        account: made.account,
        policy: made.bucket,
        encryption: made.encryption,
      }),
      withoutAbsent({ arn: QUEUE, policy: made.queue, encryption: underKey(made.encryption) }),
      withoutAbsent({ arn: VOLUME, encryption: underKey(made.encryption) }),
      withoutAbsent({ arn: LOG_GROUP, encryption: underKey(made.encryption) }),
    ]);
}

type Encryption = NonNullable<NonNullable<PlainScenario['resources']>[number]['encryption']>;

/** Mostly under the key that scenarios mostly have; now and then under one that this scenario lacks. */
const encryption: fc.Arbitrary<Encryption | undefined> = fc.option(
  fc
    .record({
      kmsKey: fc.constantFrom(
        KEY,
        KEY,
        KEY,
        KEY,
        KEY,
        KEY.slice(KEY.lastIndexOf('/') + 1),
        ALIAS,
        FOREIGN_KEY,
      ),
      bucketKey: fc.constantFrom(undefined, true, false),
    })
    .map(withoutAbsent),
  { freq: 3, nil: undefined },
);

const underKey = (made: Encryption | undefined): Encryption | undefined =>
  made === undefined ? undefined : { kmsKey: made.kmsKey };

const vpcEndpoints = (focus: Focus): fc.Arbitrary<NonNullable<PlainScenario['vpcEndpoints']>> =>
  fc
    .record({
      vpc: fc.constantFrom(undefined, 'vpc-11223344'),
      policy: fc.option(filterPolicy('endpoint', focus), { nil: undefined }),
    })
    .map((made) => [withoutAbsent({ id: 'vpce-1a2b3c4d', ...made })]);

/** A scenario document without requests. */
export const scenario = (focus: Focus): fc.Arbitrary<PlainScenario> =>
  fc
    .record({
      accounts,
      organizationPolicies: organizationPolicies(focus),
      keys: keys(focus),
      resources: resources(focus),
      identities: identities(focus),
      vpcEndpoints: vpcEndpoints(focus),
    })
    .map((made) => ({ keyway: 1, ...made }));
