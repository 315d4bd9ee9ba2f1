import {
  type Atom,
  atomOf,
  type Attribute,
  type CallerAtom,
  isNegated,
  type KeyAtom,
  type KeyAttribute,
  type Literal,
} from './atom.ts';
import type { AttributeState, Solved } from './attributeState.ts';
import { both, type Bits, bitsWhere, firstOf, membersOf, without } from './bits.ts';
import { type LaneConstraint, laneText, searchLanes } from './text/lanes.ts';
import { solveText, type TextConstraint } from './text/solveText.ts';
import { passes, type TextTest } from './text/textTest.ts';
import type { Universe } from './universe.ts';
import { callerValue, isTrue, type KeyValue, keyValue, type Value } from './value.ts';
import { Work } from './work.ts';

/**
 * Decides for one attribute at a time whether literals can hold together, and with which value. Every answer is remembered:
 * the same question comes up in many branches of a search.
 */
export class Solver {
  readonly universe: Universe;
  readonly #solved = new Map<string, Solved>();
  readonly #unconstrained: AttributeState[] = [];

  constructor(universe: Universe) {
    this.universe = universe;
  }

  /** What is known of an attribute that nothing is assumed about. */
  unconstrained(attribute: number): AttributeState {
    const known = this.#unconstrained[attribute];
    if (known !== undefined) return known;
    const solved = this.solve(attribute, [], new Work());
    if (typeof solved === 'string') throw new Error('An attribute has a value.');
    this.#unconstrained[attribute] = solved;
    return solved;
  }

  /** @throws OutOfWork */
  solve(index: number, literals: readonly Literal[], work: Work): Solved {
    work.move(literals.length);
    const name = `${index}:${literals.join()}`;
    const known = this.#solved.get(name);
    if (known !== undefined) return known;
    const attribute = this.universe.attributes[index];
    if (attribute === undefined) throw new Error('A literal is about an attribute.');
    const solved = this.#compute(attribute, literals, work);
    this.#solved.set(name, solved);
    return solved;
  }

  #compute(attribute: Attribute, literals: readonly Literal[], work: Work): Solved {
    switch (attribute.kind) {
      case 'action':
        return this.#solveAction(literals);
      case 'caller':
        return this.#solveCaller(literals, work);
      case 'key':
        return this.#solveKey(attribute, literals, work);
      case 'relation':
        return solveRelation(literals);
      default:
        return attribute satisfies never;
    }
  }

  #solveAction(literals: readonly Literal[]): Solved {
    let left = bitsWhere(this.universe.actions.length, () => true);
    for (const literal of literals) {
      const atom = this.atom(literal);
      if (atom.kind === 'action')
        left = isNegated(literal) ? without(left, atom.actions) : both(left, atom.actions);
    }
    const index = firstOf(left);
    if (index === undefined) return 'none';
    return { literals, value: { kind: 'action', index }, left, values: undefined };
  }

  atom(literal: Literal): Atom {
    const atom = this.universe.atoms[atomOf(literal)];
    if (atom === undefined) throw new Error('A literal is of an atom.');
    return atom;
  }

  #solveCaller(literals: readonly Literal[], work: Work): Solved {
    let left = this.cellsLeft(literals);
    let undecided = false;
    for (const cell of membersOf(left)) {
      const words = this.#wordsFor(cell, literals, work);
      if (typeof words === 'object')
        return { literals, value: callerValue(cell, words), left, values: undefined };
      if (words === 'undecided') undecided = true;
      else
        left = without(
          left,
          bitsWhere(cell + 1, (index) => index === cell),
        );
    }
    return undecided ? 'undecided' : 'none';
  }

  /** The cells some of whose callers may satisfy the literals. */
  cellsLeft(literals: readonly Literal[]): Bits {
    let left = bitsWhere(this.universe.cells.length, () => true);
    for (const literal of literals) {
      const atom = this.atom(literal);
      if (atom.kind === 'caller')
        left = isNegated(literal) ? without(left, atom.always) : both(left, atom.possible);
    }
    return left;
  }

  #wordsFor(
    index: number,
    literals: readonly Literal[],
    work: Work,
  ): readonly string[] | 'none' | 'undecided' {
    const open = this.universe.cells[index]?.open;
    if (open === undefined) return [];
    const constraints: LaneConstraint[] = [...open.apart];
    const others: { readonly test: TextTest; readonly wanted: boolean; readonly atom: CallerAtom }[] = [];
    for (const literal of literals) {
      const atom = this.atom(literal);
      const own = atom.kind === 'caller' ? atom.open.get(index) : undefined;
      if (own === undefined || atom.kind !== 'caller') continue;
      const wanted = own.negated === isNegated(literal);
      if (own.test.kind === 'text') constraints.push({ lane: own.lane, test: own.test, wanted });
      else others.push({ test: own.test, wanted, atom });
    }
    const fits = (words: readonly string[]) => {
      work.move(constraints.length);
      const value = callerValue(index, words);
      return (
        constraints.every(({ lane, test, wanted }) => passes(test, laneText(lane, words)) === wanted) &&
        literals.every((literal) => isTrue(literal, this.universe.atoms, value))
      );
    };
    const sample = open.samples.find(fits);
    if (sample !== undefined) return sample;
    const words = searchLanes(open.phases, constraints, work);
    if (words === undefined) return 'none';
    // Numbers, dates and the like in the name of a caller: what was found may or may not fit them.
    return others.length === 0 || fits(words) ? words : 'undecided';
  }

  #solveKey(attribute: KeyAttribute, literals: readonly Literal[], work: Work): Solved {
    const atoms = literals.flatMap((literal) => {
      const atom = this.atom(literal);
      return atom.kind === 'key' ? [{ atom, holds: !isNegated(literal) }] : [];
    });
    const state = (value: KeyValue): AttributeState => ({
      literals,
      value,
      left: undefined,
      values: this.valuesOf(attribute, literals),
    });
    if (atoms.every(({ holds }) => !holds)) return state(keyValue('absent', []));
    const single = attribute.single ? solveSingle(atoms, attribute, work) : 'none';
    if (typeof single === 'object') return state(keyValue('single', [single.text]));
    const list = attribute.list ? solveList(atoms, attribute, work) : 'none';
    if (typeof list === 'object') return state(keyValue('list', list));
    return single === 'undecided' || list === 'undecided' ? 'undecided' : 'none';
  }

  /** All values of a key that satisfy literals, where a literal leaves only a few to begin with. */
  valuesOf(attribute: KeyAttribute, literals: readonly Literal[]): readonly KeyValue[] | undefined {
    let candidates: readonly KeyValue[] | undefined;
    for (const literal of literals) {
      candidates = this.#listedBy(attribute, literal);
      if (candidates !== undefined) break;
    }
    return candidates?.filter((value) =>
      literals.every((literal) => isTrue(literal, this.universe.atoms, value)),
    );
  }

  #listedBy(attribute: KeyAttribute, literal: Literal): readonly KeyValue[] | undefined {
    const atom = this.atom(literal);
    if (atom.kind !== 'key') return undefined;
    if (isNegated(literal)) return isPresence(atom, attribute) ? [keyValue('absent', [])] : undefined;
    if (attribute.list) return undefined;
    const texts = attribute.text.type === 'bool' ? ['true', 'false'] : listedTexts(atom);
    return texts?.map((text) => keyValue('single', [text]));
  }
}

