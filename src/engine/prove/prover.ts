import type { KeyInWorld, World } from '#engine/world/world.ts';
import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import { isTrue } from './value.ts';
import { type Box } from './box.ts';
import { concrete } from './concrete.ts';
import { type Fact, factBoxes, factsOf, invariantBoxes } from './facts.ts';
import { accessModel, type AccessModel, type Level } from './model/accessModel.ts';
import type { Node } from './node.ts';
import { type Doubt, type Query, search, type SearchResult } from './search.ts';
import { Solver } from './solver.ts';
import { Universe } from './universe.ts';
import { usualWork, Work, type WorkLimit } from './work.ts';
import { ACTION, CALLER, type Literal } from './atom.ts';
import { areDisjoint, type Bits } from './bits.ts';
import { type Found, replay } from './witness.ts';

/** A request that shows something, confirmed by the evaluator. */
export interface Witness {
  readonly request: ScenarioRequest;
  /** How far it gets in each of the worlds the question is about, as the evaluator says. */
  readonly levels: readonly Level[];
  /** What is known about AWS and speaks against such a request ever being sent; empty for an ordinary one. */
  readonly against: readonly Fact[];
}

/** Where and why there is no answer. */
export interface Undecided {
  readonly why: Doubt | 'disagreement' | 'unsent' | 'grants' | 'placeholder' | 'unsupported';
  readonly ref: string | undefined;
  readonly span: SourceSpan | undefined;
}

/** What a search came to, in the language of policies alone and with what is known about AWS. */
export type Looked =
  | { readonly kind: 'witness'; readonly witness: Witness; readonly node: Node }
  /** Only requests that AWS never sends: the witness is one, the facts rule them all out. */
  | {
      readonly kind: 'againstFacts';
      readonly witness: Witness;
      readonly facts: readonly Fact[];
      readonly node: Node;
    }
  | { readonly kind: 'none'; readonly used: ReadonlySet<Box> }
  | {
      readonly kind: 'undecided';
      readonly undecided: Undecided;
      /** Set where it is proved that it is not decided about requests that AWS never sends alone. */
      readonly noneSent?: boolean;
    };

/** Facts that somebody states besides what is known about AWS. */
export interface StatedFacts {
  /** The principals they name. */
  readonly names: readonly string[];
  /** The requests that never occur. */
  readonly boxesIn: (universe: Universe, key: KeyInWorld) => readonly Box[];
}

/** The actions and callers that a box may be about. */
interface Shadow {
  readonly actions: Bits;
  readonly callers: Bits;
}

/**
 * Answers questions about all requests to a key in one or more worlds. Conditions are shared between the worlds, and with them
 * everything that is found out about them.
 */
export class Prover {
  readonly universe: Universe;
  readonly solver: Solver;
  readonly models: readonly AccessModel[];
  /** How often the evaluator did not confirm what a search found. A bug, if it is not 0; such answers are never given. */
  disagreements = 0;
  readonly #work: Work;
  readonly #stated: StatedFacts | undefined;
  readonly #shadows = new WeakMap<Pick<Box, 'literals'>, Shadow>();
  #known:
    | { readonly attributes: number; readonly facts: readonly Box[]; readonly invariants: readonly Box[] }
    | undefined;

  /**
   * @param options `names`: principals that the question names and no document does. `work`: what the question has cost so far,
   * where several provers answer it together.
   * @throws UnsupportedStatement
   */
  constructor(
    worlds: readonly (readonly [World, KeyInWorld])[],
    {
      limit = usualWork,
      work = new Work(limit),
      names = [],
      stated,
    }: {
      readonly limit?: WorkLimit;
      readonly work?: Work;
      readonly names?: readonly string[];
      readonly stated?: StatedFacts | undefined;
    } = {},
  ) {
    this.universe = new Universe(
      worlds.map(([world]) => world),
      [...names, ...(stated?.names ?? [])],
    );
    this.#stated = stated;
    this.solver = new Solver(this.universe);
    this.models = worlds.map(([world, key]) => accessModel(this.universe, world, key));
    this.#work = work;
  }

  /** What the question has cost so far. */
  get spent(): WorkLimit {
    return this.#work.spent;
  }

  get facts(): readonly Box[] {
    return this.#boxes().facts;
  }

  /** Facts are about the condition keys in play, and questions bring in further ones. */
  #boxes(): { readonly facts: readonly Box[]; readonly invariants: readonly Box[] } {
    const known = this.#known;
    if (known?.attributes === this.universe.attributes.length) return known;
    const [first] = this.models;
    const invariants = this.models.flatMap(({ world }) => invariantBoxes(this.universe, world));
    const stated = first === undefined ? [] : (this.#stated?.boxesIn(this.universe, first.key) ?? []);
    const ofAws = first === undefined ? [] : factBoxes(this.universe, first.world, first.key);
    const facts = [...stated, ...ofAws];
    this.#known = { attributes: this.universe.attributes.length, facts, invariants };
    return this.#known;
  }

