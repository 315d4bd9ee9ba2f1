import type { Literal } from './atom.ts';
import type { Box } from './box.ts';
import { everything, type Node, Nodes } from './node.ts';
import { atOneInstant } from './oneInstant.ts';
import { realise } from './relations.ts';
import type { Solver } from './solver.ts';
import { OutOfWork, type Work } from './work.ts';

/** Is there a request that satisfies `seed`, lies in some box of every layer, and in none of the blockers? */
export interface Query {
  readonly seed: readonly Literal[];
  readonly layers: readonly (readonly Box[])[];
  readonly blockers: readonly Box[];
}

/** Why a search ended without an answer. */
export type Doubt =
  /** The budget was used up. */
  | 'work'
  /** Conditions with policy variables, whose keys could not be given values that fit. */
  | 'variables'
  /** Conditions of different families on one key, or a value out of the ordinary. */
  | 'values';

/** `none` is a proof; `used` are the boxes it rests on. */
export type SearchResult =
  | { readonly kind: 'found'; readonly node: Node }
  | { readonly kind: 'none'; readonly used: ReadonlySet<Box> }
  | { readonly kind: 'undecided'; readonly doubt: Doubt; readonly at: Box | undefined };

interface Branch {
  readonly node: Node;
  readonly assume: readonly Literal[];
  readonly blockers: readonly Box[];
  readonly layers: readonly (readonly Box[])[];
}

/**
 * Model-guided box subtraction: keeps a concrete request, looks for a blocker that it lies in, and branches on what sets it
 * apart from that blocker. Only the attribute that changes is solved again.
 */
export function search(solver: Solver, query: Query, work: Work): SearchResult {
  work.share();
  return new Search(solver, work).run(query);
}

class Search {
  readonly #nodes: Nodes;
  readonly #solver: Solver;
  readonly #work: Work;
  readonly #used = new Set<Box>();
  readonly #stack: Branch[] = [];
  #doubt: Doubt | undefined;
  #at: Box | undefined;

  constructor(solver: Solver, work: Work) {
    this.#solver = solver;
    this.#work = work;
    this.#nodes = new Nodes(solver, work);
  }

