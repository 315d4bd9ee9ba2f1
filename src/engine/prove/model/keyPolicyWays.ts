import type { Policy, PrincipalElement, Statement } from '#engine/policy/policy.ts';
import type { KeyInWorld } from '#engine/world/world.ts';
import type { Literal } from '../atom.ts';
import { boxOf, type BoxSource } from '../box.ts';
import type { Cell } from '../callers/cell.ts';
import { type Naming, namingsOf } from '../callers/principal.ts';
import type { Universe } from '../universe.ts';
import type { Way } from './accessModel.ts';
import { type Identities, literalsOf, type Need } from './identities.ts';
import { effective, restOf, sourceOf } from './statementBox.ts';

/** The ways that the key policy opens (KMS section 0.3, step 5). */
export function keyPolicyWays(universe: Universe, identities: Identities, key: KeyInWorld): readonly Way[] {
  const policy = key.policy?.policy;
  if (policy === undefined) return [];
  return effective(policy, 'Allow').flatMap((statement) =>
    statementWays(universe, identities, { policy, key }, statement),
  );
}

/** The ways that one statement of the key policy opens. */
export function statementWays(
  universe: Universe,
  identities: Identities,
  { policy, key }: { readonly policy: Policy; readonly key: KeyInWorld },
  statement: Statement,
): readonly Way[] {
  const { principal } = statement;
  const rest = literalsOf(restOf(universe, policy, statement, key.arn));
  if (principal === undefined || rest === undefined) return [];
  const namings = (cell: Cell) => namingsIn(principal, cell, identities);
  return waysFor(universe, identities, sourceOf(statement), rest, namings, (cell, naming) =>
    identities.needOf(cell, naming),
  );
}

/** A NotPrincipal that spares a caller's account or itself does not apply; otherwise it is as good as `*` (IAM-040, IAM-041). */
function namingsIn(element: PrincipalElement, cell: Cell, identities: Identities): ReadonlySet<Naming> {
  const namings = namingsOf(element.entries, cell, identities.ids);
  if (!element.negated) return namings;
  return new Set<Naming>(namings.size === 0 ? ['strong'] : []);
}

/** The ways for all cells that are named: one for those that need nothing more, and one for each thing an identity's policies allow. */
export function waysFor(
  universe: Universe,
  identities: Identities,
  source: BoxSource,
  rest: readonly Literal[],
  namings: (cell: Cell) => ReadonlySet<Naming>,
  needOf: (cell: Cell, naming: Naming) => Need,
): readonly Way[] {
  const named = universe.cells.map((cell) => namings(cell));
  return (['direct', 'viaIam'] as const).flatMap((level) => {
    const needs = universe.cells.map((cell, at) =>
      easiest(named[at] ?? nobody, level, (naming) => needOf(cell, naming)),
    );
    return alternatives(universe, identities, needs).flatMap((literals): readonly Way[] => {
      const box = boxOf(source, [...literals, ...rest]);
      return box === undefined ? [] : [{ ...box, level }];
    });
  });
}

/** Who gets through on what: everyone who needs nothing more, and each known identity with what its policies allow. */
function alternatives(
  universe: Universe,
  identities: Identities,
  needs: readonly Need[],
): readonly (readonly Literal[])[] {
  const cellsThatNeed = (need: Need, of?: string) =>
    universe.callers((cell, index) => needs[index] === need && (of === undefined || cell.name === of));
  const found: (readonly Literal[])[] = needs.includes('nothing') ? [[cellsThatNeed('nothing')]] : [];
  for (const need of ['limits', 'all'] as const) {
    const concerned = identities
      .known()
      .filter(({ facts }) =>
        universe.cells.some((cell, at) => cell.name === facts.arn && needs[at] === need),
      );
    for (const identity of concerned) {
      const callers = cellsThatNeed(need, identity.facts.arn);
      found.push(...identities.own(identity, need).map(({ literals }) => [callers, ...literals]));
    }
  }
  return found;
}

const nobody: ReadonlySet<Naming> = new Set();
const EASE: readonly Need[] = ['nothing', 'limits', 'all', 'closed'];

/** The least that any of the namings of a level asks for. */
function easiest(namings: ReadonlySet<Naming>, level: Way['level'], needOf: (naming: Naming) => Need): Need {
  let best: Need = 'closed';
  if (namings.size === 0) return best;
  for (const naming of namings) {
    if ((naming === 'account') !== (level === 'viaIam')) continue;
    const need = needOf(naming);
    if (EASE.indexOf(need) < EASE.indexOf(best)) best = need;
  }
  return best;
}
