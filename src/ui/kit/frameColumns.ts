import type { Layout } from './useLayout.ts';

/** `guide` is the lesson text; it comes before Write when there is one. */
export type PaneId = 'guide' | 'write' | 'see' | 'ask' | 'prove';

/** A column of the frame. More than one pane means one is shown and a switch offers the others. */
export interface FrameColumn {
  readonly id: string;
  readonly panes: readonly PaneId[];
  /** Share of the width, to be read relative to the other columns. */
  readonly share: number;
  /** Pixels. */
  readonly min: number;
}

/*
 * The least widths of a layout fit where it begins (1200 and 720 pixels, less the rail): a column that cannot have its
 * least width would fold into a strip.
 */
const plans: Readonly<Record<'plain' | 'guided', Readonly<Record<Layout, readonly FrameColumn[]>>>> = {
  plain: {
    wide: [
      { id: 'write', panes: ['write'], share: 1.28, min: 440 },
      { id: 'see', panes: ['see'], share: 1, min: 330 },
      { id: 'ask', panes: ['ask'], share: 1, min: 360 },
      { id: 'prove', panes: ['prove'], share: 1.5, min: 400 },
    ],
    medium: [
      { id: 'write', panes: ['write'], share: 48, min: 280 },
      { id: 'answer', panes: ['ask', 'see'], share: 52, min: 320 },
      { id: 'prove', panes: ['prove'], share: 56, min: 320 },
    ],
    narrow: [{ id: 'one', panes: ['write', 'see', 'ask', 'prove'], share: 1, min: 0 }],
  },
  guided: {
    wide: [
      { id: 'guide', panes: ['guide'], share: 0.8, min: 300 },
      { id: 'write', panes: ['write'], share: 1.2, min: 400 },
      { id: 'answer', panes: ['ask', 'see'], share: 1.1, min: 380 },
    ],
    medium: [
      { id: 'guide', panes: ['guide'], share: 42, min: 280 },
      { id: 'bench', panes: ['write', 'ask', 'see'], share: 58, min: 360 },
    ],
    narrow: [{ id: 'one', panes: ['guide', 'write', 'see', 'ask'], share: 1, min: 0 }],
  },
};

/** The columns for the panes at hand; panes and columns that are not there leave their room to the others. */
export function frameColumns(layout: Layout, present: ReadonlySet<PaneId>): readonly FrameColumn[] {
  const plan = plans[present.has('guide') ? 'guided' : 'plain'][layout];
  return plan
    .map((column) => ({ ...column, panes: column.panes.filter((pane) => present.has(pane)) }))
    .filter((column) => column.panes.length > 0);
}

/** Which pane a column shows: the one looked at most recently, else its first. */
export function shownPane(column: FrameColumn, recent: readonly PaneId[]): PaneId | undefined {
  return recent.find((pane) => column.panes.includes(pane)) ?? column.panes[0];
}

/** The panes by when they were last looked at, most recent first. */
export function lookAt(recent: readonly PaneId[], pane: PaneId): readonly PaneId[] {
  return [pane, ...recent.filter((other) => other !== pane)];
}
