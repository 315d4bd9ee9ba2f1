import fc from 'fast-check';
import type { Json, JsonObject } from '../naive/plain.ts';
import {
  ABROAD,
  ADMINS,
  ALIAS,
  APP,
  BUCKET,
  type CastMember,
  FOREIGN_KEY,
  HOME,
  KEY,
  LOGS,
  OBJECT,
  QUEUE,
  SECOND_KEY,
  TRAIL,
} from './cast.ts';
import { conditionBlock } from './conditions.ts';

/** What generated policies lean towards: a caller and an action that requests often have. */
export interface Focus {
  readonly who: CastMember;
  readonly action: string;
}

export type StatementKind = 'key' | 'resource' | 'identity' | 'filter' | 'endpoint';

const weighted = <T>(...options: readonly (readonly [number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
  fc.oneof(...options.map(([weight, arbitrary]) => ({ weight: weight * 10, arbitrary })));

const isService = (entry: string): boolean => entry.endsWith('.amazonaws.com');

/** Principal entries that name nobody of the cast, or nobody at all. */
const strangers = [
  ADMINS,
  'AROAGONE',
  `arn:aws:iam::${HOME}:role/*`,
  `arn:aws:sts::${HOME}:assumed-role/App/*`,
  '777788889999',
  `arn:aws:iam::${HOME}:role/app`,
  `arn:aws:iam::${HOME}:user/Alice`,
];

function principal({ who }: Focus): fc.Arbitrary<Json> {
  const entry = weighted<string>(
    [5, fc.constantFrom(...(who.entries.length === 0 ? [HOME] : who.entries))],
    [3, fc.constantFrom(HOME, `arn:aws:iam::${HOME}:root`, ABROAD, `arn:aws:iam::${ABROAD}:root`)],
    [2, fc.constantFrom(APP, LOGS, TRAIL)],
    [0.6, fc.constantFrom(...strangers)],
  );
  const map = fc.array(entry, { minLength: 1, maxLength: 3 }).map((entries): Json => {
    const services = entries.filter(isService);
    const others = entries.filter((one) => !isService(one));
    const single = (list: readonly string[]): Json => (list.length === 1 ? (list[0] ?? '') : list);
    return {
      ...(others.length === 0 ? {} : { AWS: single(others) }),
      ...(services.length === 0 ? {} : { Service: single(services) }),
    };
  });
  return weighted<Json>(
    [9, map],
    [2, fc.constantFrom<Json>('*', { AWS: '*' })],
    [2, fc.constant<Json>({ AWS: `arn:aws:iam::${HOME}:root` })],
    [
      0.3,
      fc.constantFrom<Json>(
        { Federated: 'accounts.google.com' },
        { CanonicalUser: '79a59df900b949e5' },
        {},
        { AWS: [] },
      ),
    ],
  );
}

/** Patterns that fit an action more or less. */
function patternsOf(action: string): readonly string[] {
  const [service = '', name = ''] = action.split(':');
  const real =
    name === 'ReEncrypt' ? ['kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:ReEncrypt*', action] : [action];
  return [
    ...real,
    action.toUpperCase(),
    `${service}:${name.slice(0, 4)}*`,
    `${service}:*${name.slice(-4)}`,
    `${service}:?${name.slice(1)}`,
    `${service.slice(0, 1)}*:${name}`,
    `${action} `,
    `${service}${name}*`,
  ];
}

function actions({ action }: Focus): fc.Arbitrary<Json> {
  const one = weighted<string>(
    [6, fc.constantFrom('*', 'kms:*', action, action)],
    [4, fc.constantFrom(...patternsOf(action))],
    [
      2,
      fc.constantFrom(
        'kms:Decrypt',
        'kms:*Grant*',
        'kms:Create*',
        'kms:*Alias',
        'kms:TagResource',
        's3:*',
        'sqs:SendMessage',
        'kms:Describe*',
      ),
    ],
  );
  return weighted<Json>(
    [5, one],
    [4, fc.array(one, { minLength: 1, maxLength: 3 })],
    [0.1, fc.constant<Json>([])],
  );
}

const keyPolicyResources: fc.Arbitrary<Json> = weighted<Json>(
  [10, fc.constant<Json>('*')],
  [
    3,
    fc.constantFrom<Json>(
      KEY,
      `arn:aws:kms:*:${HOME}:key/*`,
      [SECOND_KEY, KEY],
      'arn:aws:kms:us-east-1:*',
      FOREIGN_KEY,
    ),
  ],
  [
    1,
    fc.constantFrom<Json>(
      SECOND_KEY,
      `arn:aws:kms:us-east-1:${HOME}:${ALIAS}`,
      [],
      'arn:aws:kms:*:*:key/${aws:PrincipalTag/keyid}',
    ),
  ],
);

const otherResources: fc.Arbitrary<Json> = weighted<Json>(
  [10, fc.constant<Json>('*')],
  [
    7,
    fc.constantFrom<Json>(
      KEY,
      `arn:aws:kms:*:${HOME}:key/*`,
      `arn:aws:kms:us-east-1:${HOME}:*`,
      'arn:aws:kms:*:*:key/mrk-*',
      [KEY, SECOND_KEY],
      FOREIGN_KEY,
      'arn:aws:kms:us-east-1:*',
      [`arn:aws:kms:*:${HOME}:alias/*`, KEY],
    ),
  ],
  [
    3,
    fc.constantFrom<Json>(
      'arn:aws:kms',
      'arn:aws:kms:us-east-1',
      'arn:aws:kms:*:key/*',
      'arn:aws:kms:*:*:key/${aws:PrincipalTag/keyid}',
      "arn:aws:kms:*:*:key/${aws:PrincipalTag/none, 'mrk-1234abcd12ab34cd56ef1234567890ab'}",
      'arn:aws:k?s:*:*:key/mrk-1234????12ab*',
      `arn:aws:kms:*:${HOME}:alias/*`,
      `arn:aws:kms:us-east-1:${HOME}:${ALIAS}`,
      SECOND_KEY,
      OBJECT,
      BUCKET,
      QUEUE,
      'arn:aws:s3:::*',
      'arn:aws:KMS:*:*:*',
      [],
    ),
  ],
);

function rest(kind: StatementKind, focus: Focus, effect: fc.Arbitrary<string>): fc.Arbitrary<JsonObject> {
  const named = kind === 'key' || kind === 'resource' || kind === 'endpoint';
  const resources = kind === 'key' ? keyPolicyResources : otherResources;
  return fc
    .record({
      effect,
      whoName: weighted([12, fc.constant('Principal')], [1, fc.constant('NotPrincipal')]),
      who: named ? principal(focus) : fc.constant<Json>(null),
      actionName: weighted([12, fc.constant('Action')], [1, fc.constant('NotAction')]),
      action: actions(focus),
      resourceName: weighted(
        [16, fc.constant('Resource')],
        [1, fc.constant('NotResource')],
        [0.3, fc.constant('')],
      ),
      resource: resources,
      condition: weighted<JsonObject | undefined>([3, fc.constant(undefined)], [2, conditionBlock]),
      // Denies without a condition would drown everything else.
      denial: conditionBlock,
      bare: fc.nat({ max: 5 }),
    })
    .map((made) => {
      const condition = made.effect === 'Deny' && made.bare > 0 ? made.denial : made.condition;
      return {
        Effect: made.effect,
        ...(named ? { [made.whoName]: made.who } : {}),
        [made.actionName]: made.action,
        ...(made.resourceName === '' ? {} : { [made.resourceName]: made.resource }),
        ...(condition === undefined ? {} : { Condition: condition }),
      };
    });
}

const anyEffect = weighted([10, fc.constant('Allow')], [3, fc.constant('Deny')]);

export const statement = (kind: StatementKind, focus: Focus): fc.Arbitrary<JsonObject> =>
  rest(kind, focus, anyEffect);
export const deny = (kind: StatementKind, focus: Focus): fc.Arbitrary<JsonObject> =>
  rest(kind, focus, fc.constant('Deny'));

/** A Deny as RCPs have it: for everyone. */
export const rcpDeny = (focus: Focus): fc.Arbitrary<JsonObject> =>
  deny('identity', focus).map((made) => ({ ...made, Principal: '*' }));

const version = weighted<Json | undefined>(
  [10, fc.constant<Json>('2012-10-17')],
  [1, fc.constantFrom<Json | undefined>('2008-10-17', undefined)],
);

export function documentOfStatements(
  statements: readonly JsonObject[],
  made: Json | undefined = '2012-10-17',
): JsonObject {
  return { ...(made === undefined ? {} : { Version: made }), Statement: statements };
}

/** A document, now and then as the escaped text that AWS prints, or with its one statement without brackets. */
function asDocument(statements: fc.Arbitrary<readonly JsonObject[]>): fc.Arbitrary<Json> {
  return fc.tuple(statements, version, fc.nat({ max: 19 })).map(([list, made, form]): Json => {
    const document = documentOfStatements(list, made);
    if (form === 0) return JSON.stringify(document);
    const [only] = list;
    return form === 1 && list.length === 1 && only !== undefined
      ? { ...document, Statement: only }
      : document;
  });
}

export const policy = (kind: StatementKind, focus: Focus): fc.Arbitrary<Json> =>
  asDocument(fc.array(statement(kind, focus), { minLength: 1, maxLength: 3 }));

/** A policy that has to let things through: mostly it begins with an Allow of nearly everything. */
export function filterPolicy(kind: 'filter' | 'endpoint', focus: Focus): fc.Arbitrary<Json> {
  const who = kind === 'endpoint' ? { Principal: '*' } : {};
  const wide = fc
    .constantFrom('*', 'kms:*')
    .map((Action): JsonObject => ({ Effect: 'Allow', ...who, Action, Resource: '*' }));
  const first = weighted([6, wide], [2, statement(kind, focus)]);
  return asDocument(
    fc.tuple(first, fc.array(statement(kind, focus), { maxLength: 2 })).map(([one, more]) => [one, ...more]),
  );
}

export const rcpPolicy = (focus: Focus): fc.Arbitrary<Json> =>
  asDocument(fc.array(rcpDeny(focus), { minLength: 1, maxLength: 2 }));
