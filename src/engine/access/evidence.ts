import type { CheckDecision } from '../authorize/decide.ts';
import type { Check } from '../authorize/check.ts';
import type { Layers } from '../authorize/layers.ts';
import { type StatementPlan, statementsFor, type PolicyPlan } from '../authorize/plan.ts';
import { statementsAbout } from '../authorize/statementIndex.ts';
import { MatchClass } from '../authorize/principalMatch.ts';
import { contextFor, principalClasses, restApplies } from '../authorize/statementMatch.ts';
import type { Truth } from '../conditions/truth.ts';
import type { Phrase } from '../explain/phrase.ts';
import { code, list, shortCaller, statementName, strong } from '../explain/words.ts';
import { matchGrant } from '../grants/matchGrant.ts';
import type { GrantPlan } from '../grants/plan.ts';
import type { CellEvidence, CellValue } from './table.ts';

/** The statements and grants that can apply to a check. */
export interface Applicable {
  readonly allows: readonly StatementPlan[];
  readonly denies: readonly StatementPlan[];
  readonly grants: readonly GrantPlan[];
  /** Condition keys left open that these statements ask about, as the policies spell them. */
  readonly openKeys: readonly string[];
  readonly grantsOpen: boolean;
}

export function applicable(check: Check, layers: Layers): Applicable {
  const allows: StatementPlan[] = [];
  const denies: StatementPlan[] = [];
  const openKeys = new Map<string, string>();
  const hasBoundary = layers.boundary !== undefined;
  for (const plan of plansOf(layers)) {
    for (const statement of statementsAbout(statementsFor(plan, check.action), check.caller)) {
      if (principalClasses(statement, check, hasBoundary) === MatchClass.none) continue;
      const applies = restApplies(statement, check);
      if (applies === 'false') continue;
      (statement.effect === 'Deny' ? denies : allows).push(statement);
      if (applies === 'unknown') addOpenKeys(statement, check, openKeys);
    }
  }
  const grants = check.target.kind === 'key' ? check.target.key.grants : [];
  const fits = grants.map((grant): readonly [GrantPlan, Truth] => [grant, matchGrant(grant, check).applies]);
  return {
    allows,
    denies,
    grants: fits.flatMap(([grant, applies]) => (applies === 'false' ? [] : [grant])),
    openKeys: [...openKeys.values()],
    grantsOpen: fits.some(([, applies]) => applies === 'unknown'),
  };
}

function plansOf(layers: Layers): readonly PolicyPlan[] {
  const scps = layers.scp.flatMap((level) => level.plans);
  return [
    ...layers.keyPolicy,
    ...(layers.identity?.plans ?? []),
    ...(layers.boundary ?? []),
    ...scps,
    ...layers.rcp,
  ];
}

function addOpenKeys(statement: StatementPlan, check: Check, keys: Map<string, string>): void {
  const context = contextFor(statement.policy.type, check);
  for (const condition of statement.conditions) {
    if (condition.test(context) === 'unknown')
      keys.set(condition.clause.key.value.toLowerCase(), condition.clause.key.value);
  }
}

export function valueOf(decision: CheckDecision): CellValue {
  switch (decision) {
    case 'allowed':
      return 'allowed';
    case 'depends':
      return 'depends';
    case 'explicitDeny':
      return 'denied';
    case 'implicitDeny':
      return 'none';
    default:
      return decision satisfies never;
  }
}

/** What makes or breaks a cell: the Denies of a denied one, otherwise everything that can apply. */
export function evidenceOf(value: CellValue, found: Applicable): readonly CellEvidence[] {
  const statements = value === 'denied' ? found.denies : [...found.denies, ...found.allows];
  const cited = statements.map(({ statement, effect }) => ({
    ref: statement.ref,
    effect,
    span: statement.span,
  }));
  if (value === 'denied' || value === 'none') return cited;
  return [
    ...cited,
    ...found.grants.map(({ grant }) => ({ ref: grant.ref, effect: 'Allow' as const, span: grant.span })),
  ];
}

/** One sentence: why a cell has its value. */
export function because(value: CellValue, found: Applicable, check: Check, layers: Layers): Phrase {
  const named = (plans: readonly StatementPlan[]): Phrase =>
    list(plans.map(({ statement }) => strong(statementName(statement))));
  switch (value) {
    case 'denied':
      return [...named(found.denies), found.denies.length === 1 ? ' denies it.' : ' deny it.'];
    case 'allowed':
      return allowedBecause(found, named);
    case 'depends':
      return dependsBecause(found, check, layers);
    case 'none':
      return found.allows.length === 0
        ? ['Nothing allows it.']
        : [...named(found.allows), ' would, but not every layer that must allow it does.'];
    default:
      return value satisfies never;
  }
}

function allowedBecause(found: Applicable, named: (plans: readonly StatementPlan[]) => Phrase): Phrase {
  const grants = list(found.grants.map(({ grant }) => strong(grant.name ?? grant.id)));
  if (found.allows.length === 0 && grants.length === 0)
    return ['A grant of this key lets the principal retire it.'];
  if (found.allows.length === 0) return ['Grant ', ...grants, ' allows it.'];
  return [...named(found.allows), found.allows.length === 1 ? ' allows it.' : ' allow it.'];
}

function dependsBecause(found: Applicable, check: Check, layers: Layers): Phrase {
  const on: Phrase[number][] = found.openKeys.map(code);
  if (found.grantsOpen) on.push("a grant's constraints");
  if (layers.identity !== undefined && !layers.identity.supplied && found.allows.length > 0) {
    on.push(
      check.caller.kind === 'anyone'
        ? "the principal's IAM policies"
        : `the IAM policies of ${shortCaller(check.caller)}, which are not supplied`,
    );
  }
  return on.length === 0 ? ['Depends on the request.'] : ['Depends on ', ...list(on, 4), '.'];
}
