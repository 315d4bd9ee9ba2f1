import { useEffect, useMemo, useState } from 'react';
import type { App } from '#state/app.ts';
import type { PointedFocus } from './highlight.view.ts';
import type { PointedAt } from './pointing.view.ts';

/** How long the pointer rests on something before it is highlighted. */
const whisper = 120;

export interface Pointing {
  readonly pin: (target: PointedAt | null) => void;
  /** Null: the pointer points at nothing. */
  readonly hover: (target: PointedAt | null) => void;
  /** What this room last hovered and pinned, to tell its own focus from others. */
  readonly pointed: readonly PointedFocus[];
}

/** Pointing from this room: a press pins, a resting pointer highlights for as long as it rests. */
export function usePointing(app: App): Pointing {
  const [pinned, setPinned] = useState<PointedFocus | null>(null);
  const [hovered, setHovered] = useState<PointedFocus | null>(null);
  const hand = useMemo(() => createHand(app, setPinned, setHovered), [app]);
  useEffect(() => hand.leave, [hand]);
  return useMemo(
    () => ({
      pin: hand.pin,
      hover: hand.hover,
      pointed: [hovered, pinned].filter((focus) => focus !== null),
    }),
    [hand, hovered, pinned],
  );
}

type Remember = (focus: PointedFocus | null) => void;

function createHand(app: App, setPinned: Remember, setHovered: Remember) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHovering = false;
  const leave = () => {
    clearTimeout(timer);
    if (isHovering) app.focus.getState().hover(null);
    isHovering = false;
  };
  const pin = (target: PointedAt | null) => {
    clearTimeout(timer);
    isHovering = false;
    if (target === null || target.spans.length === 0) return;
    setPinned(remembered(target));
    app.focus.getState().pin({ label: target.label, spans: target.spans, from: 'see' });
  };
  const hover = (target: PointedAt | null) => {
    if (target === null || target.spans.length === 0) {
      leave();
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      isHovering = true;
      setHovered(remembered(target));
      app.focus.getState().hover({ label: target.label, spans: target.spans, from: 'see' });
    }, whisper);
  };
  return { pin, hover, leave };
}

function remembered({ at, label }: PointedAt): PointedFocus | null {
  return at === null ? null : { at, label };
}