function isPresence({ single, list }: KeyAtom, attribute: KeyAttribute): boolean {
  return (!attribute.single || single === 'always') && (!attribute.list || list === 'always');
}

function listedTexts({ single }: KeyAtom): readonly string[] | undefined {
  if (typeof single === 'string' || single.negated) return undefined;
  const { test } = single;
  return test.kind === 'text' && test.globs.length === 0 ? [...test.exact] : undefined;
}

function solveRelation(literals: readonly Literal[]): Solved {
  const holds = literals.some((literal) => !isNegated(literal));
  if (holds && literals.some(isNegated)) return 'none';
  const value: Value = { kind: 'relation', holds };
  return { literals, value, left: undefined, values: undefined };
}

interface Required {
  readonly atom: KeyAtom;
  readonly holds: boolean;
}

function solveSingle(
  atoms: readonly Required[],
  attribute: KeyAttribute,
  work: Work,
): { readonly text: string } | 'none' | 'undecided' {
  const constraints: TextConstraint[] = [];
  for (const { atom, holds } of atoms) {
    if (atom.single === 'always' || atom.single === 'never') {
      if ((atom.single === 'always') !== holds) return 'none';
    } else constraints.push({ test: atom.single.test, wanted: holds !== atom.single.negated });
  }
  return solveText(constraints, attribute.text, work);
}

/** Some constraints bind every value, each of the others needs one value that satisfies it and all of those. */
function solveList(
  atoms: readonly Required[],
  attribute: KeyAttribute,
  work: Work,
): readonly string[] | 'none' | 'undecided' {
  const everyOne: TextConstraint[] = [];
  const needed: TextConstraint[] = [];
  for (const { atom, holds } of atoms) {
    if (atom.list === 'always' || atom.list === 'never') {
      if ((atom.list === 'always') !== holds) return 'none';
    } else {
      const constraint = { test: atom.list.test, wanted: holds !== atom.list.negated };
      const ofEvery = (atom.list.of === 'every') === holds;
      (ofEvery ? everyOne : needed).push(constraint);
    }
  }
  const texts: string[] = [];
  for (const one of needed.length === 0 ? [undefined] : needed) {
    const already = one !== undefined && texts.some((text) => passes(one.test, text) === one.wanted);
    if (already) continue;
    const solved = solveText(one === undefined ? everyOne : [...everyOne, one], attribute.text, work);
    if (typeof solved === 'string') return solved;
    texts.push(solved.text);
  }
  return texts;
}
