import { useEffect, useMemo } from 'react';
import type { SourceSpan } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';

/** How long the pointer rests on something before it is highlighted. */
const whisper = 120;

export interface Pointing {
  readonly pin: (label: string, spans: readonly SourceSpan[]) => void;
  /** Null or no spans: the pointer points at nothing. */
  readonly hover: (label: string, spans: readonly SourceSpan[] | null) => void;
}

/** Pointing at evidence from this room: a press pins it, a resting pointer highlights it for as long as it rests. */
export function usePointing(app: App): Pointing {
  const pointing = useMemo(() => createPointing(app), [app]);
  useEffect(() => pointing.stop, [pointing]);
  return pointing;
}

function createPointing(app: App): Pointing & { readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHovering = false;
  const leave = () => {
    clearTimeout(timer);
    if (isHovering) app.focus.getState().hover(null);
    isHovering = false;
  };
  return {
    pin(label, spans) {
      clearTimeout(timer);
      isHovering = false;
      if (spans.length > 0) app.focus.getState().pin({ label, spans, from: 'ask' });
    },
    hover(label, spans) {
      if (spans === null || spans.length === 0) {
        leave();
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => {
        isHovering = true;
        app.focus.getState().hover({ label, spans, from: 'ask' });
      }, whisper);
    },
    stop: leave,
  };
}
