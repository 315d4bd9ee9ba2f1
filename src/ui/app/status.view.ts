import type { Severity } from '#engine/source/diagnostic.ts';
import type { ResultsState, WorkspaceState } from '#state/app.ts';
import { openProblems } from '#state/problems.ts';

/** What it is said about. */
export interface StatusFacts extends Pick<WorkspaceState, 'shownKey'> {
  /** A complete answer has been awaited for longer than people notice. */
  readonly isBehind: boolean;
}

/** What the status bar says about the scenario and about the moment. */
export interface StatusView {
  readonly errors: number;
  readonly risks: number;
  readonly warnings: number;
  readonly size: string;
  readonly freshness: string;
  readonly notice: string | null;
}

export function statusView({ shownKey, isBehind }: StatusFacts, results: ResultsState): StatusView {
  const documents = results.reply?.documents ?? [];
  const findings = openProblems(results);
  const keys = documents.filter((document) => document.kind === 'key');
  const key = keys.find((document) => document.id === shownKey) ?? keys[0];
  const statements = key?.statements.length ?? 0;
  const count = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  return {
    errors: count('error'),
    risks: count('securityWarning'),
    warnings: count('warning'),
    size:
      key === undefined
        ? ''
        : `${statements} ${statements === 1 ? 'statement' : 'statements'} · ${kilobytes(key.bytes)} of 32 KB`,
    freshness: freshness(isBehind, results),
    notice: results.notice,
  };
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

function freshness(isBehind: boolean, results: ResultsState): string {
  switch (results.status) {
    case 'starting':
      return 'Starting';
    case 'restarting':
      return 'Restarting the engine';
    case 'failed':
      return 'Not answering';
    default:
      break;
  }
  if (results.reply?.documents.some((document) => document.usedFallback) === true)
    return 'Last valid version';
  return isBehind ? 'Working' : 'Up to date';
}
