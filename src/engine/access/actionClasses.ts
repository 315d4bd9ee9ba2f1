import { statementsFor } from '../authorize/plan.ts';
import { findAction } from '../catalog/actions.ts';
import { canBePresent } from '../request/deriveContext.ts';
import { allPlans } from '../world/mentionedKeys.ts';
import type { KeyInWorld, World } from '../world/world.ts';

/** Actions with rules of their own: a cell of theirs stands for no other. */
const singular: ReadonlySet<string> = new Set(['kms:CreateGrant', 'kms:RetireGrant']);

/**
 * Sorts actions into classes whose cells are the same for every principal, so that a table works out one cell a class
 * instead of one an action: the same statements and grants speak about them, they can carry the same of the condition keys
 * the policies look at, and they are authorized on the same things.
 *
 * @returns for each action the first action of its class.
 */
export function actionClasses(
  actions: readonly string[],
  world: World,
  key: KeyInWorld,
  mentioned: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const representatives = new Map<string, string>();
  return new Map(
    actions.map((action) => {
      const signature = singular.has(action) ? action : signatureOf(action, world, key, mentioned);
      const representative = representatives.get(signature) ?? action;
      representatives.set(signature, representative);
      return [action, representative];
    }),
  );
}

function signatureOf(action: string, world: World, key: KeyInWorld, mentioned: ReadonlySet<string>): string {
  const info = findAction(action);
  const statements = allPlans(world).map((plan) =>
    statementsFor(plan, action).all.map(({ statement }) => statement.index),
  );
  const keys = [...mentioned].filter((name) => canBePresent(name, action));
  const grants = key.grants.map(({ actions }) => actions.has(action));
  // Constraints on the encryption context bind some operations, are ignored by one, and no other can satisfy them.
  const constraints =
    key.grants.length > 0
      ? [info?.conditionKeys.includes('kms:EncryptionContextKeys'), action === 'kms:DescribeKey']
      : [];
  return JSON.stringify([info?.crossAccount, info?.authorizedOn, statements, keys, grants, constraints]);
}
