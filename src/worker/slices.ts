import type { Steps } from '#engine/steps.ts';

/** How long steps run before messages have their turn, in milliseconds. */
const SLICE = 4;

/**
 * Runs steps in slices, between which messages that have arrived are handled.
 *
 * @param isWanted asked before each slice
 * @returns null where the steps were abandoned because nobody wants them any more.
 */
export async function inSlices<T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | null> {
  while (isWanted()) {
    const end = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    // One slice after the other.
    // eslint-disable-next-line no-await-in-loop
    await messagesHandled();
  }
  return null;
}

/** Waits for the end of a queue of messages. A timer would do, but browsers have it wait some milliseconds for nothing. */
export function messagesHandled(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener(
      'message',
      () => {
        port1.close();
        resolve();
      },
      { once: true },
    );
    port1.start();
    port2.postMessage(null);
  });
}
