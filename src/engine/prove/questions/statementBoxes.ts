import type { Policy, Statement } from '#engine/policy/policy.ts';
import type { KeyInWorld } from '#engine/world/world.ts';
import { type Box, boxOf } from '../box.ts';
import type { Cell } from '../callers/cell.ts';
import { Identities } from '../model/identities.ts';
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
    .map((statement) => {
      const box = matchedBy(prover, { policy, key: model.key }, statement);
      const ways = model.ways.filter(({ source }) => source.ref === statement.ref);
      return { policy, key: model.key, statement, boxes: box === undefined ? [] : [box], ways };
    });
}

/** The requests that a statement of the key policy matches; undefined where one of its conditions never holds. */
export function matchedBy(
  prover: Prover,
  { policy, key }: Pick<StatementBoxes, 'policy' | 'key'>,
  statement: Statement,
): Box | undefined {
  const [model] = prover.models;
  if (model === undefined) return undefined;
  const identities = new Identities(prover.universe, model.world, key);
  const hasBoundary = (cell: Cell) => statement.effect === 'Deny' && identities.hasBoundary(cell);
  return boxOf(sourceOf(statement), [
    principalOf(prover.universe, statement.principal, identities.ids, hasBoundary),
    ...restOf(prover.universe, policy, statement, key.arn),
  ]);
}
