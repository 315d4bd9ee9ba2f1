import type { DocumentReport, Reply } from '#engine/study.ts';

/** What stands in the way of answers, or above them. */
export interface ProveScreen {
  readonly unavailable: { readonly title: string; readonly sentence: string } | null;
  /** Not null while an older version of a text answers. */
  readonly stale: string | null;
}

export function proveScreen(reply: Reply | null): ProveScreen {
  if (reply === null) return { unavailable: null, stale: null };
  const broken = reply.documents.filter((document) => !document.usable);
  if (broken.length > 0) {
    const title = 'Nothing to prove yet.';
    const sentence = `${documentWords(broken)} can't be read. Write marks the place.`;
    return { unavailable: { title, sentence }, stale: null };
  }
  const old = reply.documents.filter((document) => document.usedFallback);
  if (old.length === 0) return { unavailable: null, stale: null };
  const verb = old.length === 1 ? 'has' : 'have';
  const stale = `Proving the last valid version: ${documentWords(old).toLowerCase()} ${verb} a problem.`;
  return { unavailable: null, stale };
}

function documentWords(documents: readonly DocumentReport[]): string {
  const [first] = documents;
  if (first === undefined || documents.length > 1) return `${documents.length} documents`;
  if (first.kind === 'key') return 'The key policy';
  return first.kind === 'grants' ? 'The list of grants' : 'A policy';
}
