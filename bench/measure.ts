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

/** How often a task runs in a second, measured over at least `seconds`. */
export function perSecond(task: () => void, seconds = 1): number {
  const batch = 1000;
  for (let round = 0; round < batch * 20; round++) task();
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < seconds * 1000) {
    for (let round = 0; round < batch; round++) task();
    count += batch;
  }
  return (count * 1000) / (performance.now() - start);
}
