import { kmsActions } from '#engine/catalog/actions.ts';
import { isMultivalued, findConditionKey } from '#engine/catalog/conditionKeys.ts';
import type { ContextEntry, RequestContext } from '#engine/conditions/context.ts';
import { type CompiledCondition, compileCondition } from '#engine/conditions/compileCondition.ts';
import type { Statement } from '#engine/policy/policy.ts';
import { fits, naming } from './plainMatch.ts';
import { parsePolicy } from '#engine/policy/parsePolicy.ts';
import { type Caller, callerAccount } from '#engine/request/caller.ts';
import { readCaller } from '#engine/request/readCaller.ts';
import { type Pattern, representatives } from './regions.ts';
import type { TestStatement } from './statements.ts';

/**
 * The second opinion: every condition key is cut into regions, each with a representative, and a decision diagram over actions
 * and keys is walked for each caller, its nodes the sets of statements still alive. Shares nothing with the solver; whether a
 * condition holds for a representative is asked of the evaluator.
 */
export interface Opinion {
  /** Whether some request gets further under the second policy, and whether some gets less far. */
  readonly more: boolean;
  readonly less: boolean;
}

const OWN = '111122223333';
const ACCOUNTS = [OWN, '444455556666', '555566667777'];
const NAMES = ['App', 'Apple', 'alice', 'Other'];
const CALLERS: readonly string[] = [
  ...ACCOUNTS.flatMap((account) => [
    `arn:aws:iam::${account}:root`,
    ...NAMES.flatMap((name) => [
      `arn:aws:iam::${account}:user/${name}`,
      `arn:aws:iam::${account}:role/${name}`,
    ]),
    `arn:aws:sts::${account}:federated-user/App`,
  ]),
  `arn:aws:sts::${OWN}:assumed-role/App/s1`,
  'lambda.amazonaws.com',
  'logs.us-east-1.amazonaws.com',
];
const ACTIONS = kmsActions.filter(
  ({ kind, authorizedOn, class: own, name }) =>
    kind !== 'operation' && authorizedOn !== 'none' && own !== 'internal' && name !== 'kms:RetireGrant',
);
const DERIVED = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'kms:calleraccount',
  'aws:principaltype',
]);

export function opinionOn(one: readonly TestStatement[], other: readonly TestStatement[]): Opinion {
  const plans = [one, other].map(planOf);
  const keys = valuesByKey(plans.flat());
  let opinion: Opinion = { more: false, less: false };
  for (const text of CALLERS) {
    const caller = readCaller({ principal: text, action: '' }, []);
    if ('problem' in caller) throw new Error(caller.problem);
    const walked = new Walk(caller, plans, keys).run();
    opinion = { more: opinion.more || walked.more, less: opinion.less || walked.less };
  }
  return opinion;
}

interface TestedStatement {
  readonly statement: Statement;
  readonly conditions: readonly CompiledCondition[];
}

function planOf(statements: readonly TestStatement[]): readonly TestedStatement[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const { policy } = parsePolicy(text, { id: 'key', type: 'key', name: 'key' });
  return (policy?.statements ?? []).map((statement) => ({
    statement,
    conditions: statement.conditions.map((clause) => compileCondition(clause, true)),
  }));
}

type Values = readonly (ContextEntry | undefined)[];

/** For each condition key all that a request can carry under it, as far as conditions tell it apart. */
function valuesByKey(plans: readonly TestedStatement[]): ReadonlyMap<string, Values> {
  const clauses = plans.flatMap(({ statement }) => statement.conditions);
  const keys = new Map<string, string[]>();
  for (const clause of clauses) {
    const key = clause.key.value.toLowerCase();
    const list = keys.get(key) ?? [];
    keys.set(key, list);
    for (const { value } of clause.values) list.push(`${clause.operator.value} ${value}`);
    for (const { value } of clause.values) {
      const variable = /^\$\{(.*)\}$/.exec(value)?.[1]?.toLowerCase();
      if (variable !== undefined && !keys.has(variable)) keys.set(variable, []);
    }
  }
  const related = clauses.some(({ values }) => values.some(({ value }) => value.startsWith('${')));
  const tied = ['kms:encryptioncontext:app', 'aws:principaltag/team'];
  // Keys that are compared with each other share their values, two of each kind.
  if (related) {
    const both = tied.flatMap((key) => keys.get(key) ?? []);
    for (const key of tied) keys.set(key, both);
  }
  return new Map(
    [...keys].flatMap(([key, said]) =>
      DERIVED.has(key) ? [] : [[key, entriesOf(key, textsFor(key, said, related ? 2 : 1))] as const],
    ),
  );
}

