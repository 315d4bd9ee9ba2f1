import type { AccessChange } from '#engine/access/accessChanges.ts';
import type { Phrase } from '#engine/explain/phrase.ts';
import type { PolicyChange } from '#engine/whatIf/policyChange.ts';
import type { Verdict } from '#kit/verdict.ts';

/** One line of what a new key policy would do. */
export interface PolicyChangeRow {
  /** What the permissions become. */
  readonly becomes: Verdict;
  readonly text: Phrase;
}

/** Said where a new policy gives everyone the same. */
export const nothingChanges = 'It changes nothing about who may do what.';

const MOST_ACTIONS = 4;
const MOST_ROWS = 12;

const becomes: Readonly<Record<AccessChange['to'], Verdict>> = {
  allowed: 'allowed',
  depends: 'depends',
  denied: 'explicitDeny',
  none: 'implicitDeny',
};

const verbs: Readonly<Record<AccessChange['to'], string>> = {
  allowed: ' may then do ',
  depends: ' may then do, depending on the request, ',
  denied: ' is then denied ',
  none: ' may no longer do ',
};

const strength: Readonly<Record<AccessChange['to'], number>> = { none: 0, denied: 0, depends: 1, allowed: 2 };

/** The changes a reviewer has to see first: what opens, then what closes. The rest is counted. */
export function policyChangeRows({ changes }: PolicyChange): {
  readonly rows: readonly PolicyChangeRow[];
  readonly more: number;
} {
  const sorted = changes.toSorted((left, right) => gain(right) - gain(left));
  return { rows: sorted.slice(0, MOST_ROWS).map(rowOf), more: Math.max(0, sorted.length - MOST_ROWS) };
}

function gain({ from, to }: AccessChange): number {
  return Math.sign(strength[to] - strength[from]);
}

function rowOf({ principal, from, to, actions }: AccessChange): PolicyChangeRow {
  const shown = actions.slice(0, MOST_ACTIONS);
  const rest = actions.length - shown.length;
  const names: Phrase = shown.flatMap((action, index): Phrase => [
    ...(index === 0 ? [] : [', ']),
    { code: action },
  ]);
  const was = from === 'depends' && to === 'allowed' ? ', whatever the request' : '';
  return {
    becomes: becomes[to],
    text: [{ strong: principal }, verbs[to], ...names, rest > 0 ? ` and ${rest} more` : '', was, '.'],
  };
}
