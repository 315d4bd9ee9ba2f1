import type { ReactNode } from 'react';
import type { IconName } from './Icon.tsx';
import type { SplitSizes } from './splitSizes.ts';
import type { PaneId } from './frameColumns.ts';
import type { MarkKind } from './verdict.ts';

export interface FramePane {
  /** Names the region: "Write". */
  readonly label: string;
  /** In the thumb bar: "Policy". Default: the label. */
  readonly shortLabel?: string;
  readonly icon: IconName;
  readonly content: ReactNode;
  /** The verdict, kept in sight while the pane is not. */
  readonly mark?: MarkKind;
}

export type FramePanes = Readonly<Partial<Record<PaneId, FramePane>>>;

/** Remembered column sizes, one set for each layout that has separators. */
export interface FrameSizes {
  readonly wide?: SplitSizes;
  readonly medium?: SplitSizes;
}

/** The id of a pane's section, for focusing it. */
export function paneElementId(pane: PaneId): string {
  return `pane-${pane}`;
}

export function paneTabId(pane: PaneId): string {
  return `pane-tab-${pane}`;
}
