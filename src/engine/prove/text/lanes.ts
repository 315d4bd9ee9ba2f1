import type { Work } from '../work.ts';
import { type Glob, literalGlob } from './glob.ts';
import { type Machine, machineOf } from './machine.ts';
import { type GlobTest, passes } from './textTest.ts';

/** A stretch of the text that is looked for, and which characters may stand in it. */
export interface Phase {
  /** Undefined: any character. */
  readonly admits: ((code: number) => boolean) | undefined;
  /** Characters to use where none is asked for, the most natural first. */
  readonly fillers: string;
  readonly min: number;
  readonly max: number;
  /** Empty, or ending in a slash: the path of an IAM name. */
  readonly path?: boolean;
}

/** How a condition reads the phases: what stands before each one, `undefined` where it does not see a phase, and what stands at the end. */
export interface Lane {
  readonly feeds: readonly (string | undefined)[];
  readonly tail: string;
}

/** A test of the text that a lane makes of the phases. */
export interface LaneConstraint {
  readonly test: GlobTest;
  readonly wanted: boolean;
  readonly lane: Lane;
}

/** The text a lane makes of the words found for the phases. */
export function laneText(lane: Lane, words: readonly string[]): string {
  return (
    words.map((word, at) => (lane.feeds[at] === undefined ? '' : lane.feeds[at] + word)).join('') + lane.tail
  );
}

interface Runner {
  readonly machine: Machine;
  readonly lane: Lane;
  /** Index of the constraint this is a part of. */
  readonly constraint: number;
  readonly wanted: boolean;
}

interface State {
  readonly phase: number;
  readonly count: number;
  readonly atSlash: boolean;
  readonly machines: readonly number[];
  readonly parent: State | undefined;
  /** The character that led here; undefined for the step into the next phase. */
  readonly char: number | undefined;
}

/**
 * Looks for words that satisfy every constraint, shortest first. The product of the automata is explored completely before
 * the answer is "none", so that answer is a proof. Constraints that a word already satisfies take no part in the search.
 *
 * @throws OutOfWork
 */
export function searchLanes(
  phases: readonly Phase[],
  constraints: readonly LaneConstraint[],
  work: Work,
): readonly string[] | undefined {
  const runners: Runner[] = [];
  constraints.forEach((constraint, at) => {
    if (constraint.wanted)
      for (const glob of globsOf(constraint)) runners.push(runnerOf(constraint, glob, at));
  });
  const active = new Set<string>();
  for (;;) {
    const words = explore(phases, runners, constraints, work);
    if (words === undefined) return undefined;
    const violated = activateViolated(constraints, words, runners, active);
    if (!violated) return words;
  }
}

/** Whether some constraint fails for the words; the parts of it that are to blame take part from now on. */
function activateViolated(
  constraints: readonly LaneConstraint[],
  words: readonly string[],
  runners: Runner[],
  active: Set<string>,
): boolean {
  for (const [at, constraint] of constraints.entries()) {
    const text = laneText(constraint.lane, words);
    if (passes(constraint.test, text) === constraint.wanted) continue;
    // A wanted constraint takes part from the start, so this one is unwanted.
    const blamed = constraint.test.exact.has(text)
      ? literalGlob(text)
      : constraint.test.globs.find((glob) => {
          const machine = machineOf(glob);
          return machine.accepts(machine.read(text));
        });
    const key = `${at} ${blamed?.name ?? ''}`;
    if (blamed === undefined || active.has(key)) throw new Error('A word fails its own search.');
    active.add(key);
    runners.push(runnerOf(constraint, blamed, at));
    return true;
  }
  return false;
}

function globsOf({ test }: LaneConstraint): readonly Glob[] {
  return [...test.globs, ...[...test.exact].map((text) => literalGlob(text))];
}

function runnerOf(constraint: LaneConstraint, glob: Glob, at: number): Runner {
  return {
    machine: machineOf(glob),
    lane: constraint.lane,
    constraint: at,
    wanted: constraint.wanted,
  };
}

function explore(
  phases: readonly Phase[],
  runners: readonly Runner[],
  constraints: readonly LaneConstraint[],
  work: Work,
): readonly string[] | undefined {
  const start: State = enter(
    undefined,
    0,
    runners.map(({ machine }) => machine.start),
    runners,
    undefined,
  );
  const seen = new Set<string>();
  let queue: State[] = [start];
  while (queue.length > 0) {
    const next: State[] = [];
    // The queue grows while it is worked on: steps into the next phase take no character.
    for (let at = 0; at < queue.length; at++) {
      const state = queue[at];
      if (state === undefined || isCut(state, runners, constraints, seen)) continue;
      work.move(1 + runners.length);
      const end = advance(state, phases, runners, queue, next);
      if (end && isAccepted(state, runners, constraints)) return wordsOf(state, phases.length);
    }
    queue = next;
  }
  return undefined;
}

