import type { PolicyPlan } from '#engine/authorize/plan.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import { type Box, boxOf } from '../box.ts';
import type { Cell } from '../callers/cell.ts';
import type { Compiled } from '../clause.ts';
import type { Universe } from '../universe.ts';
import { boundAccounts, endpointIs, levelsOf } from './filters.ts';
import type { Identities } from './identities.ts';
import { effective, principalOf, restOf, sourceOf } from './statementBox.ts';

/** The explicit denies of every layer (IAM-121): one is enough. */
export function deniesOf(
  universe: Universe,
  identities: Identities,
  world: World,
  key: KeyInWorld,
): readonly Box[] {
  const deny = new DenyReader(universe, identities, key);
  const boxes: Box[] = [...deny.named(key.policy === undefined ? [] : [key.policy], 'always')];
  for (const identity of identities.known()) {
    const callers = universe.callers((cell) => identities.of(cell) === identity);
    const plans = [
      ...identities.plansOf(identity),
      ...(identity.boundary === undefined ? [] : [identity.boundary]),
    ];
    boxes.push(...deny.attached(plans, callers));
  }
  for (const account of boundAccounts(universe, world)) {
    const callers = universe.callers((cell) => cell.account === account && !cell.serviceLinked);
    for (const { plans } of levelsOf(world, account)) boxes.push(...deny.attached(plans, callers));
  }
  const notLinked = universe.callers((cell: Cell) => !cell.serviceLinked);
  boxes.push(...deny.named(resourceControlPolicies(world, key), notLinked));
  for (const [id, { policy }] of world.endpoints) {
    if (policy !== undefined) boxes.push(...deny.named([policy], endpointIs(universe, id)));
  }
  return boxes;
}

class DenyReader {
  readonly #universe: Universe;
  readonly #identities: Identities;
  readonly #key: KeyInWorld;

  constructor(universe: Universe, identities: Identities, key: KeyInWorld) {
    this.#universe = universe;
    this.#identities = identities;
    this.#key = key;
  }

  /** Denies of policies that name principals. */
  named(plans: readonly PolicyPlan[], also: Compiled): readonly Box[] {
    return this.#boxes(plans, (element) => [
      also,
      principalOf(this.#universe, element, this.#identities.ids, (cell) =>
        this.#identities.hasBoundary(cell),
      ),
    ]);
  }

  /** Denies of policies that are attached to some callers. */
  attached(plans: readonly PolicyPlan[], callers: Compiled): readonly Box[] {
    return this.#boxes(plans, () => [callers]);
  }

  #boxes(
    plans: readonly PolicyPlan[],
    about: (element: Parameters<typeof principalOf>[1]) => readonly Compiled[],
  ): readonly Box[] {
    return plans.flatMap(({ policy }) =>
      effective(policy, 'Deny').flatMap((statement) => {
        const rest = restOf(this.#universe, policy, statement, this.#key.arn);
        return boxOf(sourceOf(statement), [...about(statement.principal), ...rest]) ?? [];
      }),
    );
  }
}

/** RCPs along the path of the key's account (IAM-125, KMS-236, KMS-237). */
function resourceControlPolicies(world: World, key: KeyInWorld): readonly PolicyPlan[] {
  const facts = world.accounts.get(key.account);
  if (key.awsManaged || facts?.managementAccount === true) return [];
  return [...(facts?.path ?? []), key.account].flatMap((level) =>
    world.resourceControlPolicies.flatMap(({ targets, plan }) => (targets.has(level) ? [plan] : [])),
  );
}
