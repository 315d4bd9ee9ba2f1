import type { SourceSpan } from '#engine/source/span.ts';
import type { Literal } from './atom.ts';
import type { Box } from './box.ts';
import type { Fact } from './facts.ts';
import type { AccessModel, Level, Way } from './model/accessModel.ts';
import { type Looked, type Prover, rank, type Undecided, type Witness } from './prover.ts';
import type { Query } from './search.ts';

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
  /** Tells it from the other differences in its direction. */
  readonly group: string;
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

/** Requests that a way of one version lets through and the other version did not let get as far, for one reason. */
export interface Part {
  /** The same for the parts of one difference: they have their statement and their reason in common. */
  readonly group: string;
  readonly way: Way;
  readonly reason: Reason;
  readonly query: Query;
}

class Comparison {
  readonly #prover: Prover;
  readonly #parts: Parts;
  readonly #from: number;
  readonly #to: number;
  readonly #differences: Difference[] = [];
  readonly #undecided: Undecided[] = [];
  readonly #seen = new Set<string>();

  constructor(prover: Prover, older: AccessModel, newer: AccessModel, from: number, to: number) {
    this.#prover = prover;
    this.#parts = new Parts(prover, older, newer);
    this.#from = from;
    this.#to = to;
  }

  run(): Differences {
    for (const level of LEVELS) {
      for (const part of this.#parts.at(level)) {
        if (this.#seen.has(part.group)) continue;
        this.#note(part, this.#prover.look(part.query, furtherIn(this.#from, this.#to)));
      }
    }
    return { differences: this.#differences, undecided: this.#undecided };
  }

  #note({ group, way, reason }: Part, looked: Looked): void {
    if (looked.kind === 'none') return;
    if (looked.kind === 'undecided') {
      const { undecided } = looked;
      this.#undecided.push({ ...undecided, ref: way.source.ref, span: way.source.span });
      return;
    }
    this.#seen.add(group);
    const { witness } = looked;
    this.#differences.push({
      group,
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

/** Whether a request gets further in one world than in another, as the evaluator says. */
export function furtherIn(from: number, to: number): (levels: readonly Level[]) => boolean {
  return (levels) => rank(levels[to] ?? 'none') > rank(levels[from] ?? 'none');
}

/** All that a newer version may allow and an older one did not, in parts: together they are the whole difference. */
export class Parts {
  readonly #prover: Prover;
  readonly #older: AccessModel;
  readonly #newer: AccessModel;
  readonly #gone: readonly Box[];

  constructor(prover: Prover, older: AccessModel, newer: AccessModel) {
    this.#prover = prover;
    this.#older = older;
    this.#newer = newer;
    const kept = new Set(newer.denies.map(({ name }) => name));
    this.#gone = older.denies.filter(({ name }) => !kept.has(name));
  }

  /** The parts whose requests reach a level now and did not before. */
  *at(level: Way['level']): Iterable<Part> {
    const old = atLeast(this.#older.ways, level);
    const before = new Set(old.map(({ name }) => name));
    const blockers = [...this.#newer.denies, ...old];
    for (const way of atLeast(this.#newer.ways, level)) {
      if (!before.has(way.name)) yield this.#part(way, { kind: 'noAllow' }, [], blockers);
      yield* this.#denied(way);
      yield* this.#filtered(way);
    }
  }

  /** Denies of the older version that the newer one does not have in the same words. */
  *#denied(way: Way): Iterable<Part> {
    for (const deny of this.#gone) {
      if (!this.#prover.mayMeet(way, deny)) continue;
      const { ref, span } = deny.source;
      yield this.#part(way, { kind: 'denied', ref, span }, deny.literals, this.#newer.denies);
    }
  }

  *#filtered(way: Way): Iterable<Part> {
    for (const filter of this.#older.filters) {
      const now = this.#newer.filters.find(({ name }) => name === filter.name);
      const old = new Set(filter.boxes.map(({ name }) => name));
      if (now !== undefined && now.boxes.every(({ name }) => old.has(name))) continue;
      const reason: Reason = { kind: 'filtered', layer: filter.name };
      yield this.#part(way, reason, [], [...this.#newer.denies, ...filter.boxes]);
    }
  }

  #part(way: Way, reason: Reason, more: readonly Literal[], blockers: readonly Box[]): Part {
    const layers = this.#newer.filters.map(({ boxes }) => boxes);
    const group = `${way.source.ref} ${reason.kind} ${'ref' in reason ? reason.ref : ''}`;
    return { group, way, reason, query: { seed: [...way.literals, ...more], layers, blockers } };
  }
}

/** The ways that get a request at least to a level. */
export function atLeast(ways: readonly Way[], level: 'viaIam' | 'direct'): readonly Way[] {
  return level === 'viaIam' ? ways : ways.filter((way) => way.level === 'direct');
}
