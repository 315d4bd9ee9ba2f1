import { kmsActions } from '#engine/catalog/actions.ts';
import type { ContextEntry, RequestContext } from '#engine/conditions/context.ts';
import { compareInstants, parseInstant } from '#engine/conditions/instant.ts';
import { type Caller, callerAccount } from '#engine/request/caller.ts';
import { readCaller } from '#engine/request/readCaller.ts';
import { DERIVED, derivedKeys } from './derivedKeys.ts';
import { TIMES, type Values, valuesByKey } from './keyValues.ts';
import { fits, naming } from './plainMatch.ts';
import type { TestStatement } from './statements.ts';
import { planOf, type TestedStatement } from './testedStatement.ts';

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
/** One for each way in which the account values of these tests can match: as `OWN`, as `444455556666`, as `4*` only, not at all. */
const ACCOUNTS = [OWN, '444455556666', '455555555555', '555566667777'];
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

/** The clock says one thing, in whichever notation. */
function isOneInstant(context: ReadonlyMap<string, ContextEntry>): boolean {
  const instants = TIMES.flatMap((key) => context.get(key)?.values ?? []).map((text) => parseInstant(text));
  const [first, second] = instants;
  return first === undefined || second === undefined || compareInstants(first, second) === 0;
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
    const times = TIMES.every((key) => keys.has(key)) ? TIMES : [];
    const tied = [...(related ? ['kms:encryptioncontext:app', 'aws:principaltag/team'] : []), ...times];
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
    return contexts.filter(isOneInstant);
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
    return this.#holds(plan, DERIVED, derivedKeys(this.#caller));
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
