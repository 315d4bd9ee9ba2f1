import type { Check } from './check.ts';
import { decide, type Outcome } from './decide.ts';
import type { Layers } from './layers.ts';
import type { PolicyPlan } from './plan.ts';
import { type StatementTrace, traceStatement } from './statementTrace.ts';

/** One policy with what each of its statements did; inert statements are in `policy.statements` with their reason. */
export interface PolicyTrace {
  readonly plan: PolicyPlan;
  readonly statements: readonly StatementTrace[];
}

/** A check decided and traced: all layers, all statements, also those that changed nothing. */
export interface TracedCheck {
  readonly check: Check;
  readonly layers: Layers;
  readonly outcome: Outcome;
  readonly keyPolicy: readonly PolicyTrace[];
  readonly resourcePolicy: readonly PolicyTrace[];
  readonly identity: readonly PolicyTrace[];
  readonly boundary: readonly PolicyTrace[];
  readonly session: readonly PolicyTrace[];
  readonly scp: readonly { readonly target: string; readonly policies: readonly PolicyTrace[] }[];
  readonly rcp: readonly PolicyTrace[];
  readonly endpoint: readonly PolicyTrace[];
}

const noPolicies: readonly never[] = [];

/** Decides a check and explains every statement of every layer with the plans the decision used. */
export function traceCheck(check: Check, layers: Layers): TracedCheck {
  const hasBoundary = layers.boundary !== undefined;
  const trace = (plans: readonly PolicyPlan[] | undefined): readonly PolicyTrace[] =>
    plans === undefined || plans.length === 0
      ? noPolicies
      : plans.map((plan) => ({
          plan,
          statements: plan.statements.map((statement) => traceStatement(statement, check, hasBoundary)),
        }));
  return {
    check,
    layers,
    outcome: decide(check, layers),
    keyPolicy: trace(layers.keyPolicy),
    resourcePolicy: trace(layers.resourcePolicy),
    identity: trace(layers.identity?.plans),
    boundary: trace(layers.boundary),
    session: trace(layers.session),
    scp: layers.scp.map((level) => ({ target: level.target, policies: trace(level.plans) })),
    rcp: trace(layers.rcp),
    endpoint: trace(layers.endpoint),
  };
}

/** All policies of a traced check, whatever their layer. */
export function allPolicies(traced: TracedCheck): readonly PolicyTrace[] {
  const { keyPolicy, resourcePolicy, identity, boundary, session, scp, rcp, endpoint } = traced;
  const fromScps = scp.flatMap((level) => level.policies);
  return [
    ...keyPolicy,
    ...resourcePolicy,
    ...identity,
    ...boundary,
    ...session,
    ...fromScps,
    ...rcp,
    ...endpoint,
  ];
}

/** The statements of some policies that apply for certain with an effect. */
export function applying(
  policies: readonly PolicyTrace[],
  effect: 'Allow' | 'Deny',
): readonly StatementTrace[] {
  return policies.flatMap((policy) =>
    policy.statements.filter((statement) => statement.applies === 'true' && statement.plan.effect === effect),
  );
}
