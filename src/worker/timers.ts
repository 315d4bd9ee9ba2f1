/** The clock as far as this app needs one: replaced by a hand-driven one in tests. */
export interface Timers {
  /** Calls `run` once, not before `ms` milliseconds have passed; returns what cancels it. */
  after(ms: number, run: () => void): () => void;
}

export const realTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Calls `over` when `ms` milliseconds have passed; returns what cancels it. Two halves in a row instead of one wait: after
 * the page was asleep or busy all due timers fire at once, before the messages that arrived in the meantime are handled. The
 * second half gives those messages their turn.
 */
export function deadline(timers: Timers, ms: number, over: () => void): () => void {
  let cancel = timers.after(ms / 2, () => {
    cancel = timers.after(ms / 2, over);
  });
  return () => cancel();
}
