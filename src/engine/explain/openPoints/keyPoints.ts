import { contextFor } from '#engine/authorize/statementMatch.ts';
import type { StatementTrace } from '#engine/authorize/statementTrace.ts';
import type { TracedCheck } from '#engine/authorize/trace.ts';
import type { ContextEntry } from '#engine/conditions/context.ts';
import type { ConditionFacts } from '#engine/conditions/facts.ts';
import type { Phrase } from '../phrase.ts';
import { code } from '../words.ts';
import { type OpenPoint, type PointFacts, statementsThatMatter } from './openPoint.ts';

/** A condition that was asked, and what it would have said of another value of its key. */
interface Asked {
  readonly facts: PointFacts;
  readonly condition: ConditionFacts;
  /** Lower-cased condition key. */
  readonly key: string;
  readonly entry: ContextEntry | undefined;
  /** Whether the condition comes out otherwise if its key is what AWS may also have meant; undefined: absent. */
  readonly differsWith: (other: ContextEntry | undefined) => boolean;
}

type KeyPoint = (asked: Asked) => OpenPoint | undefined;

/** Points about what a condition key holds: shown where a condition would come out otherwise if AWS meant the other thing. */
export function keyPoints(facts: PointFacts): readonly OpenPoint[] {
  return statementsThatMatter(facts.traced)
    .filter(
      ({ principal, action, resource }) =>
        principal?.matched !== false && action.matched && resource.outcome !== 'false',
    )
    .flatMap((statement) =>
      statement.conditions.map((condition, index) => askedOf(facts, statement, condition, index)),
    )
    .flatMap((asked) => points.flatMap((point) => point(asked) ?? []));
}

function askedOf(
  facts: PointFacts,
  statement: StatementTrace,
  condition: ConditionFacts,
  index: number,
): Asked {
  const context = contextFor(statement.plan.policy.type, facts.traced.check);
  const key = condition.key.toLowerCase();
  const compiled = statement.plan.conditions[index];
  return {
    facts,
    condition,
    key,
    entry: context.entries.get(key),
    differsWith(other) {
      const entries = new Map(context.entries);
      if (other === undefined) entries.delete(key);
      else entries.set(key, other);
      return compiled !== undefined && compiled.test({ ...context, entries }) !== condition.truth;
    },
  };
}

const anyValue = (asked: Asked): boolean =>
  asked.differsWith({
    key: asked.condition.key,
    state: 'unknown',
    values: [],
    multivalued: asked.condition.entry.multivalued,
    origin: { kind: 'given' },
  });

const isAbsent = ({ entry }: Asked): boolean => entry === undefined;

const point = (rule: string, ...text: Phrase): OpenPoint => ({ rule, text });

/** Several values of `kms:MacAlgorithm` are alternatives (U-11): a point where only one of them is that of the request. */
const macAlgorithms: KeyPoint = ({ key, condition }) => {
  if (key !== 'kms:macalgorithm' || condition.clause.values.length < 2 || condition.entry.state !== 'present')
    return undefined;
  return point(
    'U-11',
    'The KMS guide says in one place that several values of ',
    code('kms:MacAlgorithm'),
    ' must all hold, against how IAM reads every condition; they are taken as alternatives.',
  );
};

/** Which side of a ReEncrypt a key describes (U-12): a point where the other side would have decided otherwise. */
const reEncryptSides: KeyPoint = (asked) => {
  const { action } = asked.facts.traced.check;
  if (action !== 'kms:ReEncryptFrom' && action !== 'kms:ReEncryptTo') return undefined;
  const isOfSide = asked.key.startsWith('kms:encryptioncontext') || sided.has(asked.key);
  const other = asked.facts.all.find(
    ({ check }) => check.action !== action && check.action.startsWith('kms:ReEncrypt'),
  );
  if (!isOfSide || other === undefined || !asked.differsWith(entryOf(other, asked.key))) return undefined;
  return point(
    'U-12',
    'AWS does not say which side of a ReEncrypt ',
    code(asked.condition.key),
    ' describes; for ',
    code(action),
    ` it is taken to be the ${action === 'kms:ReEncryptFrom' ? 'source' : 'destination'}.`,
  );
};

const sided: ReadonlySet<string> = new Set(['kms:encryptionalgorithm', 'kms:requestalias']);

function entryOf({ check }: TracedCheck, key: string): ContextEntry | undefined {
  return check.context.entries.get(key);
}

/** Parameters whose default AWS does not say that conditions see (U-13); of key specs and algorithms it does. */
const undocumentedDefaults: ReadonlySet<string> = new Set([
  'RotationPeriodInDays',
  'PendingWindowInDays',
  'MessageType',
  'MultiRegion',
  'KeyUsage',
  'Origin',
]);

const defaults: KeyPoint = (asked) => {
  const { entry, condition } = asked;
  if (entry?.origin.kind !== 'default' || !undocumentedDefaults.has(entry.origin.name)) return undefined;
  if (!asked.differsWith(undefined)) return undefined;
  return point(
    'U-13',
    'AWS does not say whether a condition sees the default of an omitted ',
    code(entry.origin.name),
    '; ',
    code(condition.key),
    ' is taken to be ',
    code(entry.values[0] ?? ''),
    '.',
  );
};

