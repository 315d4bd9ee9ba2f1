import type { Attribute, Literal, Relation } from './atom.ts';
import { derive, isDerived } from './callers/cell.ts';
import { shapeLiteral } from './clause.ts';
import type { Node, Nodes } from './node.ts';
import { RelationReader } from './relationReader.ts';
import type { Solver } from './solver.ts';
import { literalGlob } from './text/glob.ts';
import { textTest } from './text/textTest.ts';
import type { Work } from './work.ts';

/**
 * What became of giving keys values that fit the relations a node assumes. In a node that is `realised` relations that nothing
 * was assumed about are as they turned out.
 */
type Realised =
  | { readonly kind: 'realised'; readonly node: Node }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'stuck' };

const MOST_ROUNDS = 24;

/**
 * Makes conditions with policy variables come true as the node assumes them: values for the variables first, then for the key
 * that is compared with them, by its ordinary solver. What cannot be done within a few rounds is `stuck`, never "none".
 */
export function realise(solver: Solver, nodes: Nodes, from: Node, work: Work): Realised {
  const relations = solver.universe.attributes.flatMap((attribute, index) =>
    attribute.kind === 'relation' ? [{ index, relation: attribute.relation }] : [],
  );
  if (relations.length === 0) return { kind: 'realised', node: from };
  const realiser = new Realiser(solver, nodes, work);
  let node = from;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wrong = relations.find(({ index, relation }) => {
      const wanted = realiser.wanted(node, index);
      return wanted !== undefined && realiser.truth(node, relation) !== wanted;
    });
    if (wrong === undefined) return realiser.withTruths(node, relations);
    const next = realiser.repair(node, wrong.relation, realiser.wanted(node, wrong.index) === true, round);
    if (next === undefined) return { kind: 'stuck' };
    if (next === 'impossible') return { kind: 'impossible' };
    node = next;
  }
  return { kind: 'stuck' };
}

class Realiser {
  readonly #solver: Solver;
  readonly #nodes: Nodes;
  readonly #work: Work;
  readonly #reader: RelationReader;

  constructor(solver: Solver, nodes: Nodes, work: Work) {
    this.#solver = solver;
    this.#nodes = nodes;
    this.#work = work;
    this.#reader = new RelationReader(solver.universe, nodes);
  }

  /** What a node assumes of a relation; undefined where it assumes nothing. */
  wanted(node: Node, index: number): boolean | undefined {
    const [literal] = node.states.get(index)?.literals ?? [];
    return literal === undefined ? undefined : (literal & 1) === 0;
  }

  truth(node: Node, relation: Relation): boolean {
    // The variables are looked up in all that the model says.
    this.#work.move(this.#solver.universe.attributes.length);
    return this.#reader.truth(node, relation);
  }

  withTruths(
    node: Node,
    relations: readonly { readonly index: number; readonly relation: Relation }[],
  ): Realised {
    let result = node;
    for (const { index, relation } of relations) {
      const holds = this.truth(node, relation);
      const { value } = this.#nodes.stateOf(result, index);
      if (value.kind !== 'relation' || value.holds === holds) continue;
      result = this.#nodes.withValue(result, index, { kind: 'relation', holds });
    }
    return { kind: 'realised', node: result };
  }

  /** The node with one value changed so that the relation comes out as wanted. */
  repair(node: Node, relation: Relation, wanted: boolean, round: number): Node | 'impossible' | undefined {
    const alike = wanted !== relation.mismatch;
    const steps = [
      () => (alike ? this.#withVariables(node, relation) : undefined),
      () => this.#bySubject(node, relation, wanted),
      () => (alike ? this.#withSubject(node, relation) : undefined),
      () => this.#byVariable(node, relation, alike),
    ];
    // Taking turns gets out of a circle in which one repair undoes the other.
    const order = round % 4 === 3 ? [steps[0], steps[3], steps[2], steps[1]] : steps;
    for (const step of order) {
      const next = step?.();
      if (next !== undefined) return next;
    }
    return this.#isImpossible(node, relation, wanted) ? 'impossible' : undefined;
  }

  /** A proof that what is assumed of the keys leaves no values for which the relation comes out as wanted. */
  #isImpossible(node: Node, relation: Relation, wanted: boolean): boolean {
    const absent = this.#cannotBe(node, relation.key, relation, true);
    if (relation.mismatch && wanted) return absent;
    if (relation.mismatch && !this.#cannotBe(node, relation.key, relation, false)) return false;
    if (!relation.mismatch && !wanted) return false;
    return (
      (!relation.mismatch && absent) ||
      this.#variablesHaveNoValue(node, relation) ||
      this.#cannotBeEqual(node, relation)
    );
  }

  /** Values for variables that have none: another caller, where they follow from the caller. */
  #withVariables(node: Node, relation: Relation): Node | undefined {
    if (this.#reader.resolved(node, relation).length > 0) return undefined;
    let result: Node | undefined = node;
    for (const part of relation.templates.flatMap(({ parts }) => parts)) {
      if (part.kind === 'variable' && result !== undefined)
        result = this.#withPresent(result, part.name, relation);
    }
    return result === node ? undefined : result;
  }

  #withPresent(node: Node, name: string, relation: Relation): Node | undefined {
    const presence = this.#presence(name, relation);
    if (this.#nodes.isTrue(node, presence)) return node;
    return this.#solvedWith(node, this.#nodes.attributeOf(presence), presence);
  }

  /** A value for the compared key where it has none, so that a variable can follow it. */
  #withSubject(node: Node, relation: Relation): Node | undefined {
    if (relation.key === undefined) return undefined;
    const next = this.#withPresent(node, relation.key, relation);
    return next === node ? undefined : next;
  }

  /** Whether a request carries a key; for one that follows from the caller, whether it is a caller that has it. */
  #presence(name: string, relation: Relation): Literal {
    const { universe } = this.#solver;
    const index = universe.variableAttribute(name, relation);
    if (index !== undefined) return universe.present(index);
    return universe.callers((cell) => derive(cell, name.toLowerCase()).kind !== 'absent');
  }

