import type { SourceSpan } from '#engine/source/span.ts';
import type { Literal } from './atom.ts';
import type { Box } from './box.ts';
import type { Fact } from './facts.ts';
import type { AccessModel, Level, Way } from './model/accessModel.ts';
import { type Looked, type Prover, rank, type Undecided, type Witness } from './prover.ts';

/** Why a request gets further in one version than in the other. */
export type Reason =
  /** Nothing allowed it. */
  | { readonly kind: 'noAllow' }
  /** A Deny of the other version stood in its way. */
  | { readonly kind: 'denied'; readonly ref: string; readonly span: SourceSpan | undefined }
  /** A layer that must allow besides did not: SCPs, the endpoint's policy. */
  | { readonly kind: 'filtered'; readonly layer: string };

/** Access that one version gives and the other does not: a group of requests by the statement that allows them and the reason. */
export interface Difference {
  /** The statement or grant that allows it in the version that allows more. */
  readonly ref: string;
  readonly span: SourceSpan | undefined;
  readonly reason: Reason;
  readonly before: Level;
  readonly after: Level;
  readonly witness: Witness;
  /** Set where only requests that AWS never sends are affected: the facts that rule them out. */
  readonly facts: readonly Fact[];
}

export interface Differences {
  readonly differences: readonly Difference[];
  readonly undecided: readonly Undecided[];
}

/**
 * Every group of requests that get further in model `to` than in model `from` of a prover, with a witness each. No group and
 * nothing undecided is a proof that there is no such request.
 */
export function gained(prover: Prover, from: number, to: number): Differences {
  const [older, newer] = [prover.models[from], prover.models[to]];
  if (older === undefined || newer === undefined) return { differences: [], undecided: [] };
  return new Comparison(prover, older, newer, from, to).run();
}

const LEVELS = ['viaIam', 'direct'] as const;

class Comparison {
  readonly #prover: Prover;
  readonly #older: AccessModel;
  readonly #newer: AccessModel;
  readonly #from: number;
  readonly #to: number;
  readonly #differences: Difference[] = [];
  readonly #undecided: Undecided[] = [];
  readonly #seen = new Set<string>();
  readonly #gone: readonly Box[];

  constructor(prover: Prover, older: AccessModel, newer: AccessModel, from: number, to: number) {
    this.#prover = prover;
    this.#older = older;
    this.#newer = newer;
    this.#from = from;
    this.#to = to;
    const kept = new Set(newer.denies.map(({ name }) => name));
    this.#gone = older.denies.filter(({ name }) => !kept.has(name));
  }

  run(): Differences {
    for (const level of LEVELS) {
      const old = atLeast(this.#older.ways, level);
      const before = new Set(old.map(({ name }) => name));
      const blockers = [...this.#newer.denies, ...old];
      for (const way of atLeast(this.#newer.ways, level)) {
        if (!before.has(way.name)) this.#ask(way, { kind: 'noAllow' }, [], blockers);
        this.#denied(way);
        this.#filtered(way);
      }
    }
    return { differences: this.#differences, undecided: this.#undecided };
  }

  /** Denies of the older version that the newer one does not have in the same words. */
  #denied(way: Way): void {
    for (const deny of this.#gone) {
      if (!this.#prover.mayMeet(way, deny)) continue;
      const { ref, span } = deny.source;
      this.#ask(way, { kind: 'denied', ref, span }, deny.literals, this.#newer.denies);
    }
  }

  #filtered(way: Way): void {
    for (const filter of this.#older.filters) {
      const now = this.#newer.filters.find(({ name }) => name === filter.name);
      const old = new Set(filter.boxes.map(({ name }) => name));
      if (now !== undefined && now.boxes.every(({ name }) => old.has(name))) continue;
      const reason: Reason = { kind: 'filtered', layer: filter.name };
      this.#ask(way, reason, [], [...this.#newer.denies, ...filter.boxes]);
    }
  }

  #ask(way: Way, reason: Reason, more: readonly Literal[], blockers: readonly Box[]): void {
    const group = `${way.source.ref} ${reason.kind} ${'ref' in reason ? reason.ref : ''}`;
    if (this.#seen.has(group)) return;
    const layers = this.#newer.filters.map(({ boxes }) => boxes);
    const looked = this.#prover.look({ seed: [...way.literals, ...more], layers, blockers }, (levels) => {
      const [before, after] = [levels[this.#from] ?? 'none', levels[this.#to] ?? 'none'];
      return rank(after) > rank(before);
    });
    this.#note(group, way, reason, looked);
  }

  #note(group: string, way: Way, reason: Reason, looked: Looked): void {
    if (looked.kind === 'none') return;
    if (looked.kind === 'undecided') {
      const { undecided } = looked;
      this.#undecided.push({ ...undecided, ref: way.source.ref, span: way.source.span });
      return;
    }
    this.#seen.add(group);
    const { witness } = looked;
    this.#differences.push({
      ref: way.source.ref,
      span: way.source.span,
      reason,
      before: witness.levels[this.#from] ?? 'none',
      after: witness.levels[this.#to] ?? 'none',
      witness,
      facts: looked.kind === 'againstFacts' ? looked.facts : [],
    });
  }
}

/** The ways that get a request at least to a level. */
export function atLeast(ways: readonly Way[], level: 'viaIam' | 'direct'): readonly Way[] {
  return level === 'viaIam' ? ways : ways.filter((way) => way.level === 'direct');
}
