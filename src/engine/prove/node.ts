import { ACTION, atomOf, CALLER, isNegated, type Literal } from './atom.ts';
import type { AttributeState, Solved } from './attributeState.ts';
import { areDisjoint, type Bits, both, isWithin, without } from './bits.ts';
import type { Solver } from './solver.ts';
import { isTrue, type Value } from './value.ts';
import type { Work } from './work.ts';

/** A part of all requests: what is assumed about each attribute, with one request of it as the model. Never changed. */
export interface Node {
  /** By attribute; missing where nothing is assumed. */
  readonly states: ReadonlyMap<number, AttributeState>;
  /** Whether some attribute could not be decided on the way here. */
  readonly doubtful: boolean;
}

export const everything: Node = { states: new Map(), doubtful: false };

/** What a node says about a literal: true or false of all its requests, or open. */
type Standing = 'holds' | 'fails' | 'open';

export class Nodes {
  readonly #solver: Solver;
  readonly #work: Work;

  constructor(solver: Solver, work: Work) {
    this.#solver = solver;
    this.#work = work;
  }

  stateOf(node: Node, attribute: number): AttributeState {
    return node.states.get(attribute) ?? this.#solver.unconstrained(attribute);
  }

  attributeOf(literal: Literal): number {
    return this.#solver.atom(literal).attribute;
  }

  /** Whether the model of a node satisfies a literal. */
  isTrue(node: Node, literal: Literal): boolean {
    this.#work.move(1);
    const { value } = this.stateOf(node, this.attributeOf(literal));
    return isTrue(literal, this.#solver.universe.atoms, value);
  }

  /** Cheap and cautious: `open` may turn out to be settled. */
  standing(node: Node, literal: Literal): Standing {
    const attribute = this.attributeOf(literal);
    const state = node.states.get(attribute);
    this.#charge(state);
    if (attribute === ACTION || attribute === CALLER) return this.#standingOfSet(attribute, state, literal);
    if (state === undefined) return 'open';
    if (state.literals.includes(literal)) return 'holds';
    if (state.literals.includes(literal ^ 1)) return 'fails';
    if (state.values === undefined) return this.#standingOfPresence(state, literal);
    let holds = 0;
    for (const value of state.values) if (isTrue(literal, this.#solver.universe.atoms, value)) holds++;
    if (holds === 0) return 'fails';
    return holds === state.values.length ? 'holds' : 'open';
  }

  #charge(state: AttributeState | undefined): void {
    this.#work.move(1 + (state?.literals.length ?? 0) + (state?.values?.length ?? 0));
  }

  /** Every positive condition on a key says that the key is there. */
  #standingOfPresence(state: AttributeState, literal: Literal): Standing {
    const atom = this.#solver.universe.atoms[atomOf(literal)];
    const aboutPresence = atom?.kind === 'key' && atom.single === 'always' && atom.list === 'always';
    if (!aboutPresence || !state.literals.some((own) => !isNegated(own))) return 'open';
    return isNegated(literal) ? 'fails' : 'holds';
  }

  #standingOfSet(attribute: number, state: AttributeState | undefined, literal: Literal): Standing {
    const [always, possible] = this.#setsOf(literal);
    const { left } = state ?? this.#solver.unconstrained(attribute);
    if (left === undefined) return 'open';
    const [yes, no] = isNegated(literal) ? (['fails', 'holds'] as const) : (['holds', 'fails'] as const);
    if (areDisjoint(left, possible)) return no;
    if (isWithin(left, always)) return yes;
    if (state?.literals.includes(literal) === true) return 'holds';
    return state?.literals.includes(literal ^ 1) === true ? 'fails' : 'open';
  }

  /** The actions or cells of which a literal's atom is true for certain, and those of which it may be. */
  #setsOf(literal: Literal): readonly [Bits, Bits] {
    const atom = this.#solver.universe.atoms[atomOf(literal)];
    if (atom?.kind === 'action') return [atom.actions, atom.actions];
    if (atom?.kind === 'caller') return [atom.always, atom.possible];
    throw new Error('Actions and callers are sets.');
  }

  /**
   * The part of a node in which a literal holds; undefined where there is none.
   *
   * @throws OutOfWork
   */
  assume(node: Node, literal: Literal): Node | undefined {
    return this.assumeAll(node, [literal]);
  }

  /** The same for several literals. */
  assumeAll(node: Node, literals: readonly Literal[]): Node | undefined {
    let states: Map<number, AttributeState> | undefined;
    let { doubtful } = node;
    for (const literal of literals) {
      const attribute = this.attributeOf(literal);
      const state = (states ?? node.states).get(attribute) ?? this.#solver.unconstrained(attribute);
      if (state.literals.includes(literal)) continue;
      const next = this.#with(attribute, state, literal);
      if (next === 'none') return undefined;
      states ??= this.#copyOf(node);
      if (next === 'undecided') doubtful = true;
      states.set(attribute, next === 'undecided' ? this.#doubtful(state, literal) : next);
    }
    return states === undefined ? node : { states, doubtful };
  }

  #copyOf({ states }: Node): Map<number, AttributeState> {
    this.#work.move(states.size);
    return new Map(states);
  }

  #with(attribute: number, state: AttributeState, literal: Literal): Solved {
    const literals = insert(state.literals, literal);
    return isTrue(literal, this.#solver.universe.atoms, state.value)
      ? this.#narrowed(attribute, state, literal, literals)
      : this.#solver.solve(attribute, literals, this.#work);
  }

  /** The same node with another value for an attribute in its model. */
  withValue(node: Node, attribute: number, value: Value): Node {
    const state = this.stateOf(node, attribute);
    return { states: this.#copyOf(node).set(attribute, { ...state, value }), doubtful: node.doubtful };
  }

  /** The model satisfies the literal already: only what is left over shrinks. */
  #narrowed(
    attribute: number,
    state: AttributeState,
    literal: Literal,
    literals: readonly Literal[],
  ): AttributeState {
    if (state.left !== undefined) {
      const [always, possible] = this.#setsOf(literal);
      const left = isNegated(literal) ? without(state.left, always) : both(state.left, possible);
      return { ...state, literals, left };
    }
    const own = this.#solver.universe.attributes[attribute];
    const values =
      state.values?.filter((value) => isTrue(literal, this.#solver.universe.atoms, value)) ??
      (own?.kind === 'key' ? this.#solver.valuesOf(own, literals) : undefined);
    return { ...state, literals, values };
  }

  /** It is not known whether the literals can hold together: go on, but claim nothing from what is found here. */
  #doubtful(state: AttributeState, literal: Literal): AttributeState {
    const literals = insert(state.literals, literal);
    const left = state.left === undefined ? undefined : this.#solver.cellsLeft(literals);
    return { ...state, literals, left, values: undefined };
  }
}

function insert(literals: readonly Literal[], literal: Literal): readonly Literal[] {
  const at = literals.findIndex((other) => other > literal);
  return at < 0 ? [...literals, literal] : literals.toSpliced(at, 0, literal);
}
