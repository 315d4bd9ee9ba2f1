import type { Sourced, Statement } from '#engine/policy/policy.ts';
import { Identities } from '../model/identities.ts';
import { statementWays } from '../model/keyPolicyWays.ts';
import type { Prover } from '../prover.ts';
import { matchedBy, statementBoxes, type StatementBoxes } from '../questions/statementBoxes.ts';
import type { WorkLimit } from '../work.ts';
import { partsOf, type StatementPart } from './parts.ts';
import { sameAccess } from './sameAccess.ts';

/** A part that a statement does without. */
export interface DroppedPart {
  readonly kind: StatementPart['kind'];
  readonly statement: Statement;
  readonly place: Sourced;
}

/** What a key policy does without. */
export interface Reduction {
  readonly statements: readonly Statement[];
  readonly parts: readonly DroppedPart[];
  /** Whether about everything else it is proved that it is needed. */
  readonly isLeast: boolean;
}

/** The share of a question's work that looking for what to leave out may take: the proof of the whole needs the rest. */
const SHARE = 0.5;

/**
 * What can be left out of a key policy while it decides every request as before: statements, then conditions and entries of the
 * ones that are left. Taken one at a time, since two can make each other superfluous, the last one first; each is a proof.
 *
 * @param limit of the whole question.
 */
export function reduce(prover: Prover, limit: WorkLimit): Reduction {
  const reducer = new Reducer(prover, limit);
  reducer.dropStatements();
  // What was left out may make something else superfluous that was needed before.
  while (reducer.dropParts());
  return reducer.reduction;
}

class Reducer {
  readonly #prover: Prover;
  readonly #limit: WorkLimit;
  readonly #identities: Identities | undefined;
  readonly #statements: Statement[] = [];
  readonly #parts: DroppedPart[] = [];
  #left: readonly StatementBoxes[];
  #isLeast = true;

  constructor(prover: Prover, limit: WorkLimit) {
    const [model] = prover.models;
    this.#prover = prover;
    this.#limit = limit;
    this.#identities = model && new Identities(prover.universe, model.world, model.key);
    this.#left = statementBoxes(prover);
  }

  get reduction(): Reduction {
    const gone = new Set(this.#statements.map(({ index }) => index));
    const parts = this.#parts.filter(({ statement }) => !gone.has(statement.index));
    return { statements: this.#statements, parts, isLeast: this.#isLeast };
  }

  dropStatements(): void {
    for (const own of this.#left.toReversed()) this.#dropWhole(own);
  }

  /** @returns whether something was dropped. */
  dropParts(): boolean {
    const before = this.#statements.length + this.#parts.length;
    for (const own of this.#left.toReversed()) {
      if (this.#dropWhole(own)) continue;
      for (const part of partsOf(own.statement)) this.#dropPart(own.statement, part);
    }
    return this.#statements.length + this.#parts.length > before;
  }

  #dropWhole(own: StatementBoxes): boolean {
    if (!this.#isSame(own, { ...own, boxes: [], ways: [] })) return false;
    this.#statements.push(own.statement);
    this.#left = this.#left.filter((one) => one !== own);
    return true;
  }

  #dropPart(statement: Statement, part: StatementPart): void {
    const own = this.#left.find((one) => one.statement.index === statement.index);
    const without = own && part.without(own.statement);
    if (own === undefined || without === undefined) return;
    const changed = this.#boxesOf(own, without);
    if (!this.#isSame(own, changed)) return;
    this.#parts.push({ kind: part.kind, statement, place: part.place });
    this.#left = this.#left.map((one) => (one === own ? changed : one));
  }

  /** Whether a change is proved to change nothing, within the share of the work that looking for changes has. */
  #isSame(own: StatementBoxes, changed: StatementBoxes): boolean {
    const same = this.#isOver() ? 'undecided' : sameAccess(this.#prover, this.#left, own, changed);
    if (same === 'undecided') this.#isLeast = false;
    return same === 'none';
  }

  #isOver(): boolean {
    const { steps, moves } = this.#prover.spent;
    return steps > this.#limit.steps * SHARE || moves > this.#limit.moves * SHARE;
  }

  #boxesOf({ policy, key }: StatementBoxes, statement: Statement): StatementBoxes {
    const box = matchedBy(this.#prover, { policy, key }, statement);
    const ways =
      statement.effect === 'Deny' || this.#identities === undefined
        ? []
        : statementWays(this.#prover.universe, this.#identities, { policy, key }, statement);
    return { policy, key, statement, boxes: box === undefined ? [] : [box], ways };
  }
}
