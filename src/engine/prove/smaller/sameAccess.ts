import type { Box } from '../box.ts';
import type { AccessModel, Way } from '../model/accessModel.ts';
import type { Prover } from '../prover.ts';
import type { SearchResult } from '../search.ts';
import { every } from '../questions/review.ts';
import type { StatementBoxes } from '../questions/statementBoxes.ts';

/**
 * Whether a key policy decides every request alike with one of its statements changed: `none` is a proof. Like everything about
 * what can be left out, it does not count on grants, which may be retired at any time.
 *
 * @param all the statements as they are, `own` among them.
 */
export function sameAccess(
  prover: Prover,
  all: readonly StatementBoxes[],
  own: StatementBoxes,
  changed: StatementBoxes,
): SearchResult['kind'] {
  return own.statement.effect === 'Deny'
    ? sameDenial(prover, all, own, changed)
    : samePermission(prover, all, own, changed);
}

function samePermission(
  prover: Prover,
  all: readonly StatementBoxes[],
  own: StatementBoxes,
  changed: StatementBoxes,
): SearchResult['kind'] {
  const [model] = prover.models;
  if (model === undefined) return 'undecided';
  const denies = deniesOf(model, all);
  const others = all.filter((one) => one !== own).flatMap(({ ways }) => ways);
  const within = (inner: readonly Way[], outer: readonly Way[]) =>
    every(inner, (way) => {
      const asFar = [...outer, ...others].filter(
        (other) => way.level === 'viaIam' || other.level === 'direct',
      );
      return prover.search({ seed: way.literals, layers: [], blockers: [...denies, ...asFar] });
    }).kind;
  const lost = within(own.ways, changed.ways);
  return lost === 'none' ? within(changed.ways, own.ways) : lost;
}

function sameDenial(
  prover: Prover,
  all: readonly StatementBoxes[],
  own: StatementBoxes,
  changed: StatementBoxes,
): SearchResult['kind'] {
  const [model] = prover.models;
  if (model === undefined) return 'undecided';
  const others = deniesOf(
    model,
    all.filter((one) => one !== own),
  );
  // What nothing allows needs no denial; grants count here, since they allow today.
  const ways = [
    ...all.flatMap((one) => one.ways),
    ...model.ways.filter(({ source }) => source.ref.startsWith('grant:')),
  ];
  const within = (inner: readonly Box[], outer: readonly Box[]) =>
    every(inner, (box) =>
      prover.search({ seed: box.literals, layers: [ways], blockers: [...others, ...outer] }),
    ).kind;
  const lifted = within(own.boxes, changed.boxes);
  return lifted === 'none' ? within(changed.boxes, own.boxes) : lifted;
}

/** The denies of the key policy as its statements are now, and of all other layers. */
function deniesOf(model: AccessModel, all: readonly StatementBoxes[]): readonly Box[] {
  const own = new Set(model.key.policy?.policy.statements.map(({ ref }) => ref));
  const now = all.flatMap(({ statement, boxes }) => (statement.effect === 'Deny' ? boxes : []));
  return [...model.denies.filter(({ source }) => !own.has(source.ref)), ...now];
}
