import type { Timing } from './measure.ts';

/** One measured thing, and how it compares with a yardstick of the same run. */
export function line(name: string, { median, p95 }: Timing, yardstick: Timing | undefined): void {
  const ratio =
    yardstick === undefined ? '' : `  = ${(median / yardstick.median).toFixed(1)} × the yardstick`;
  console.log(`  ${name}\n    median ${median.toFixed(2)} ms, 95th percentile ${p95.toFixed(2)} ms${ratio}`);
}
