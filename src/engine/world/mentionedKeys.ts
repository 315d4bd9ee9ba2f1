import type { PolicyPlan } from '../authorize/plan.ts';
import type { World } from './world.ts';

/** Every policy of a world. */
export function allPlans(world: World): readonly PolicyPlan[] {
  return world.documents.flatMap((document) => document.policy ?? []);
}

/** The condition keys, in lower case, that any policy of a world looks at: in conditions and through policy variables. */
export function mentionedKeys(world: World): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const plan of allPlans(world)) {
    for (const statement of plan.statements) {
      for (const condition of statement.conditions) for (const key of condition.keys) keys.add(key);
      for (const pattern of statement.resource?.patterns ?? []) for (const key of pattern.template?.keys ?? []) keys.add(key);
    }
  }
  return keys;
}
