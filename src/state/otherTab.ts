import type { Snapshot, WorkspaceState } from './app.ts';
import { sameJson } from './sameJson.ts';
import { MOST_OLDER, type SavedWorkspace } from './workspace.ts';

/** Work that was saved by a tab of the browser. */
export interface TabWork extends SavedWorkspace {
  readonly tab: string;
}

/**
 * The state with the work of another tab kept beside this tab's own, so that saving the one no longer loses the other. The
 * other tab's goes first; what was kept of an earlier version of it makes room. No new revision: nothing this tab shows has
 * changed. Null where there is nothing new.
 *
 * @param own the name of this tab: what the other tab keeps of an earlier version of this one is not news
 */
export function besideOther(
  state: WorkspaceState,
  other: TabWork,
  own: string,
): Pick<WorkspaceState, 'previous' | 'older'> | null {
  const version: Snapshot = { scenario: other.scenario, request: other.request, tab: other.tab };
  const kept = history(state);
  const isKnown = [state, ...kept].some((each) => sameWork(each, version));
  const mine = isKnown ? kept : kept.filter((each) => each.tab !== other.tab);
  const theirs = history(other).filter(
    (each) => each.tab !== own && ![state, version, ...mine].some((known) => sameWork(known, each)),
  );
  if (isKnown && theirs.length === 0) return null;
  const [previous = null, ...older] = [...(isKnown ? [] : [version]), ...mine, ...theirs];
  return { previous, older: older.slice(0, MOST_OLDER) };
}

function history({ previous, older = [] }: Pick<WorkspaceState, 'previous' | 'older'>): readonly Snapshot[] {
  return previous === null ? older : [previous, ...older];
}

function sameWork(left: Snapshot, right: Snapshot): boolean {
  return sameJson([left.scenario, left.request], [right.scenario, right.request]);
}
