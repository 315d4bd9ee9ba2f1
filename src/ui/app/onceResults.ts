import type { App, ResultsState } from '#state/app.ts';

/**
 * Does something once, as soon as the engine's results have come so far: what is fetched ahead waits for what the page shows first.
 *
 * @returns ends the waiting
 */
export function onceResults(
  { results }: App,
  areThere: (state: ResultsState) => boolean,
  act: () => void,
): () => void {
  const stop = results.subscribe((state) => {
    if (!areThere(state)) return;
    stop();
    act();
  });
  return stop;
}