function textsFor(key: string, said: readonly string[], members: number): readonly string[] {
  switch (findConditionKey(key)?.type) {
    case 'bool':
      return ['true', 'false'];
    case 'numeric':
      return ['1', '89', '90', '91', '92', '364', '365', '366'];
    case 'date':
      return [-1, 0, 1, 2].flatMap((step) => [1_767_225_600, 1_798_761_600].map((at) => String(at + step)));
    case 'ip':
      return [
        '1.1.1.1',
        '203.0.112.1',
        '203.0.113.1',
        '203.0.113.7',
        '203.0.113.200',
        '203.0.127.255',
        '203.0.128.0',
        '2001:db8::1',
        '::1',
      ];
    default:
      break;
  }
  if (key === 'example:bytes') return ['YQ==', 'YWI=', 'Yg=='];
  const patterns = said.flatMap((text): readonly Pattern[] => {
    const [operator = '', ...rest] = text.split(' ');
    const value = rest.join(' ');
    const arn = /Arn/.test(operator);
    if (value.startsWith('${') || /Null/.test(operator) || (arn && value.split(':').length < 6)) return [];
    return [{ text: value, wild: arn || /Like/.test(operator), arn, fold: /IgnoreCase/.test(operator) }];
  });
  return representatives(patterns, members);
}

/** Absent; single values; and for keys with several values the subsets of the representatives. */
function entriesOf(key: string, texts: readonly string[]): Values {
  const multivalued = isMultivalued(key);
  const entry = (values: readonly string[], list: boolean): ContextEntry => ({
    key,
    state: 'present',
    values,
    multivalued: list,
    origin: { kind: 'given' },
  });
  const singles = multivalued === true ? [] : texts.map((text) => entry([text], false));
  const lists = multivalued === false ? [] : subsets(texts).map((list) => entry(list, true));
  return [undefined, ...singles, ...lists];
}

/** Every set of at most three texts: no two policies of these tests ask for more values at once. */
function subsets(texts: readonly string[]): readonly (readonly string[])[] {
  const pairs = texts.flatMap((one, at) => texts.slice(at + 1).map((other) => [one, other]));
  const triples = pairs.flatMap(([one = '', other = '']) =>
    texts.slice(texts.indexOf(other) + 1).map((third) => [one, other, third]),
  );
  return [...texts.map((text) => [text]), ...pairs, ...triples];
}

interface Alive {
  readonly policy: number;
  readonly plan: TestedStatement;
  /** 0: by its account; 1: by itself or as everyone. */
  readonly direct: number;
}

class Walk {
  readonly #caller: Caller;
  readonly #plans: readonly (readonly TestedStatement[])[];
  readonly #keys: readonly (readonly [string, Values])[];
  readonly #tied: ReadonlyMap<string, Values>;
  readonly #known = new Map<string, Opinion>();

  constructor(
    caller: Caller,
    plans: readonly (readonly TestedStatement[])[],
    keys: ReadonlyMap<string, Values>,
  ) {
    this.#caller = caller;
    this.#plans = plans;
    const related = plans
      .flat()
      .some(({ statement }) =>
        statement.conditions.some(({ values }) => values.some(({ value }) => value.startsWith('${'))),
      );
    const tied = related ? ['kms:encryptioncontext:app', 'aws:principaltag/team'] : [];
    this.#tied = new Map([...keys].filter(([key]) => tied.includes(key)));
    this.#keys = [...keys].filter(([key]) => !tied.includes(key));
  }

  run(): Opinion {
    let opinion: Opinion = { more: false, less: false };
    for (const action of ACTIONS) {
      const foreign = callerAccount(this.#caller) !== undefined && callerAccount(this.#caller) !== OWN;
      if (foreign && !action.crossAccount) continue;
      const alive = this.#plans.flatMap((plans, policy) =>
        plans.flatMap((plan) => this.#start(plan, policy, action.name)),
      );
      for (const context of this.#tiedContexts()) {
        const left = alive.filter(({ plan }) => this.#holds(plan, new Set(this.#tied.keys()), context));
        opinion = join(opinion, this.#from(0, left));
      }
    }
    return opinion;
  }

  /** All pairs of values of keys that are compared with each other, taken as one attribute. */
  #tiedContexts(): readonly ReadonlyMap<string, ContextEntry>[] {
    let contexts: readonly ReadonlyMap<string, ContextEntry>[] = [new Map()];
    for (const [key, values] of this.#tied) {
      contexts = contexts.flatMap((context) =>
        this.#valuesFor(key, values).map((value) =>
          value === undefined ? context : new Map(context).set(key, value),
        ),
      );
    }
    return contexts;
  }

  /** A service has no properties of an IAM principal. */
  #valuesFor(key: string, values: Values): Values {
    return this.#caller.kind === 'service' && key.startsWith('aws:principal') ? [undefined] : values;
  }

