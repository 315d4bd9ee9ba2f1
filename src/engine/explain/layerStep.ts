import type { StatementTrace } from '../authorize/statementTrace.ts';
import type { PolicyTrace, TracedCheck } from '../authorize/trace.ts';
import type { Statement } from '../policy/policy.ts';
import type { ExplainedStep, Mark } from './answer.ts';
import type { Blocker } from './blockers.ts';
import type { Deciders } from './deciders.ts';
import { explainedStatement } from './explainedStatement.ts';
import { nearStatements } from './nearMiss.ts';
import type { Phrase } from './phrase.ts';
import { list, statementName, strong } from './words.ts';

/** What the steps of the layers of one check are made from. */
export interface LayerFacts {
  /** The path of the check's own step, to begin those of its layers with. */
  readonly id: string;
  readonly traced: TracedCheck;
  readonly deciders: Deciders;
  readonly blockers: readonly Blocker[];
}

/** The step of a layer, decisive if the layer is one of those that stand in the way. */
export function blocking(
  { blockers }: LayerFacts,
  which: Blocker['layer'],
  step: ExplainedStep,
  target?: string,
): ExplainedStep {
  const isOne = blockers.some(
    (blocker) => blocker.layer === which && (blocker.layer !== 'scp' || blocker.target === target),
  );
  return isOne ? { ...step, decisive: true } : step;
}

/** A layer as a step: its name, what it said, its statements or grants below. It is decisive if any of them is. */
export function layer(
  id: string,
  mark: Mark,
  name: string,
  words: Phrase,
  rule: string,
  children: readonly ExplainedStep[],
): ExplainedStep {
  const decisive = children.some((child) => child.decisive);
  const spans = children.filter((child) => child.decisive).flatMap((child) => child.spans);
  return { id, mark, text: [strong(name), ': ', ...words], rule, spans, decisive, children };
}

/** The statements of some policies in order, inert ones among them. */
export function statementSteps(
  id: string,
  policies: readonly PolicyTrace[],
  { traced, deciders }: LayerFacts,
): readonly ExplainedStep[] {
  const near = traced.outcome.decision === 'implicitDeny' ? nearStatements(policies) : [];
  const decisive = new Set<StatementTrace['plan']>(
    [...deciders.denies, ...deciders.resourceAllows, ...deciders.identityAllows, ...near].map(
      (statement) => statement.plan,
    ),
  );
  return policies.flatMap(({ plan, statements }, policyIndex) =>
    plan.policy.statements.map((statement) => {
      const trace = statements.find((candidate) => candidate.plan.statement === statement);
      const own = `${id}/${policyIndex}.${statement.index}`;
      return trace === undefined
        ? inertStep(own, statement)
        : explainedStatement(own, trace, traced.check, decisive.has(trace.plan));
    }),
  );
}

function inertStep(id: string, statement: Statement): ExplainedStep {
  const { inert } = statement;
  return {
    id,
    mark: 'info',
    text: [
      strong(statementName(statement)),
      ' has no effect',
      ...(inert === undefined ? [] : [`: ${inert.because}`]),
    ],
    ...(inert === undefined ? {} : { rule: inert.rule }),
    spans: [inert?.span ?? statement.span],
    decisive: false,
    children: [],
  };
}

export function applyingIn(
  policies: readonly PolicyTrace[],
  effect: 'Allow' | 'Deny',
): readonly StatementTrace[] {
  return policies.flatMap(({ statements }) =>
    statements.filter((one) => one.plan.effect === effect && one.applies !== 'false'),
  );
}

export function names(statements: readonly StatementTrace[]): Phrase {
  return list(statements.map(({ plan }) => strong(statementName(plan.statement))));
}

export function verb(statements: readonly unknown[], one: string, many: string): string {
  return statements.length === 1 ? ` ${one}` : ` ${many}`;
}

/** What some policies of one kind say together, in a mark and words. */
export function summary(policies: readonly PolicyTrace[]): readonly [Mark, Phrase] {
  const denies = applyingIn(policies, 'Deny');
  if (denies.length > 0) return ['explicitDeny', [...names(denies), verb(denies, 'denies', 'deny')]];
  const allows = applyingIn(policies, 'Allow');
  if (allows.length > 0) return ['allowed', [...names(allows), verb(allows, 'allows', 'allow'), ' this']];
  return ['implicitDeny', ['no statement allows this']];
}
