import type { CallerTest, ListShape, Literal, Shape, SingleShape } from '../atom.ts';
import { bitsWhere } from '../bits.ts';
import { passes } from '../text/textTest.ts';
import type { Universe } from '../universe.ts';
import { type Cell, derive } from './cell.ts';

/**
 * A condition on a key that follows from the caller, as a literal about the caller.
 *
 * @param shapeFor what the condition says of the key's value, for the callers of a cell.
 */
export function callerLiteral(
  universe: Universe,
  key: string,
  shapeFor: (cell: Cell) => Shape,
): Literal | 'always' | 'never' {
  const open = new Map<number, CallerTest>();
  const truths = universe.cells.map((cell, index) => {
    const truth = truthFor(cell, key, shapeFor(cell));
    if (typeof truth !== 'object') return truth;
    open.set(index, truth);
    return undefined;
  });
  if (!truths.includes(false) && open.size === 0) return 'always';
  if (!truths.includes(true) && open.size === 0) return 'never';
  const size = truths.length;
  return universe.callerTests(
    bitsWhere(size, (index) => truths[index] === true),
    bitsWhere(size, (index) => truths[index] !== false),
    open,
  );
}

function truthFor(cell: Cell, key: string, shape: Shape): boolean | CallerTest {
  const derived = derive(cell, key);
  switch (derived.kind) {
    case 'absent':
      return shape.absent;
    case 'text':
      return typeof shape.single === 'string'
        ? shape.single === 'always'
        : passes(shape.single.test, derived.text) !== shape.single.negated;
    case 'list':
      return listHolds(shape.list, derived.texts);
    case 'lane': {
      const one: SingleShape | ListShape = derived.list ? shape.list : shape.single;
      // A list of one: some and every are the same.
      return typeof one === 'string'
        ? one === 'always'
        : { lane: derived.lane, test: one.test, negated: one.negated };
    }
    default:
      return derived satisfies never;
  }
}

function listHolds(shape: ListShape, texts: readonly string[]): boolean {
  if (typeof shape === 'string') return shape === 'always';
  const holds = (text: string) => passes(shape.test, text) !== shape.negated;
  return shape.of === 'some' ? texts.some(holds) : texts.every(holds);
}
