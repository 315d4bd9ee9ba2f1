export interface AnnounceQueue {
  readonly say: (text: string) => void;
  readonly stop: () => void;
}

/**
 * Holds back announcements until nothing new came for `delay` milliseconds, then shows the last one. The same text
 * twice in a row is shown with a trailing no-break space, because readers skip a region whose text did not change.
 */
export function createAnnounceQueue(show: (text: string) => void, delay: number): AnnounceQueue {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = '';
  return {
    say(text) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        shown = text === shown ? `${text}\u00a0` : text;
        show(shown);
      }, delay);
    },
    stop: () => clearTimeout(timer),
  };
}