  run({ seed, layers, blockers }: Query): SearchResult {
    try {
      this.#stack.push({ node: everything, assume: seed, blockers, layers });
      for (let branch = this.#stack.pop(); branch !== undefined; branch = this.#stack.pop()) {
        const found = this.#explore(branch);
        if (found !== undefined) return { kind: 'found', node: found };
      }
    } catch (error) {
      if (!(error instanceof OutOfWork)) throw error;
      return { kind: 'undecided', doubt: 'work', at: this.#at };
    }
    if (this.#doubt !== undefined) return { kind: 'undecided', doubt: this.#doubt, at: this.#at };
    return { kind: 'none', used: this.#used };
  }

  #explore({ node: parent, assume, ...rest }: Branch): Node | undefined {
    this.#work.step();
    const assumed = this.#nodes.assumeAll(parent, assume);
    const settled = assumed && this.#settle(assumed, rest.blockers, rest.layers);
    if (settled === undefined) return undefined;
    const { node, blockers, layers } = settled;
    const hit = this.#hit(node, blockers);
    if (hit !== undefined) {
      this.#branchOut(settled, hit);
      return undefined;
    }
    const missed = layers.find((layer) => !layer.some((box) => this.#contains(box, node)));
    if (missed !== undefined) {
      for (const box of missed.toReversed())
        this.#stack.push({ node, assume: box.literals, blockers, layers });
      return undefined;
    }
    return this.#finish(settled);
  }

  /** A model that nothing speaks against: the relations between its keys have to hold too. */
  #finish(settled: Settled): Node | undefined {
    const { node, blockers, layers } = settled;
    if (node.doubtful) {
      this.#doubt ??= 'values';
      return undefined;
    }
    const timed = atOneInstant(this.#solver, this.#nodes, node, this.#work);
    if (typeof timed === 'string') {
      if (timed === 'stuck') this.#doubt ??= 'values';
      return undefined;
    }
    const realised = realise(this.#solver, this.#nodes, timed, this.#work);
    switch (realised.kind) {
      case 'impossible':
        return undefined;
      case 'realised':
        // Keys were given other values, and relations may have turned out otherwise than the model had it: look again.
        if (this.#isStill(realised.node, blockers, layers)) return realised.node;
        this.#stack.push({ node: realised.node, assume: [], blockers, layers });
        return undefined;
      case 'stuck':
        this.#doubt ??= 'variables';
        return undefined;
      default:
        return realised satisfies never;
    }
  }

  #isStill(node: Node, blockers: readonly Box[], layers: readonly (readonly Box[])[]): boolean {
    return (
      this.#hit(node, blockers) === undefined &&
      layers.every((layer) => layer.some((box) => this.#contains(box, node)))
    );
  }

  #contains(box: Box, node: Node): boolean {
    return box.literals.every((literal) => this.#nodes.isTrue(node, literal));
  }

  /** The blocker around the model that leaves the fewest ways out. */
  #hit(node: Node, blockers: readonly Box[]): Box | undefined {
    let best: Box | undefined;
    let fewest = Infinity;
    for (const box of blockers) {
      if (!this.#contains(box, node)) continue;
      const open = this.#open(box, node).length;
      if (open < fewest) {
        best = box;
        fewest = open;
      }
    }
    return best;
  }

  #open(box: Box, node: Node): readonly Literal[] {
    return box.literals.filter((literal) => this.#nodes.standing(node, literal) === 'open');
  }

  /** The ways out of a blocker, each without the ones before it. */
  #branchOut({ node, blockers, layers }: Settled, hit: Box): void {
    this.#used.add(hit);
    this.#at = hit;
    const open = this.#open(hit, node);
    this.#work.move(open.length * open.length);
    for (let at = open.length - 1; at >= 0; at--) {
      const literal = open[at] ?? 0;
      const assume = [...open.slice(0, at), literal ^ 1];
      this.#stack.push({ node, assume, blockers, layers });
    }
  }

  /**
   * Draws the conclusions that need no choice, until there are none left: a blocker with one way out leaves that one, a layer
   * with one box left is in that one. Undefined where nothing is left.
   */
  #settle(
    from: Node,
    allBlockers: readonly Box[],
    allLayers: readonly (readonly Box[])[],
  ): Settled | undefined {
    let settled: Settled = { node: from, blockers: allBlockers, layers: allLayers };
    for (;;) {
      const next = this.#settleOnce(settled);
      if (next === undefined) return undefined;
      if (next.node === settled.node) return next;
      settled = next;
    }
  }

  #settleOnce({ node: from, blockers, layers }: Settled): Settled | undefined {
    let node = from;
    const alive: Box[] = [];
    for (const box of blockers) {
      const ways = this.#waysOut(box, node);
      if (ways === 'outside') continue;
      alive.push(box);
      if (ways.length > 1) continue;
      this.#used.add(box);
      const [only] = ways;
      const next = only === undefined ? undefined : this.#nodes.assume(node, only ^ 1);
      if (next === undefined) return undefined;
      node = next;
    }
    const open: (readonly Box[])[] = [];
    for (const layer of layers) {
      const left = layer.filter((box) => this.#waysOut(box, node) !== 'outside');
      const [only] = left;
      if (only === undefined) return undefined;
      if (left.some((box) => this.#open(box, node).length === 0)) continue;
      open.push(left);
      if (left.length > 1) continue;
      const next = this.#nodes.assumeAll(node, only.literals);
      if (next === undefined) return undefined;
      node = next;
    }
    return { node, blockers: alive, layers: open };
  }

  #waysOut(box: Box, node: Node): readonly Literal[] | 'outside' {
    const open: Literal[] = [];
    for (const literal of box.literals) {
      const standing = this.#nodes.standing(node, literal);
      if (standing === 'fails') return 'outside';
      if (standing === 'open') open.push(literal);
    }
    return open;
  }
}

interface Settled {
  readonly node: Node;
  readonly blockers: readonly Box[];
  readonly layers: readonly (readonly Box[])[];
}
