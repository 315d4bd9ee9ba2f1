/**
 * Work that takes long, in steps of some milliseconds: who runs it decides after each step whether and when it goes on. A generator
 * that is left alone has changed nothing.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs all steps in a row. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
