import type { AccessTable } from '#engine/access/table.ts';
import type { DocumentReport, Study } from '#engine/study.ts';
import type { ResultsState } from '#state/app.ts';
import { drawAtMost } from './principals.view.ts';
import { counted } from '#kit/counted.ts';
import { listed } from './words.view.ts';

export type SeeView = 'graph' | 'table';

/** What the room shows. */
export type SeeScreen =
  /** Nothing is known yet; after a moment the room says that work goes on. */
  | { readonly kind: 'waiting' }
  /** There is an answer, but no table: what stands in the way. */
  | { readonly kind: 'unavailable'; readonly title: string; readonly sentence: string }
  | {
      readonly kind: 'ready';
      readonly study: Study;
      readonly table: AccessTable;
      /** Nobody is granted anything. */
      readonly isLockedOut: boolean;
      /** Not null while an older version of a text answers. */
      readonly stale: string | null;
    };

export const lockedOut =
  'Nobody can use this key. Not even the account root: this policy would lock you out.';

export function seeScreen({
  study,
  status,
  notice,
}: Pick<ResultsState, 'study' | 'status' | 'notice'>): SeeScreen {
  if (study === null) {
    if (status !== 'failed') return { kind: 'waiting' };
    return {
      kind: 'unavailable',
      title: 'The engine stopped. Your text is safe.',
      sentence: notice ?? 'Reload the page to start it again.',
    };
  }
  const { access, documents } = study;
  if (access === null) return { kind: 'unavailable', ...withoutTable(documents) };
  return {
    kind: 'ready',
    study,
    table: access,
    isLockedOut: !grantsAnything(access),
    stale: staleWords(documents),
  };
}

/** "4 principals · 52 actions". */
export function countWords(table: AccessTable): string {
  const actions = table.groups.reduce((total, group) => total + group.actions.length, 0);
  return `${counted(table.principals.length, 'principal')} · ${counted(actions, 'action')}`;
}

/** "Showing the last valid version: the key policy has a problem." */
export function staleWords(documents: readonly DocumentReport[]): string | null {
  const old = documents.filter((document) => document.usedFallback);
  if (old.length === 0) return null;
  const [first] = old;
  if (old.length > 1 || first === undefined) {
    return `Showing the last valid version: ${old.length} documents have a problem.`;
  }
  return `Showing the last valid version: ${documentWords[first.kind]} has a problem.`;
}

export interface ViewChoice {
  readonly preferred: SeeView;
  /** The user chose the graph just now, knowing where they are. */
  readonly insists: boolean;
  readonly isNarrow: boolean;
  readonly principals: number;
}

/** The view shown: the table where a graph would be too small or too large, unless it was asked for. */
export function shownView({ preferred, insists, isNarrow, principals }: ViewChoice): SeeView {
  if (insists) return preferred;
  return isNarrow || principals > drawAtMost ? 'table' : preferred;
}

/** Why the table is shown although the graph is preferred; null where it needs no saying. */
export function insteadOfGraph(choice: ViewChoice): string | null {
  if (choice.preferred !== 'graph' || choice.insists || choice.principals <= drawAtMost) return null;
  return `${choice.principals} principals are too many to draw, so this is the table.`;
}

function grantsAnything(table: AccessTable): boolean {
  return table.principals.some((principal) =>
    principal.cells.some((cell) => cell.value === 'allowed' || cell.value === 'depends'),
  );
}

const documentWords: Readonly<Record<DocumentReport['kind'], string>> = {
  key: 'the key policy',
  grants: 'the list of grants',
  identity: 'an IAM policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  endpoint: 'a VPC endpoint policy',
  resource: "a resource's policy",
  trust: 'a trust policy',
};

function withoutTable(documents: readonly DocumentReport[]): {
  readonly title: string;
  readonly sentence: string;
} {
  const broken = documents.filter((document) => !document.usable);
  if (broken.length === 0) {
    return { title: 'No key policy yet.', sentence: 'Paste one into Write to see who can do what.' };
  }
  const words = [...new Set(broken.map((document) => documentWords[document.kind]))];
  return {
    title: 'Nothing to see yet.',
    sentence: `${capitalized(listed(words))} can't be read. Write marks the place.`,
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
