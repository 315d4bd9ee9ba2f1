import type { PolicyPlan } from '#engine/authorize/plan.ts';
import type { IdentityInWorld, KeyInWorld, World } from '#engine/world/world.ts';
import type { Literal } from '../atom.ts';
import type { Cell } from '../callers/cell.ts';
import type { Naming, UniqueIds } from '../callers/principal.ts';
import type { Compiled } from '../clause.ts';
import type { Universe } from '../universe.ts';
import { effective, restOf } from './statementBox.ts';

/** What a way needs besides the policy that names the caller. `closed`: nothing helps. */
export type Need = 'nothing' | 'limits' | 'all' | 'closed';

/** An alternative of what an identity's own policies allow: the literals that must hold for it. */
export interface Own {
  readonly literals: readonly Literal[];
  readonly refs: readonly string[];
}

/** The users and roles that a scenario knows, with what their own policies allow. */
export class Identities {
  readonly ids: UniqueIds;
  readonly #universe: Universe;
  readonly #world: World;
  readonly #key: KeyInWorld;
  readonly #own = new Map<string, readonly Own[]>();

  constructor(universe: Universe, world: World, key: KeyInWorld) {
    this.#universe = universe;
    this.#world = world;
    this.#key = key;
    this.ids = new Map(
      world.scenario.identities.flatMap(({ arn, id }) => (id === undefined ? [] : [[arn, id] as const])),
    );
  }

  /** Users and roles with policies of their own to look at. */
  known(): readonly IdentityInWorld[] {
    return [...this.#world.identities.values()].filter(({ facts }) => /:(user|role)\//.test(facts.arn));
  }

  of(cell: Cell): IdentityInWorld | undefined {
    if (cell.kind !== 'user' && cell.kind !== 'role') return undefined;
    return cell.name === undefined ? undefined : this.#world.identities.get(cell.name);
  }

  hasBoundary(cell: Cell): boolean {
    return this.of(cell)?.boundary !== undefined;
  }

  /** What a caller named in some way by the key policy needs besides (IAM-131 to IAM-133, KMS-006, KMS-012). */
  needOf(cell: Cell, naming: Naming): Need {
    if (naming === 'none') return 'closed';
    if (cell.kind === 'service') return naming === 'strong' ? 'nothing' : 'closed';
    if (cell.account === this.#key.account) {
      if (naming === 'strong') return 'nothing';
      return naming === 'limited' ? this.limits(cell) : this.all(cell);
    }
    return this.all(cell);
  }

  /** A boundary, or a session policy that a federated user needs and that is left out here (IAM-129). */
  limits(cell: Cell): Need {
    if (cell.kind === 'federatedUser') return 'closed';
    return this.hasBoundary(cell) ? 'limits' : 'nothing';
  }

  /** IAM policies too; those of identities that nobody knows are taken to allow, and a root user needs none. */
  all(cell: Cell): Need {
    if (cell.kind === 'federatedUser') return 'closed';
    return this.of(cell) === undefined ? 'nothing' : 'all';
  }

  /** The alternatives of what an identity's policies, or its boundary alone, allow. */
  own(identity: IdentityInWorld, need: 'limits' | 'all'): readonly Own[] {
    const name = `${need} ${identity.facts.arn}`;
    const known = this.#own.get(name);
    if (known !== undefined) return known;
    const boundary = identity.boundary === undefined ? [nothingMore] : this.#allowed([identity.boundary]);
    const own = need === 'limits' ? boundary : product(this.#allowed(this.plansOf(identity)), boundary);
    this.#own.set(name, own);
    return own;
  }

  /** Policies attached to an identity and to its groups. */
  plansOf(identity: IdentityInWorld): readonly PolicyPlan[] {
    const groups = identity.facts.groups ?? [];
    return [
      ...identity.policies,
      ...groups.flatMap((group) => this.#world.identities.get(group)?.policies ?? []),
    ];
  }

  #allowed(plans: readonly PolicyPlan[]): readonly Own[] {
    return plans.flatMap(({ policy }) =>
      effective(policy, 'Allow').flatMap((statement) => {
        const literals = literalsOf(restOf(this.#universe, policy, statement, this.#key.arn));
        return literals === undefined ? [] : [{ literals, refs: [statement.ref] }];
      }),
    );
  }
}

const nothingMore: Own = { literals: [], refs: [] };

function product(left: readonly Own[], right: readonly Own[]): readonly Own[] {
  return left.flatMap((one) =>
    right.map((other) => ({
      literals: [...one.literals, ...other.literals],
      refs: [...one.refs, ...other.refs],
    })),
  );
}

/** The literals of some conditions; undefined where one of them never holds. */
export function literalsOf(conditions: readonly Compiled[]): readonly Literal[] | undefined {
  const literals: Literal[] = [];
  for (const condition of conditions) {
    if (condition === 'never') return undefined;
    if (condition !== 'always') literals.push(condition);
  }
  return literals;
}