  /** One search, without replay. What holds in every world is taken into account. */
  search(query: Query): SearchResult {
    const blockers = [...query.blockers, ...this.#boxes().invariants];
    return search(this.solver, { ...query, blockers }, this.#work);
  }

  /**
   * Looks for a request.
   *
   * @param confirms whether the evaluator's levels, one a world, are what the question is after.
   */
  look(query: Query, confirms: (levels: readonly Level[]) => boolean): Looked {
    const result = this.search(query);
    if (result.kind !== 'found') return unfound(result);
    const first = this.#witness(result.node, confirms);
    if (first?.against.length === 0) return { kind: 'witness', witness: first, node: result.node };
    // A request against the facts may be beyond what the evaluator can be asked: then one that AWS sends has to do.
    if (first === undefined && !this.facts.some((box) => this.contains(box, result.node)))
      return this.#disagreed();
    const strict = this.search({ ...query, blockers: [...query.blockers, ...this.facts] });
    if (strict.kind === 'found') {
      const second = this.#witness(strict.node, confirms);
      return second === undefined
        ? this.#disagreed()
        : { kind: 'witness', witness: second, node: strict.node };
    }
    if (first === undefined) return { ...undecided('unsent'), noneSent: strict.kind === 'none' };
    return strict.kind === 'none'
      ? { kind: 'againstFacts', witness: first, facts: factsOf(strict.used), node: result.node }
      : { kind: 'witness', witness: first, node: result.node };
  }

  #disagreed(): Looked {
    this.disagreements++;
    return undecided('disagreement');
  }

  #witness(node: Node, confirms: (levels: readonly Level[]) => boolean): Witness | undefined {
    let request: ScenarioRequest | undefined;
    const levels: Level[] = [];
    for (const { world, key } of this.models) {
      const found = this.concrete(node, world, key);
      // Worlds may derive different keys for the same caller; the first one's request is shown.
      request ??= found.request;
      const level = replay(world, key, found);
      if (level === undefined) return undefined;
      levels.push(level);
    }
    if (request === undefined || !confirms(levels)) return undefined;
    return { request, levels, against: factsOf(this.facts.filter((box) => this.contains(box, node))) };
  }

  /** Whether two boxes may have requests in common, as far as actions and callers tell: cheap, and `true` in doubt. */
  mayMeet(one: Pick<Box, 'literals'>, other: Pick<Box, 'literals'>): boolean {
    const [left, right] = [this.#shadowOf(one), this.#shadowOf(other)];
    return !areDisjoint(left.actions, right.actions) && !areDisjoint(left.callers, right.callers);
  }

  #shadowOf(box: Pick<Box, 'literals'>): Shadow {
    const known = this.#shadows.get(box);
    if (known !== undefined) return known;
    const about = (attribute: number) =>
      box.literals.filter((literal) => this.attributeOf(literal) === attribute);
    const solved = this.solver.solve(ACTION, about(ACTION).toSorted(ascending), new Work());
    const actions = typeof solved === 'string' ? undefined : solved.left;
    const shadow = { actions: actions ?? new Uint32Array(2), callers: this.solver.cellsLeft(about(CALLER)) };
    this.#shadows.set(box, shadow);
    return shadow;
  }

  attributeOf(literal: Literal): number {
    return this.universe.atoms[literal >>> 1]?.attribute ?? ACTION;
  }

  concrete(node: Node, world: World, key: KeyInWorld): Found {
    return concrete(this.solver, world, key, node);
  }

  /** Whether the model of a node lies in a box. */
  contains(box: Box, node: Node): boolean {
    return box.literals.every((literal) => this.holds(literal, node));
  }

  /** Whether the model of a node satisfies a literal. */
  holds(literal: Literal, node: Node): boolean {
    const attribute = this.attributeOf(literal);
    const { value } = node.states.get(attribute) ?? this.solver.unconstrained(attribute);
    return isTrue(literal, this.universe.atoms, value);
  }
}

function undecided(why: Undecided['why']): Extract<Looked, { kind: 'undecided' }> {
  return { kind: 'undecided', undecided: { why, ref: undefined, span: undefined } };
}

function unfound(result: Exclude<SearchResult, { kind: 'found' }>): Looked {
  if (result.kind === 'none') return { kind: 'none', used: result.used };
  const { doubt, at } = result;
  return { kind: 'undecided', undecided: { why: doubt, ref: at?.source.ref, span: at?.source.span } };
}

function ascending(left: number, right: number): number {
  return left - right;
}

/** Levels in their order. */
export function rank(level: Level): number {
  return level === 'none' ? 0 : level === 'viaIam' ? 1 : 2;
}
