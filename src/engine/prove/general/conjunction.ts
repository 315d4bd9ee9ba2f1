import type { Literal } from '../atom.ts';
import type { Box } from '../box.ts';
import type { Node } from '../node.ts';
import type { Prover } from '../prover.ts';
import type { Query } from '../search.ts';

/**
 * As few conditions as still keep every request that satisfies them within a query: the model of a node with everything about it
 * left out that does not matter. Each condition that is dropped is dropped by a proof; one about which there is none stays.
 *
 * @param node found by that query: its model satisfies the conditions.
 */
export function conjunctionAround(prover: Prover, query: Query, node: Node): readonly Literal[] {
  let literals = enough(prover, query, node);
  for (const literal of literals) {
    const fewer = literals.filter((other) => other !== literal);
    if (isWithin(prover, fewer, query)) literals = fewer;
  }
  return literals;
}

/** Conditions that are certainly enough; those that may be needed least come first. */
function enough(prover: Prover, { seed, layers, blockers }: Query, node: Node): readonly Literal[] {
  const required = [...seed];
  for (const layer of layers) {
    const box = layer.find((one) => prover.contains(one, node));
    required.push(...(box?.literals ?? []));
  }
  const outside: Literal[] = [];
  let left = blockers.filter((box) => mayMeet(prover, required, box));
  while (left.length > 0) {
    const literal = mostTelling(prover, left, node);
    // A model that was found is outside of every blocker.
    if (literal === undefined) throw new Error('A request that was found lies in a blocker.');
    outside.push(literal ^ 1);
    left = left.filter((box) => !box.literals.includes(literal));
  }
  return [...new Set([...outside.toReversed(), ...required])];
}

function mayMeet(prover: Prover, literals: readonly Literal[], box: Box): boolean {
  if (!prover.mayMeet({ literals }, box)) return false;
  const both = { seed: [...literals, ...box.literals], layers: [], blockers: [] };
  return prover.search(both).kind !== 'none';
}

/** The literal that the model lacks to be in most of some boxes; of several such the one about the action, then the caller. */
function mostTelling(prover: Prover, boxes: readonly Box[], node: Node): Literal | undefined {
  const counts = new Map<Literal, number>();
  for (const { literals } of boxes) {
    for (const literal of literals) {
      if (!prover.holds(literal, node)) counts.set(literal, (counts.get(literal) ?? 0) + 1);
    }
  }
  const rank = ([literal, count]: readonly [Literal, number]) => [
    -count,
    prover.attributeOf(literal),
    literal,
  ];
  const ranked = [...counts].toSorted((left, right) => compareLists(rank(left), rank(right)));
  return ranked[0]?.[0];
}

function compareLists(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

/** A proof that all requests with some properties are what a query looks for. */
function isWithin(prover: Prover, literals: readonly Literal[], { seed, layers, blockers }: Query): boolean {
  const none = (query: Omit<Query, 'seed'>) => prover.search({ ...query, seed: literals }).kind === 'none';
  const all: Box = { literals: seed, name: '', source: { ref: '', span: undefined } };
  return (
    none({ layers: [], blockers: [all] }) &&
    layers.every((layer) => none({ layers: [], blockers: layer })) &&
    (blockers.length === 0 || none({ layers: [blockers], blockers: [] }))
  );
}
