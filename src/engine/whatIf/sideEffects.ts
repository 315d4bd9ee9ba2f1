import { type AccessChange, accessChangesFrom } from '../access/accessChanges.ts';
import { accessRows } from '../access/principals.ts';
import type { Decision } from '../explain/answer.ts';
import type { ExplainedCheck } from '../explain/answerRequest.ts';
import { type Phrase, plain } from '../explain/phrase.ts';
import { code, list, strong } from '../explain/words.ts';
import type { Caller } from '../request/caller.ts';
import type { Steps } from '../steps.ts';
import type { KeyInWorld, World } from '../world/world.ts';
import { changedActions } from './changedActions.ts';
import type { Trial } from './trial.ts';
import type { Plan } from './obstacles.ts';

/** Above this many principals the tables before and after are not compared: it would keep the next answer waiting. */
const MOST_PRINCIPALS = 60;
const MOST_NAMED = 3;

/** What plans change besides the request: their own cautions, and the cells of the access table that open or close. */
export function sideEffects(
  world: World,
  checks: readonly ExplainedCheck[],
  trial: Trial,
): (plan: Plan, decision: Decision) => Steps<readonly Phrase[]> {
  const asked = askedOf(checks);
  const changesIn = asked && accessChangesFrom(world, asked.key.arn);
  return function* effects(plan, decision) {
    const cautions = cautionsOf(plan);
    const isOnlyRequest = plan.every(({ kind }) => kind === 'request');
    if (asked === undefined || changesIn === undefined || isOnlyRequest) return cautions;
    if (accessRows(world, asked.key).length > MOST_PRINCIPALS)
      return [
        ...cautions,
        ['What else it opens is not worked out here: the documents name too many principals.'],
      ];
    const edits = plan.flatMap((one) => one.edits);
    const after = trial.worldAfter(edits);
    const changes = (yield* changesIn(after, changedActions(edits, world, after))).flatMap((change) =>
      notAsked(change, asked),
    );
    const opens = decision === 'allowed';
    const wanted = changes.filter(({ from, to }) => (opens ? rank[to] > rank[from] : rank[to] < rank[from]));
    const unsaid = wanted.filter((change) => !isImplied(change, plan));
    return unsaid.length === 0 ? cautions : [...cautions, besides(unsaid, opens)];
  };
}

/** Two changes of a plan may say the same, which is worth saying once. */
function cautionsOf(plan: Plan): readonly Phrase[] {
  const all = plan.flatMap(({ caution }) => (caution === undefined ? [] : [caution]));
  return [...new Map(all.map((caution) => [plain(caution), caution])).values()];
}

/**
 * What the plan says itself: a delegation is to the account, a Deny's exception is the caller, whom the rows of the unnamed would
 * otherwise seem to include, and who may retire a grant belongs to it.
 */
function isImplied({ id, to, actions }: AccessChange, plan: Plan): boolean {
  const kinds = new Set(plan.map(({ kind }) => kind));
  const isUnnamed = id.startsWith('account:') || id === 'anyone';
  if (kinds.has('delegation') && isUnnamed) return true;
  if (kinds.has('exception') && isUnnamed && to === 'depends') return true;
  return kinds.has('grant') && actions.every((action) => action === 'kms:RetireGrant');
}

const rank = { none: 0, denied: 0, depends: 1, allowed: 2 } as const;

interface Asked {
  readonly key: KeyInWorld;
  readonly ids: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
}

/** The key and the cells that the request is about. */
function askedOf(checks: readonly ExplainedCheck[]): Asked | undefined {
  const [first] = checks;
  const key = checks.flatMap(({ traced: { check } }) =>
    check.target.kind === 'key' ? [check.target.key] : [],
  )[0];
  if (first === undefined || key === undefined) return undefined;
  return {
    key,
    ids: new Set(rowIds(first.traced.check.caller)),
    actions: new Set(checks.map(({ traced }) => traced.check.action)),
  };
}

function rowIds(caller: Caller): readonly string[] {
  switch (caller.kind) {
    case 'service':
      return [caller.name];
    case 'roleSession':
      return [caller.arn, caller.roleArn];
    case 'root':
      return [`account:${caller.account}`];
    case 'user':
    case 'federatedUser':
      return [caller.arn];
    default:
      return [];
  }
}

/** The change without the cells that the request is about. */
function notAsked(change: AccessChange, asked: Asked): readonly AccessChange[] {
  if (!asked.ids.has(change.id)) return [change];
  const actions = change.actions.filter((action) => !asked.actions.has(action));
  return actions.length === 0 ? [] : [{ ...change, actions }];
}

function besides(changes: readonly AccessChange[], opens: boolean): Phrase {
  const named = changes
    .slice(0, MOST_NAMED)
    .flatMap(({ principal, actions, to }, index): Phrase => [
      ...(index === 0 ? [] : ['; ']),
      strong(principal),
      ': ',
      ...list(actions.map(code), 3),
      ...(to === 'depends' ? [', depending on the request'] : []),
    ]);
  const more = changes.length - MOST_NAMED;
  const rest = more > 0 ? [`; and ${more} more`] : [];
  return [opens ? 'It also opens more: ' : 'It also takes away more: ', ...named, ...rest, '.'];
}
