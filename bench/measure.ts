/** Times of a task in milliseconds, after a warm-up. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
}

export function time(task: (round: number) => void, rounds: number, warmUp = Math.ceil(rounds / 4)): Timing {
  for (let round = 0; round < warmUp; round++) task(round);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    task(warmUp + round);
    times.push(performance.now() - start);
  }
  return summary(times);
}

export function summary(times: readonly number[]): Timing {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/** Something to be measured: does a batch of work and returns how much. */
export interface Contestant {
  readonly name: string;
  readonly run: () => number;
}

const ROUNDS = 9;
const MILLISECONDS_A_ROUND = 150;

/** How much was done in a second: in the middle one of several rounds, and in the fastest. */
export interface Rate {
  readonly median: number;
  readonly best: number;
}

/**
 * How much each contestant does in a second of processor time. In each round they take turns, so that what else the machine
 * does strikes all of them alike. The time of the helper threads that compile and collect garbage counts too.
 */
export function perSecond(contestants: readonly Contestant[]): readonly Rate[] {
  for (const { run } of contestants) rate(run);
  const rounds = Array.from({ length: ROUNDS }, () => contestants.map(({ run }) => rate(run)));
  return contestants.map((_, index) => {
    const rates = rounds.map((round) => round[index] ?? 0);
    return { median: summary(rates).median, best: Math.max(...rates) };
  });
}

function rate(run: () => number): number {
  const start = processorTime();
  let count = 0;
  while (processorTime() - start < MILLISECONDS_A_ROUND) count += run();
  return (count * 1000) / (processorTime() - start);
}

/** In milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
