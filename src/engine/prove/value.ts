import { isNegated, atomOf, type Atom, type CallerAtom, type KeyAtom, type Literal } from './atom.ts';
import { has } from './bits.ts';
import type { Cell } from './callers/cell.ts';
import { laneText } from './text/lanes.ts';
import { passes } from './text/textTest.ts';

/** One value of an attribute. */
export type Value =
  | { readonly kind: 'action'; readonly index: number }
  | CallerValue
  | KeyValue
  | { readonly kind: 'relation'; readonly holds: boolean };

/** One caller: its cell, and for an open cell the words that make its name. */
export interface CallerValue {
  readonly kind: 'caller';
  readonly cell: number;
  readonly words: readonly string[];
  readonly truths: Map<number, boolean>;
}

/** What a request carries under a condition key. A list has at least one value: AWS does not tell an empty one from none. */
export interface KeyValue {
  readonly kind: 'key';
  readonly form: 'absent' | 'single' | 'list';
  readonly texts: readonly string[];
  readonly truths: Map<number, boolean>;
}

export function keyValue(form: KeyValue['form'], texts: readonly string[]): KeyValue {
  return { kind: 'key', form, texts, truths: new Map() };
}

export function callerValue(cell: number, words: readonly string[]): CallerValue {
  return { kind: 'caller', cell, words, truths: new Map() };
}

/** Whether a literal is true of a value of its attribute. */
export function isTrue(literal: Literal, atoms: readonly Atom[], value: Value): boolean {
  return atomHolds(atomOf(literal), atoms, value) !== isNegated(literal);
}

function atomHolds(index: number, atoms: readonly Atom[], value: Value): boolean {
  const atom = atoms[index];
  if (atom === undefined) throw new Error('A literal is of an atom.');
  if (atom.kind === 'action' && value.kind === 'action') return has(atom.actions, value.index);
  if (atom.kind === 'relation' && value.kind === 'relation') return value.holds;
  const truths = 'truths' in value ? value.truths : undefined;
  const known = truths?.get(index);
  if (known !== undefined) return known;
  const truth = computed(atom, value);
  truths?.set(index, truth);
  return truth;
}

function computed(atom: Atom, value: Value): boolean {
  if (atom.kind === 'key' && value.kind === 'key') return keyAtomHolds(atom, value);
  if (atom.kind === 'caller' && value.kind === 'caller') return callerAtomHolds(atom, value);
  throw new Error('A value is of an attribute.');
}

export function keyAtomHolds(atom: Pick<KeyAtom, 'single' | 'list'>, value: KeyValue): boolean {
  if (value.form === 'absent') return false;
  if (value.form === 'single') {
    if (typeof atom.single === 'string') return atom.single === 'always';
    return passes(atom.single.test, value.texts[0] ?? '') !== atom.single.negated;
  }
  if (typeof atom.list === 'string') return atom.list === 'always';
  const { of, test, negated } = atom.list;
  const holds = (text: string) => passes(test, text) !== negated;
  return of === 'some' ? value.texts.some(holds) : value.texts.every(holds);
}

function callerAtomHolds(atom: CallerAtom, value: CallerValue): boolean {
  if (has(atom.always, value.cell)) return true;
  if (!has(atom.possible, value.cell)) return false;
  const open = atom.open.get(value.cell);
  if (open === undefined) return false;
  return passes(open.test, laneText(open.lane, value.words)) !== open.negated;
}

/** The name of a caller: an ARN, or a service's name. */
export function nameOfCaller(cell: Cell, words: readonly string[]): string {
  return cell.name ?? (cell.open === undefined ? '' : laneText(cell.open.whole, words));
}
