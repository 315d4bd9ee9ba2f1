import type { Timers } from './timers.ts';

/** A clock that stands still until a test moves it. */
export interface ManualTimers extends Timers {
  /** Lets `ms` milliseconds pass: everything due runs, in order. */
  advance(ms: number): void;
  /** How many callbacks wait. */
  waiting(): number;
}

export function manualTimers(): ManualTimers {
  const entries = new Map<number, { readonly due: number; readonly run: () => void }>();
  let now = 0;
  let lastId = 0;

  function nextDue(until: number): number | undefined {
    let found: number | undefined;
    for (const [id, entry] of entries) {
      const best = found === undefined ? until : (entries.get(found)?.due ?? until);
      if (entry.due < best || (found === undefined && entry.due <= until)) found = id;
    }
    return found;
  }

  return {
    after(ms, run) {
      lastId += 1;
      const id = lastId;
      entries.set(id, { due: now + ms, run });
      return () => entries.delete(id);
    },
    advance(ms) {
      const until = now + ms;
      for (let id = nextDue(until); id !== undefined; id = nextDue(until)) {
        const entry = entries.get(id);
        entries.delete(id);
        now = Math.max(now, entry?.due ?? now);
        entry?.run();
      }
      now = until;
    },
    waiting: () => entries.size,
  };
}
