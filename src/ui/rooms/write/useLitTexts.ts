import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import { litSpans } from './write.view.ts';

/** The documents the highlighter lies on somewhere: lists and tabs show where there is something to see. */
export function useLitTexts(app: App): ReadonlySet<TextId> {
  const focus = useStore(app.focus, (state) => state.focus);
  const study = useStore(app.results, (state) => state.reply);
  return useMemo(() => new Set(litSpans(focus, study).map(({ text }) => text)), [focus, study]);
}
