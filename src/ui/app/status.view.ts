import type { ResultsState, WorkspaceState } from '#state/app.ts';

/** What the status bar says about the scenario and about the moment. */
export interface StatusView {
  readonly errors: number;
  readonly warnings: number;
  readonly size: string;
  readonly freshness: string;
  readonly notice: string | null;
}

export function statusView(
  workspace: Pick<WorkspaceState, 'revision' | 'shownKey'>,
  results: ResultsState,
): StatusView {
  const documents = results.reply?.documents ?? [];
  const findings = documents.flatMap((document) => document.diagnostics);
  const keys = documents.filter((document) => document.kind === 'key');
  const key = keys.find((document) => document.id === workspace.shownKey) ?? keys[0];
  const count = key?.statements.length ?? 0;
  return {
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'securityWarning' || severity === 'warning')
      .length,
    size:
      key === undefined
        ? ''
        : `${count} ${count === 1 ? 'statement' : 'statements'} · ${kilobytes(key.bytes)} of 32 KB`,
    freshness: freshness(workspace, results),
    notice: results.notice,
  };
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

function freshness({ revision }: Pick<WorkspaceState, 'revision'>, results: ResultsState): string {
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
  return results.studied === revision ? 'Up to date' : 'Working';
}
