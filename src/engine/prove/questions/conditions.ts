import type { Phrase } from '#engine/explain/phrase.ts';
import type { Box } from '../box.ts';
import { type Difference, furtherIn, type Part, Parts } from '../compare.ts';
import type { Fact } from '../facts.ts';
import { type OwnWords, ownWords } from '../general/ownWords.ts';
import { conjunctionAround } from '../general/conjunction.ts';
import { type Conditions, described } from '../general/described.ts';
import type { Level } from '../model/accessModel.ts';
import type { Looked, Prover, Witness } from '../prover.ts';
import { openPoint, type OpenPoint } from './answer.ts';
import { scopeOf } from './scope.ts';

/** A part of a difference: every request that satisfies the conditions is in it. */
export interface DifferencePart extends Conditions {
  readonly before: Level;
  readonly after: Level;
  readonly witness: Witness;
  /** Not empty where the witness is a request that AWS never sends: what rules it out. */
  readonly facts: readonly Fact[];
}

/** The requests of one difference, by statement and reason as a comparison lists them, as general conditions. */
export interface GeneralDifference extends Pick<Difference, 'group' | 'ref' | 'reason'> {
  readonly direction: 'widened' | 'narrowed';
  readonly parts: readonly DifferencePart[];
  /**
   * `all`: proved that there is no further request. `sent`: none but requests that AWS never sends. `more`: there are more, or it
   * is not decided.
   */
  readonly covers: 'all' | 'sent' | 'more';
  readonly open: readonly OpenPoint[];
}

export interface ConditionsAnswer {
  readonly differences: readonly GeneralDifference[];
  readonly scope: readonly Phrase[];
}

/** The most parts a difference is told in; what lies beyond is said to be more. */
const MOST_PARTS = 16;

/**
 * What two versions differ in, as conditions instead of single requests: around each request found, the smallest conditions that
 * stay within the difference, until no request is left.
 *
 * @param prover of the two worlds, the earlier one first.
 */
export function differencesByConditions(prover: Prover): ConditionsAnswer {
  const [, after] = prover.models;
  if (after === undefined) throw new Error('Two versions are compared.');
  const words = ownWords(prover);
  return {
    differences: [...inDirection(prover, 'widened', words), ...inDirection(prover, 'narrowed', words)],
    scope: scopeOf(after.key),
  };
}

function inDirection(
  prover: Prover,
  direction: GeneralDifference['direction'],
  words: OwnWords,
): readonly GeneralDifference[] {
  const [from, to] = direction === 'widened' ? ([0, 1] as const) : ([1, 0] as const);
  const [older, newer] = [prover.models[from], prover.models[to]];
  if (older === undefined || newer === undefined) return [];
  const parts = new Parts(prover, older, newer);
  const groups = new Map<string, Group>();
  for (const level of ['viaIam', 'direct'] as const) {
    for (const part of parts.at(level)) {
      // What a way newly lets through at its own level is all that it newly lets through.
      if (part.way.level !== level) continue;
      const group = groups.get(part.group) ?? new Group(prover, words, direction, part);
      groups.set(part.group, group);
      group.cover(part);
    }
  }
  return [...groups.values()].flatMap((group) => group.told() ?? []);
}

/** Collects the parts of one difference. */
class Group {
  readonly #prover: Prover;
  readonly #words: OwnWords;
  readonly #direction: GeneralDifference['direction'];
  readonly #about: Pick<Difference, 'group' | 'ref' | 'reason'>;
  readonly #parts: DifferencePart[] = [];
  readonly #open: OpenPoint[] = [];
  readonly #found: Box[] = [];
  #covers: GeneralDifference['covers'] = 'all';

  constructor(
    prover: Prover,
    words: OwnWords,
    direction: GeneralDifference['direction'],
    { group, way, reason }: Part,
  ) {
    this.#prover = prover;
    this.#words = words;
    this.#direction = direction;
    this.#about = { group, ref: way.source.ref, reason };
  }

  /** Finds requests of a part outside what was found before, until there are none. */
  cover({ way, query }: Part): void {
    for (;;) {
      const blockers = [...query.blockers, ...this.#found];
      const looked = this.#prover.look({ ...query, blockers }, furtherIn(...this.#order()));
      if (looked.kind === 'none') return;
      if (looked.kind === 'undecided') {
        if (looked.noneSent === true) this.#leaveOutUnsent();
        else this.#leaveOpen(openPoint({ ...looked.undecided, ...way.source }));
        return;
      }
      const isSent = looked.kind === 'witness';
      if (!isSent && this.#parts.some(({ facts }) => facts.length === 0)) {
        this.#leaveOutUnsent();
        return;
      }
      if (this.#parts.length === MOST_PARTS) {
        this.#covers = 'more';
        return;
      }
      this.#add(looked, query);
    }
  }

  #leaveOutUnsent(): void {
    if (this.#covers === 'all') this.#covers = 'sent';
  }

  #leaveOpen(point: OpenPoint): void {
    this.#covers = 'more';
    this.#open.push(point);
  }

  #order(): readonly [from: number, to: number] {
    return this.#direction === 'widened' ? [0, 1] : [1, 0];
  }

  #add(looked: Extract<Looked, { kind: 'witness' | 'againstFacts' }>, query: Part['query']): void {
    const { witness, node } = looked;
    const literals = conjunctionAround(this.#prover, query, node);
    const [before = 'none', after = 'none'] = witness.levels;
    this.#found.push({ literals, name: literals.join(), source: { ref: 'found', span: undefined } });
    this.#parts.push({
      ...described(this.#prover, literals, this.#words),
      before,
      after,
      witness,
      facts: looked.kind === 'againstFacts' ? looked.facts : [],
    });
  }

  told(): GeneralDifference | undefined {
    if (this.#parts.length + this.#open.length === 0) return undefined;
    // A part that AWS may send says more than those it never sends.
    const sent = this.#parts.filter(({ facts }) => facts.length === 0);
    const covers =
      sent.length > 0 && sent.length < this.#parts.length && this.#covers === 'all' ? 'sent' : this.#covers;
    return {
      ...this.#about,
      direction: this.#direction,
      parts: sent.length > 0 ? sent : this.#parts,
      covers,
      open: this.#open,
    };
  }
}
