import { type CompiledCondition, compileCondition } from '../conditions/compileCondition.ts';
import type { Effect, Policy, Statement } from '../policy/policy.ts';
import { type ActionPlan, compileAction, matchAction } from './actionMatch.ts';
import { compilePrincipal, type PrincipalPlan } from './principalMatch.ts';
import { indexStatements, type StatementIndex } from './statementIndex.ts';
import { compileResource, type ResourcePlan } from './resourceMatch.ts';

/** A statement worked out once, so that a request only compares. Absent elements are those its policy type does not need. */
export interface StatementPlan {
  readonly policy: Policy;
  readonly statement: Statement;
  readonly effect: Effect;
  readonly principal: PrincipalPlan | undefined;
  readonly action: ActionPlan | undefined;
  readonly resource: ResourcePlan | undefined;
  readonly conditions: readonly CompiledCondition[];
}

/** A policy ready to answer requests, with or without a trace: there is one set of plans for both. */
export interface PolicyPlan {
  readonly policy: Policy;
  /** Statements that can apply; inert ones are left out here and shown from `policy`. */
  readonly statements: readonly StatementPlan[];
  /** For an action, the statements whose Action covers it. Filled on demand. */
  readonly byAction: Map<string, StatementIndex>;
}

const MOST_ACTIONS_REMEMBERED = 512;

/** Compiles a policy. Statements without a usable Effect, or inert for another reason, can neither allow nor deny (KMS-019). */
export function compilePolicy(policy: Policy): PolicyPlan {
  const statements: StatementPlan[] = [];
  for (const statement of policy.statements) {
    if (statement.inert !== undefined || statement.effect === undefined) continue;
    statements.push(compileStatement(policy, statement, statement.effect));
  }
  return { policy, statements, byAction: new Map() };
}

function compileStatement(policy: Policy, statement: Statement, effect: Effect): StatementPlan {
  return {
    policy,
    statement,
    effect,
    principal: statement.principal && compilePrincipal(statement.principal),
    action: statement.action && compileAction(statement.action),
    resource: statement.resource && compileResource(statement.resource, policy.type, policy.variables),
    conditions: statement.conditions.map((clause) => compileCondition(clause, policy.variables)),
  };
}

/** The statements of a policy that speak about an action. */
export function statementsFor(plan: PolicyPlan, action: string): StatementIndex {
  const known = plan.byAction.get(action);
  if (known !== undefined) return known;
  const found = indexStatements(
    plan.statements.filter(
      (statement) => statement.action !== undefined && matchAction(statement.action, action).matched,
    ),
  );
  if (plan.byAction.size < MOST_ACTIONS_REMEMBERED) plan.byAction.set(action, found);
  return found;
}