/** Keys that are for IAM policies, in a key policy (U-14). */
const iamOnlyKeys: KeyPoint = (asked) => {
  const { key, condition, facts } = asked;
  if (key !== 'kms:resourcealiases' && !key.startsWith('aws:resourcetag/')) return undefined;
  const real = facts.traced.check.context.entries.get(key);
  if (!isAbsent(asked) || real === undefined || !asked.differsWith(real)) return undefined;
  return point(
    'U-14',
    'AWS documents ',
    code(condition.key),
    ' for IAM policies, and one page uses such a key in a key policy; there it is taken to be absent.',
  );
};

const callerAccountOfServices: KeyPoint = (asked) => {
  if (asked.key !== 'kms:calleraccount' || asked.facts.traced.check.caller.kind !== 'service')
    return undefined;
  if (!isAbsent(asked) || !anyValue(asked)) return undefined;
  return point(
    'U-15',
    'AWS does not say what ',
    code('kms:CallerAccount'),
    " is in a service's own call; it is taken to be absent.",
  );
};

const grantIsForAwsResource: KeyPoint = (asked) => {
  const { key, entry } = asked;
  if (key !== 'kms:grantisforawsresource' || entry?.origin.kind !== 'service' || entry.values[0] !== 'false')
    return undefined;
  if (!asked.differsWith(undefined)) return undefined;
  return point(
    'U-16',
    'AWS does not say whether ',
    code('kms:GrantIsForAWSResource'),
    ' is false or absent in a direct call; it is taken to be false.',
  );
};

const resourceTagOfCreateKey: KeyPoint = (asked) => {
  if (!asked.key.startsWith('aws:resourcetag/') || asked.facts.traced.check.action !== 'kms:CreateKey')
    return undefined;
  if (!isAbsent(asked) || !anyValue(asked)) return undefined;
  return point(
    'U-24',
    'AWS lists ',
    code(asked.condition.key),
    ' for CreateKey although there is no key yet; it is taken to be absent.',
  );
};

const encapsulation: KeyPoint = (asked) => {
  const { action } = asked.facts.traced.check;
  if (action !== 'kms:Encapsulate' && action !== 'kms:Decapsulate') return undefined;
  if (!asked.key.startsWith('kms:') || !(isAbsent(asked) ? anyValue(asked) : asked.differsWith(undefined)))
    return undefined;
  return point(
    'U-25',
    'AWS does not list the condition keys of ',
    code(action),
    ' yet; ',
    code(asked.condition.key),
    ' is taken to be there as for ',
    code('kms:DeriveSharedSecret'),
    '.',
  );
};

/** Point 28: which principal keys a service's own call has. */
const principalKeysOfServices: KeyPoint = (asked) => {
  if (asked.facts.traced.check.caller.kind !== 'service' || !isAbsent(asked)) return undefined;
  const isOne = undocumentedForServices.has(asked.key) || asked.key.startsWith('aws:principalorg');
  if (!isOne || !anyValue(asked)) return undefined;
  return point(
    'IAM-135',
    'AWS does not say whether ',
    code(asked.condition.key),
    " exists in a service's own call; it is taken to be absent.",
  );
};

const undocumentedForServices: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:userid',
]);

/** Point 29: the source address of a forward access session. */
const sourceIpOfServices: KeyPoint = (asked) => {
  const { request } = asked.facts;
  if (asked.key !== 'aws:sourceip' || request.viaService === undefined || !anyValue(asked)) return undefined;
  const { entry } = asked;
  return point(
    'IAM-136',
    "AWS's pages disagree on ",
    code('aws:SourceIp'),
    ' in a call that a service makes for someone; it is taken to be ',
    ...(entry?.state === 'present'
      ? ['what the request gives.']
      : ['absent, as the request does not give it.']),
  );
};

/** Point 30: MFA of a role session that does not say. */
const mfaOfSessions: KeyPoint = (asked) => {
  const { caller } = asked.facts.traced.check;
  const said = asked.facts.request.session?.mfaAuthenticated !== undefined;
  if (asked.key !== 'aws:multifactorauthpresent' || caller.kind !== 'roleSession' || said) return undefined;
  if (asked.entry?.origin.kind !== 'principal' || !asked.differsWith(undefined)) return undefined;
  return point(
    'IAM-122',
    'AWS does not say for every kind of role session whether it carries ',
    code('aws:MultiFactorAuthPresent'),
    '; a session that does not say is taken to have it as ',
    code('false'),
    '.',
  );
};

const points: readonly KeyPoint[] = [
  macAlgorithms,
  reEncryptSides,
  defaults,
  iamOnlyKeys,
  callerAccountOfServices,
  grantIsForAwsResource,
  resourceTagOfCreateKey,
  encapsulation,
  principalKeysOfServices,
  sourceIpOfServices,
  mfaOfSessions,
];
