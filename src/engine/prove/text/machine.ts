import { ANY_RUN, COLON, foldCode, type Glob, isRun, takes } from './glob.ts';

/**
 * A glob as a deterministic automaton whose states are made when they are first reached. A state is the set of positions in
 * the glob that the characters read so far can have led to; state 0 is dead.
 */
export class Machine {
  readonly start: number;
  readonly #tokens: readonly number[];
  readonly #fold: boolean;
  readonly #states: number[][] = [[]];
  readonly #byKey = new Map<string, number>([['', 0]]);
  readonly #moves: Map<number, number>[] = [new Map()];
  readonly #labels: (readonly number[] | undefined)[] = [[]];

  constructor(glob: Glob) {
    this.#tokens = glob.tokens;
    this.#fold = glob.fold;
    this.start = this.#intern([0]);
  }

  /** The state after one more character. */
  next(state: number, char: number): number {
    const code = this.#fold ? foldCode(char) : char;
    const moves = this.#moves[state];
    const known = moves?.get(code);
    if (known !== undefined) return known;
    const positions: number[] = [];
    for (const position of this.#states[state] ?? []) {
      const token = this.#tokens[position];
      if (token === undefined || !takes(token, code)) continue;
      positions.push(isRun(token) ? position : position + 1);
    }
    const next = this.#intern(positions);
    moves?.set(code, next);
    return next;
  }

  /** The state after a whole text. */
  read(text: string, from = this.start): number {
    let state = from;
    for (const char of text) {
      if (state === 0) return 0;
      state = this.next(state, char.codePointAt(0) ?? 0);
    }
    return state;
  }

  /** Whether what was read so far matches. */
  accepts(state: number): boolean {
    return this.#states[state]?.at(-1) === this.#tokens.length;
  }

  /** Whether everything that begins with what was read so far matches. */
  isSaturated(state: number): boolean {
    const positions = this.#states[state] ?? [];
    const last = this.#tokens.length - 1;
    return this.#tokens[last] === ANY_RUN && positions.includes(last);
  }

  /** The characters that lead elsewhere than any other character does. */
  labels(state: number): readonly number[] {
    const known = this.#labels[state];
    if (known !== undefined) return known;
    const labels = new Set<number>();
    for (const position of this.#states[state] ?? []) {
      const token = this.#tokens[position];
      if (token === undefined) continue;
      if (token < 0) {
        if (token < ANY_RUN - 1) labels.add(COLON);
        continue;
      }
      labels.add(token);
      if (this.#fold) labels.add(upper(token));
    }
    const list = [...labels];
    this.#labels[state] = list;
    return list;
  }

  /** Adds what can be reached by passing runs, and leaves out what a later run covers anyway. */
  #intern(reached: readonly number[]): number {
    const all = new Set<number>();
    for (const position of reached) {
      let at = position;
      all.add(at);
      while (isRun(this.#tokens[at] ?? 0)) all.add(++at);
    }
    let positions = [...all].toSorted((left, right) => left - right);
    // Whatever an earlier position could still match, the last unrestricted run reached matches too.
    const lastRun = positions.findLast((position) => this.#tokens[position] === ANY_RUN);
    if (lastRun !== undefined) positions = positions.filter((position) => position >= lastRun);
    const key = positions.join();
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const state = this.#states.length;
    this.#states.push(positions);
    this.#moves.push(new Map());
    this.#labels.push(undefined);
    this.#byKey.set(key, state);
    return state;
  }
}

function upper(code: number): number {
  const raised = String.fromCodePoint(code).toUpperCase().codePointAt(0) ?? code;
  return foldCode(raised) === code ? raised : code;
}

const machinesOf = new WeakMap<Glob, Machine>();
const machines = new Map<string, Machine>();
const MOST_MACHINES = 4096;

/** The automaton of a glob; globs of the same name share one. */
export function machineOf(glob: Glob): Machine {
  const own = machinesOf.get(glob);
  if (own !== undefined) return own;
  if (machines.size >= MOST_MACHINES) machines.clear();
  const machine = machines.get(glob.name) ?? new Machine(glob);
  machines.set(glob.name, machine);
  machinesOf.set(glob, machine);
  return machine;
}