/** Adds the states that follow; true where the last phase may end here. */
function advance(
  state: State,
  phases: readonly Phase[],
  runners: readonly Runner[],
  queue: State[],
  next: State[],
): boolean {
  const phase = phases[state.phase];
  if (phase === undefined) return true;
  if (state.count < phase.max) extend(state, phase, runners, next);
  if (!canLeave(state, phase)) return false;
  if (state.phase === phases.length - 1) return true;
  queue.push(enter(state, state.phase + 1, state.machines, runners, undefined));
  return false;
}

/** The state at the beginning of a phase: what stands before it is read. */
function enter(
  parent: State | undefined,
  phase: number,
  machines: readonly number[],
  runners: readonly Runner[],
  char: number | undefined,
): State {
  const fed = machines.map((state, at) => {
    const runner = runners[at];
    const feed = runner?.lane.feeds[phase];
    return feed === undefined || feed === '' || runner === undefined
      ? state
      : runner.machine.read(feed, state);
  });
  return { phase, count: 0, atSlash: true, machines: fed, parent, char };
}

function canLeave(state: State, phase: Phase): boolean {
  return state.count >= phase.min && (phase.path !== true || state.atSlash);
}

/** Whether nothing that continues this state can be a result, or the state was met before. */
function isCut(
  state: State,
  runners: readonly Runner[],
  constraints: readonly LaneConstraint[],
  seen: Set<string>,
): boolean {
  const key = `${state.phase} ${state.count} ${state.atSlash ? 1 : 0} ${state.machines.join()}`;
  if (seen.has(key)) return true;
  seen.add(key);
  const alive = constraints.map(({ wanted }) => !wanted);
  for (const [at, runner] of runners.entries()) {
    const machine = state.machines[at] ?? 0;
    if (runner.wanted) {
      if (machine !== 0) alive[runner.constraint] = true;
    } else if (machine !== 0 && runner.machine.isSaturated(machine)) return true;
  }
  return alive.includes(false);
}

function isAccepted(
  state: State,
  runners: readonly Runner[],
  constraints: readonly LaneConstraint[],
): boolean {
  const holds = constraints.map(({ wanted }) => !wanted);
  for (const [at, runner] of runners.entries()) {
    const end = runner.machine.read(runner.lane.tail, state.machines[at] ?? 0);
    const accepts = end !== 0 && runner.machine.accepts(end);
    if (runner.wanted && accepts) holds[runner.constraint] = true;
    if (!runner.wanted && accepts) return false;
  }
  return !holds.includes(false);
}

const SLASH = 47;

function extend(state: State, phase: Phase, runners: readonly Runner[], next: State[]): void {
  const counted = phase.max < Infinity || state.count < phase.min;
  for (const char of alphabet(state, phase, runners)) {
    // A path has no empty parts.
    if (phase.path === true && char === SLASH && state.atSlash) continue;
    const machines = state.machines.map((machine, at) => {
      const runner = runners[at];
      if (runner === undefined || machine === 0 || runner.lane.feeds[state.phase] === undefined)
        return machine;
      return runner.machine.next(machine, char);
    });
    next.push({
      phase: state.phase,
      count: counted ? state.count + 1 : state.count,
      atSlash: phase.path === true && char === SLASH,
      machines,
      parent: state,
      char,
    });
  }
}

/** The characters that some automaton tells apart from the others, and one that stands for all the others. */
function alphabet(state: State, phase: Phase, runners: readonly Runner[]): readonly number[] {
  const labels = new Set<number>();
  for (const [at, runner] of runners.entries()) {
    if (runner.lane.feeds[state.phase] === undefined) continue;
    for (const label of runner.machine.labels(state.machines[at] ?? 0)) labels.add(label);
  }
  if (phase.path === true) labels.add(SLASH);
  const usable = [...labels].filter((label) => phase.admits?.(label) !== false);
  const other = fillerFor(phase, labels);
  return other === undefined ? usable : [other, ...usable];
}

function fillerFor(phase: Phase, labels: ReadonlySet<number>): number | undefined {
  for (const char of phase.fillers) {
    const code = char.codePointAt(0) ?? 0;
    if (!labels.has(code)) return code;
  }
  if (phase.admits !== undefined) return undefined;
  let code = 0x100;
  while (labels.has(code)) code++;
  return code;
}

function wordsOf(end: State, phases: number): readonly string[] {
  const words: string[] = Array.from({ length: phases }, () => '');
  for (let state: State | undefined = end; state !== undefined; state = state.parent) {
    if (state.char !== undefined) {
      words[state.phase] = String.fromCodePoint(state.char) + (words[state.phase] ?? '');
    }
  }
  return words;
}
