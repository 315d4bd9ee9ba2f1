import type { Policy, Statement } from '#engine/policy/policy.ts';
import type { KeyInWorld } from '#engine/world/world.ts';
import { type Box, boxOf } from '../box.ts';
import { literalsOf } from '../model/identities.ts';
import { effective, principalOf, restOf, sourceOf } from '../model/statementBox.ts';
import type { Way } from '../model/accessModel.ts';
import type { Prover } from '../prover.ts';

/** A statement of the key policy with the requests it matches. */
export interface StatementBoxes {
  readonly policy: Policy;
  readonly key: KeyInWorld;
  readonly statement: Statement;
  /** Empty where one of its conditions never holds. */
  readonly boxes: readonly Box[];
  /** For an Allow: the ways it opens. */
  readonly ways: readonly Way[];
}

/** The effective statements of the key policy of a prover's first world. */
export function statementBoxes(prover: Prover): readonly StatementBoxes[] {
  const [model] = prover.models;
  const policy = model?.key.policy?.policy;
  if (model === undefined || policy === undefined) return [];
  const statements = [...effective(policy, 'Allow'), ...effective(policy, 'Deny')];
  return statements
    .toSorted((left, right) => left.index - right.index)
    .map((statement) => ({
      policy,
      key: model.key,
      statement,
      boxes: matches(prover, policy, statement, model.key),
      ways: model.ways.filter(({ source }) => source.ref === statement.ref),
    }));
}

function matches(prover: Prover, policy: Policy, statement: Statement, key: KeyInWorld): readonly Box[] {
  const rest = literalsOf(restOf(prover.universe, policy, statement, key.arn));
  if (rest === undefined) return [];
  const principal = principalOf(prover.universe, statement.principal, new Map(), () => false);
  const box = boxOf(sourceOf(statement), [principal, ...rest]);
  return box === undefined ? [] : [box];
}
