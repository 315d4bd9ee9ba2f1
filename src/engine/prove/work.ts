/** How much work a question may cost. Work is counted, not timed, so that the same question has the same answer everywhere. */
export interface WorkLimit {
  /** Nodes of the search. */
  readonly steps: number;
  /** Whatever the steps are made of: literals looked at, what is copied for a new node, transitions of pattern automata. */
  readonly moves: number;
}

/** What a question may cost when nothing else is said: about a second at the very worst. */
export const usualWork: WorkLimit = { steps: 200_000, moves: 10_000_000 };

/** Ends a search that has used up its budget; caught where the search began, and answered as undecided. */
export class OutOfWork extends Error {}

/** Counts the work of one question. */
export class Work {
  #steps = 0;
  #moves = 0;
  readonly #limit: WorkLimit;
  #allowed: WorkLimit;

  constructor(limit: WorkLimit = usualWork) {
    this.#limit = limit;
    this.#allowed = limit;
  }

  /** What was spent so far. */
  get spent(): WorkLimit {
    return { steps: this.#steps, moves: this.#moves };
  }

  /** The next search of the question may spend half of what is left: a hard one leaves something for those after it. */
  share(): void {
    this.#allowed = {
      steps: half(this.#steps, this.#limit.steps),
      moves: half(this.#moves, this.#limit.moves),
    };
  }

  /** @throws OutOfWork */
  step(): void {
    if (this.#steps >= this.#allowed.steps) throw new OutOfWork();
    this.#steps++;
  }

  /** @throws OutOfWork */
  move(count: number): void {
    this.#moves += count;
    if (this.#moves > this.#allowed.moves) throw new OutOfWork();
  }
}

function half(spent: number, limit: number): number {
  return spent + Math.max(0, limit - spent) / 2;
}