  #start(plan: TestedStatement, policy: number, action: string): readonly Alive[] {
    const { action: element, principal, effect } = plan.statement;
    if (element?.patterns.some(({ value }) => fits(value, action)) !== true) return [];
    const named = new Set(principal?.entries.flatMap((entry) => naming(entry, this.#caller) ?? []));
    if (named.size === 0 || !this.#derivedHold(plan)) return [];
    const direct = named.has('self');
    if (effect === 'Deny') return [{ policy, plan, direct: 1 }];
    const foreign = callerAccount(this.#caller) !== undefined && callerAccount(this.#caller) !== OWN;
    // A federated user without a session policy has no IAM policies.
    if (this.#caller.kind === 'federatedUser' && (foreign || !direct)) return [];
    return [{ policy, plan, direct: direct ? 1 : 0 }];
  }

  #derivedHold(plan: TestedStatement): boolean {
    return this.#holds(plan, DERIVED, this.#derived());
  }

  #derived(): ReadonlyMap<string, ContextEntry> {
    const caller = this.#caller;
    const entries = new Map<string, ContextEntry>();
    const add = (key: string, value: string | undefined) => {
      if (value === undefined) return;
      entries.set(key, {
        key,
        state: 'present',
        values: [value],
        multivalued: false,
        origin: { kind: 'principal' },
      });
    };
    if (caller.kind === 'service' || caller.kind === 'anonymous' || caller.kind === 'anyone') return entries;
    add('aws:principalarn', caller.kind === 'roleSession' ? caller.roleArn : caller.arn);
    add('aws:principalaccount', caller.account);
    add('kms:calleraccount', caller.account);
    const type = {
      root: 'Account',
      user: 'User',
      roleSession: 'AssumedRole',
      federatedUser: 'FederatedUser',
    } as const;
    add('aws:principaltype', type[caller.kind]);
    return entries;
  }

  /** Whether the conditions of a statement on some keys hold. */
  #holds(
    plan: TestedStatement,
    keys: ReadonlySet<string>,
    entries: ReadonlyMap<string, ContextEntry>,
  ): boolean {
    const context: RequestContext = { entries, otherwise: 'absent' };
    return plan.conditions.every(
      (condition) => !keys.has(condition.keys[0] ?? '') || condition.test(context) === 'true',
    );
  }

  /** The node of the diagram for the keys from `level` on and the statements that are alive. */
  #from(level: number, alive: readonly Alive[]): Opinion {
    const next = this.#keys[level];
    if (next === undefined) return leaf(alive);
    const name = `${level} ${alive.map(({ policy, plan, direct }) => `${policy}:${plan.statement.index}:${direct}`).join()}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const [key, values] = next;
    const keys = new Set([key]);
    let opinion: Opinion = { more: false, less: false };
    for (const value of this.#valuesFor(key, values)) {
      const entries = new Map(value === undefined ? [] : [[key, value] as const]);
      opinion = join(
        opinion,
        this.#from(
          level + 1,
          alive.filter(({ plan }) => this.#holds(plan, keys, entries)),
        ),
      );
      if (opinion.more && opinion.less) break;
    }
    this.#known.set(name, opinion);
    return opinion;
  }
}

function join(left: Opinion, right: Opinion): Opinion {
  return { more: left.more || right.more, less: left.less || right.less };
}

function leaf(alive: readonly Alive[]): Opinion {
  const [before, after] = [0, 1].map((policy) => levelOf(alive.filter((one) => one.policy === policy)));
  return { more: (after ?? 0) > (before ?? 0), less: (after ?? 0) < (before ?? 0) };
}

function levelOf(alive: readonly Alive[]): number {
  if (alive.some(({ plan }) => plan.statement.effect === 'Deny')) return 0;
  return Math.max(0, ...alive.map(({ direct }) => 1 + direct));
}
