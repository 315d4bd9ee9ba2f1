import type { CanDo, WhoAnswer, WhoRow } from '#engine/prove/questions/who.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { shortPrincipal } from '#engine/explain/words.ts';
import type { MarkKind } from '#kit/verdict.ts';

import { isUnknownCaller } from './caller.view.ts';
import { counted } from '#kit/counted.ts';
import { listed } from './questions.view.ts';
import { PROVED, type Summary } from './summary.ts';

/** What the callers of a row can do. `iam`: always, once an IAM policy allows it; the scenario has none of theirs. */
export type Can = CanDo | 'iam';

/** What a row of "who can" looks like. */
export const canMarks: Readonly<Record<Can, MarkKind>> = {
  always: 'allowed',
  iam: 'depends',
  depends: 'depends',
  never: 'implicitDeny',
  undecided: 'question',
};

export const canWords: Readonly<Record<Can, string>> = {
  always: 'Always',
  iam: 'If IAM allows',
  depends: 'Depends',
  never: 'Never',
  undecided: "Can't tell",
};

const order: readonly Can[] = ['always', 'iam', 'depends', 'undecided'];

export function canOf({ can, needsIam, findings }: WhoRow, scenario: Scenario): Can {
  if (can !== 'always' || !needsIam) return can;
  const isUnknown = findings.some(
    ({ witness }) => witness !== undefined && isUnknownCaller(witness.request, scenario),
  );
  return isUnknown ? 'iam' : can;
}

/** The rows of those who can, or might; and of those who never can. */
export function whoRows(
  { rows }: WhoAnswer,
  scenario: Scenario,
): { readonly able: readonly WhoRow[]; readonly never: readonly WhoRow[] } {
  const distinct = distinctRows(rows);
  const rank = (row: WhoRow) => order.indexOf(canOf(row, scenario));
  return {
    able: distinct.filter(({ can }) => can !== 'never').toSorted((left, right) => rank(left) - rank(right)),
    never: distinct.filter(({ can }) => can === 'never'),
  };
}

export function whoSummary(answer: WhoAnswer, scenario: Scenario): Summary {
  const rows = distinctRows(answer.rows);
  const count = (can: Can) => rows.filter((row) => canOf(row, scenario) === can).length;
  const undecided = count('undecided');
  const parts = [
    ...some(count('always'), 'always'),
    ...some(count('iam'), 'if IAM policies allow it'),
    ...some(count('depends'), 'under conditions'),
    ...some(undecided, 'not decided'),
  ];
  if (parts.length === 0) {
    const sentence = ['No caller can do it, whatever the request.'];
    return { sign: 'note', lead: 'Nobody.', sentence, certainty: PROVED };
  }
  const able = rows.length - count('never') - undecided;
  return {
    sign: undecided === 0 ? 'note' : 'unknown',
    lead: `${counted(able, 'kind of caller', 'kinds of callers')}.`,
    sentence: [`${listed(parts)}; ${count('never')} never.`],
    certainty: undecided === 0 ? PROVED : 'In part',
  };
}

function some(count: number, words: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${words}`];
}

/** The services nobody names come in two shapes of names, which nobody cares about as long as they can do the same. */
function distinctRows(rows: readonly WhoRow[]): readonly WhoRow[] {
  return [...new Map(rows.map((row) => [JSON.stringify([whoName(row), row.can]), row])).values()];
}

/** Whom a row is about: a named principal in full, or those nobody names. */
export function whoName({ principal, others }: WhoRow): { readonly name: string; readonly detail: string } {
  const root = /^arn:[^:]*:iam::(\d+):root$/.exec(principal ?? '');
  if (root !== null) return { name: `root user of ${root[1]}`, detail: principal ?? '' };
  if (principal !== undefined) return { name: shortPrincipal(principal), detail: principal };
  if (others === undefined) return { name: 'Any other caller', detail: '' };
  const where =
    others.account === undefined ? 'in accounts no document names' : `in account ${others.account}`;
  if (others.kind === 'service') return { name: 'Any other AWS service', detail: '' };
  return { name: `Any other ${KINDS[others.kind]}`, detail: where };
}

const KINDS: Readonly<Record<Exclude<NonNullable<WhoRow['others']>['kind'], 'service'>, string>> = {
  root: 'root user',
  user: 'user',
  role: 'role session',
  federatedUser: 'federated user',
};
