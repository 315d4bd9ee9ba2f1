import type { PolicyPlan } from '../authorize/plan.ts';
import type { World } from './world.ts';

/** Every policy of a world. */
export function allPlans(world: World): readonly PolicyPlan[] {
  return world.documents.flatMap((document) => document.policy ?? []);
}

/** The condition keys, in lower case, that any policy of a world looks at: in conditions and through policy variables. */
export function mentionedKeys(world: World): ReadonlySet<string> {
  const statements = allPlans(world).flatMap((plan) => plan.statements);
  return new Set(
    statements.flatMap(({ conditions, resource }) => [
      ...conditions.flatMap((condition) => condition.keys),
      ...(resource?.patterns ?? []).flatMap((pattern) => pattern.template?.keys ?? []),
    ]),
  );
}
