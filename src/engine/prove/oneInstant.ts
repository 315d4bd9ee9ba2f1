import { parseInstant } from '#engine/conditions/instant.ts';
import type { Literal } from './atom.ts';
import type { Node, Nodes } from './node.ts';
import type { Solver } from './solver.ts';
import { instantTest, type TextTest } from './text/textTest.ts';
import { isTrue, keyValue } from './value.ts';
import type { Work } from './work.ts';

/**
 * Makes `aws:CurrentTime` and `aws:EpochTime` of a model say the same instant, where a request carries both: what is assumed of
 * the one is assumed of the other's instant, too.
 *
 * @returns `impossible` is a proof that no instant fits; `stuck` that none was found.
 */
export function atOneInstant(
  solver: Solver,
  nodes: Nodes,
  node: Node,
  work: Work,
): Node | 'impossible' | 'stuck' {
  const { universe } = solver;
  const [clock = -1, epoch = -1] = ['aws:currenttime', 'aws:epochtime'].map((key) =>
    universe.attributes.findIndex((attribute) => attribute.kind === 'key' && attribute.key === key),
  );
  const [time, seconds] = [clock, epoch].map((index) => instantOf(nodes, node, index));
  if (time === undefined || seconds === undefined || time === seconds) return node;
  const both: Literal[] = [...nodes.stateOf(node, clock).literals, universe.present(clock)];
  const { literals } = nodes.stateOf(node, epoch);
  for (const literal of literals) {
    const moved = movedTo(solver, clock, literal);
    if (moved === undefined) return 'stuck';
    both.push(moved);
  }
  const sorted = [...new Set(both)].toSorted((left, right) => left - right);
  const solved = solver.solve(clock, sorted, work);
  if (typeof solved === 'string') return solved === 'none' ? 'impossible' : 'stuck';
  const next = nodes.withValue(node, clock, solved.value);
  const value = keyValue('single', [instantOf(nodes, next, clock) ?? '']);
  // Conditions that read the text of it may see another one than was solved for.
  if (!literals.every((literal) => isTrue(literal, universe.atoms, value))) return 'stuck';
  return nodes.withValue(next, epoch, value);
}

/** In epoch seconds; the text itself where it is no date, undefined where the key is absent or not in play. */
function instantOf(nodes: Nodes, node: Node, index: number): string | undefined {
  if (index < 0) return undefined;
  const { value } = nodes.stateOf(node, index);
  if (value.kind !== 'key' || value.form === 'absent') return undefined;
  const [text = ''] = value.texts;
  const instant = parseInstant(text);
  if (instant === undefined) return text;
  return `${instant.seconds}.${instant.fraction}`.replace(/\.$/, '');
}

/** A condition on the epoch seconds as one on the same instant in any notation. */
function movedTo({ universe }: Solver, clock: number, literal: Literal): Literal | undefined {
  const atom = universe.atoms[literal >>> 1];
  if (atom?.kind !== 'key') return undefined;
  const { single } = atom;
  const sign = literal & 1;
  if (typeof single === 'string') return universe.present(clock) | sign;
  const test = asInstant(single.test);
  return test && universe.key(clock, { ...single, test }, 'never') | sign;
}

function asInstant(test: TextTest): TextTest | undefined {
  if (test.kind === 'instant') return test;
  // A year is written with four digits, so that only longer numbers are seconds for certain.
  if (test.kind !== 'number' || !test.texts.every((text) => /^\d{5,}$/.test(text))) return undefined;
  return instantTest(test.relation, test.texts);
}
