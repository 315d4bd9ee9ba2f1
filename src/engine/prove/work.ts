/** How much work a question may cost. Work is counted, not timed, so that the same question has the same answer everywhere. */
export interface WorkLimit {
  /** Nodes of the search. */
  readonly steps: number;
  /** Transitions of pattern automata. */
  readonly moves: number;
}

/** What a question may cost when nothing else is said: about a second at the very worst. */
export const usualWork: WorkLimit = { steps: 200_000, moves: 20_000_000 };

/** Ends a search that has used up its budget; caught where the search began, and answered as undecided. */
export class OutOfWork extends Error {}

/** Counts the work of one question. */
export class Work {
  #steps = 0;
  #moves = 0;
  readonly #limit: WorkLimit;

  constructor(limit: WorkLimit = usualWork) {
    this.#limit = limit;
  }

  get steps(): number {
    return this.#steps;
  }

  /** @throws OutOfWork */
  step(): void {
    if (++this.#steps > this.#limit.steps) throw new OutOfWork();
  }

  /** @throws OutOfWork */
  move(count: number): void {
    this.#moves += count;
    if (this.#moves > this.#limit.moves) throw new OutOfWork();
  }
}