  /** The compared key gets a value that fits what the variables say now. */
  #bySubject(node: Node, relation: Relation, wanted: boolean): Node | undefined {
    if (relation.key === undefined) return undefined;
    const shape = relation.shape(relation.testOf(this.#reader.resolved(node, relation)));
    const literal = shapeLiteral(
      this.#solver.universe,
      relation.key,
      { absent: false, ...shape },
      relation.keptFromKeyPolicy,
    );
    if (typeof literal === 'string') return undefined;
    const attribute = this.#nodes.attributeOf(literal);
    return this.#solvedWith(node, attribute, wanted ? literal : literal ^ 1);
  }

  /** A lone variable gets the compared key's value, or another one than that. */
  #byVariable(node: Node, relation: Relation, alike: boolean): Node | undefined {
    const key = loneVariable(relation);
    const [text] = this.#reader.subject(node, relation).texts;
    if (key === undefined || text === undefined) return undefined;
    const test = textTest([literalGlob(text)]);
    const shape = { absent: false, single: { test, negated: false }, list: 'never' } as const;
    const literal = shapeLiteral(
      this.#solver.universe,
      key,
      shape,
      relation.keptFromKeyPolicy && isKept(key),
    );
    if (typeof literal === 'string') return undefined;
    return this.#solvedWith(node, this.#nodes.attributeOf(literal), alike ? literal : literal ^ 1);
  }

  /** A proof that some variable of every value is absent from all requests of the node. */
  #variablesHaveNoValue(node: Node, relation: Relation): boolean {
    return relation.templates.every((template) =>
      template.parts.some(
        (part) =>
          part.kind === 'variable' &&
          part.fallback === undefined &&
          this.#cannotBe(node, part.name, relation, true),
      ),
    );
  }

  /** A proof that a key cannot be present, or cannot be absent, in any request of the node. */
  #cannotBe(node: Node, name: string | undefined, relation: Relation, present: boolean): boolean {
    if (name === undefined) return false;
    const presence = this.#presence(name, relation) ^ (present ? 0 : 1);
    const index = this.#nodes.attributeOf(presence);
    const literals = [...this.#nodes.stateOf(node, index).literals, presence];
    const sorted = [...new Set(literals)].toSorted((left, right) => left - right);
    return this.#solver.solve(index, sorted, this.#work) === 'none';
  }

  /**
   * A proof that a key and the variable it must equal have no value in common: what is assumed of both holds of no one text.
   */
  #cannotBeEqual(node: Node, relation: Relation): boolean {
    const key = loneVariable(relation);
    if (
      key === undefined ||
      isDerived(key) ||
      relation.key === undefined ||
      isDerived(relation.key.toLowerCase())
    )
      return false;
    if (!isExact(relation)) return false;
    const { universe } = this.#solver;
    const left = universe.keyAttribute(relation.key, relation.keptFromKeyPolicy);
    const right = universe.keyAttribute(key, relation.keptFromKeyPolicy && isKept(key));
    const [one, other] = [universe.attributes[left], universe.attributes[right]];
    if (!isSingleKey(one) || !isSingleKey(other)) return false;
    const moved = this.#nodes.stateOf(node, right).literals.map((literal) => {
      const atom = universe.atoms[literal >>> 1];
      if (atom?.kind !== 'key') return literal;
      const own =
        atom.single === 'always' ? universe.present(left) : universe.key(left, atom.single, 'never');
      return own | (literal & 1);
    });
    const literals = new Set<Literal>([
      ...this.#nodes.stateOf(node, left).literals,
      ...moved,
      universe.present(left),
    ]);
    return (
      this.#solver.solve(
        left,
        [...literals].toSorted((a, b) => a - b),
        this.#work,
      ) === 'none'
    );
  }

  /** The node with a value for an attribute for which one more literal holds; nothing is assumed for good. */
  #solvedWith(node: Node, attribute: number, literal: Literal): Node | undefined {
    const state = this.#nodes.stateOf(node, attribute);
    const literals = [...new Set([...state.literals, literal])].toSorted((left, right) => left - right);
    const solved = this.#solver.solve(attribute, literals, this.#work);
    return typeof solved === 'string' ? undefined : this.#nodes.withValue(node, attribute, solved.value);
  }
}

function isKept(key: string): boolean {
  return key === 'kms:resourcealiases' || key.startsWith('aws:resourcetag/');
}

function isSingleKey(attribute: Attribute | undefined): boolean {
  return attribute?.kind === 'key' && !attribute.list;
}

/** The variable that alone makes the relation's only value. */
function loneVariable({ templates }: Relation): string | undefined {
  const [template] = templates;
  if (templates.length !== 1 || template === undefined || template.parts.length !== 1) return undefined;
  const [part] = template.parts;
  return part?.kind === 'variable' && part.fallback === undefined ? part.key : undefined;
}

/** Whether the relation is equality, letter by letter. */
function isExact(relation: Relation): boolean {
  const test = relation.testOf([{ text: 'aB', segments: [{ kind: 'text', text: 'aB' }] }]);
  return test.kind === 'text' && test.globs.length === 0 && test.exact.has('aB');
}
