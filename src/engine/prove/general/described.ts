import type { Phrase } from '#engine/explain/phrase.ts';
import { code, list } from '#engine/explain/words.ts';
import { ACTION, atomOf, CALLER, isNegated, type Literal } from '../atom.ts';
import { type Bits, bitsWhere, both, has, without } from '../bits.ts';
import { type CellKind, derive } from '../callers/cell.ts';
import type { Prover } from '../prover.ts';
import type { OwnWords, Written } from './ownWords.ts';
import { actionWords, callerWords, joined } from './parties.ts';
import { atomWords, clauseWords } from './said.ts';

/** Callers as far as documents tell them apart: somebody by name, or all others of a kind in an account. */
export interface Party {
  readonly kind: CellKind;
  /** Undefined where any account will do that no document names; and of services. */
  readonly account: string | undefined;
  /** ARN, or name of a service; undefined for the others of their kind. */
  readonly name: string | undefined;
}

/** A set of requests by conditions that all must hold. */
export interface Conditions {
  readonly actions: readonly string[];
  readonly callers: readonly Party[];
  /** On condition keys; `holds` is false for the opposite of what a policy says. Undefined: of a grant or an endpoint. */
  readonly keys: readonly (Written | undefined)[];
  /** `kms:Decrypt` by `role/App` when `kms:ViaService` is absent. */
  readonly sentence: Phrase;
}

/** What literals say, in the words of the documents they come from. */
export function described(prover: Prover, literals: readonly Literal[], words: OwnWords): Conditions {
  const { universe } = prover;
  const [actions, callers] = [setOf(prover, literals, ACTION), setOf(prover, literals, CALLER)];
  const onKeys = literals.filter((literal) => !isSet(prover, literal));
  const ordered = onKeys.toSorted(
    (left, right) =>
      prover.attributeOf(left) - prover.attributeOf(right) ||
      Number(isNegated(left)) - Number(isNegated(right)) ||
      left - right,
  );
  const told = { literals: ordered, callers, texts: words.conditions };
  const conditions = [...new Set(ordered.map((literal) => prover.attributeOf(literal)))].flatMap(
    (attribute) => aboutOne(prover, attribute, told),
  );
  const when: Phrase = conditions.length === 0 ? [] : [' when ', ...joined(conditions, 'and')];
  return {
    actions: universe.actions.filter((_, index) => has(actions, index)),
    callers: universe.cells.flatMap(({ kind, account, name, session }, index) =>
      has(callers, index) ? [{ kind, account, name: session ?? name }] : [],
    ),
    keys: ordered.map((literal) => words.conditions.get(literal)),
    sentence: [
      ...actionWords(universe, actions, words.actions),
      ' by ',
      ...callerWords(universe, callers),
      ...when,
    ],
  };
}

/** Whether a literal is about a set of actions or of callers that can be listed. */
function isSet(prover: Prover, literal: Literal): boolean {
  const atom = prover.universe.atoms[atomOf(literal)];
  return atom?.kind === 'action' || (atom?.kind === 'caller' && atom.open.size === 0);
}

function setOf(prover: Prover, literals: readonly Literal[], attribute: number): Bits {
  const { actions, cells, atoms } = prover.universe;
  let left = bitsWhere((attribute === ACTION ? actions : cells).length, () => true);
  for (const literal of literals) {
    const atom = atoms[atomOf(literal)];
    if (atom?.attribute !== attribute || !isSet(prover, literal)) continue;
    const own = atom.kind === 'action' ? atom.actions : atom.kind === 'caller' ? atom.always : left;
    left = isNegated(literal) ? without(left, own) : both(left, own);
  }
  return left;
}

interface Told {
  readonly literals: readonly Literal[];
  readonly callers: Bits;
  readonly texts: ReadonlyMap<Literal, Written>;
}

/** What is said of one key, or of the caller, in all: the values that are left, where several conditions leave a few. */
function aboutOne(prover: Prover, index: number, told: Told): readonly Phrase[] {
  const attribute = prover.universe.attributes[index];
  const literals = told.literals.filter((literal) => prover.attributeOf(literal) === index);
  const values =
    attribute?.kind === 'key' && literals.length > 1
      ? prover.solver.valuesOf(attribute, literals)
      : undefined;
  if (attribute?.kind !== 'key' || values?.every(({ form }) => form === 'single') !== true)
    return literals.map((literal) => wordsFor(prover, literal, told));
  const texts = values.flatMap((value) => value.texts.map(code));
  return [[code(attribute.name), ' is ', ...list(texts, 3, 'or')]];
}

function wordsFor(prover: Prover, literal: Literal, told: Told): Phrase {
  const index = prover.attributeOf(literal);
  const attribute = prover.universe.attributes[index];
  const atom = prover.universe.atoms[atomOf(literal)];
  const written = told.texts.get(literal);
  if (written !== undefined) {
    const isThere =
      attribute?.kind === 'caller'
        ? everyCallerHas(prover, written.clause.key.value, told)
        : isThereBesides(prover, literal, told);
    return clauseWords(written.clause, written.holds, isThere);
  }
  if (attribute?.kind !== 'key' || atom?.kind !== 'key') return [];
  return atomWords(attribute.name, atom, !isNegated(literal), isThereBesides(prover, literal, told));
}

function everyCallerHas({ universe }: Prover, key: string, { callers }: Told): boolean {
  return universe.cells.every(
    (cell, index) => !has(callers, index) || derive(cell, key.toLowerCase()).kind !== 'absent',
  );
}

/** Whether another condition on the key says that it is there: every positive literal does. */
function isThereBesides(prover: Prover, literal: Literal, { literals }: Told): boolean {
  const index = prover.attributeOf(literal);
  if (prover.universe.attributes[index]?.kind !== 'key') return false;
  return literals.some(
    (other) => other !== literal && !isNegated(other) && prover.attributeOf(other) === index,
  );
}
