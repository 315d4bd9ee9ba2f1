import type { Proof } from '#engine/prove/prove.ts';
import type { GeneralDifference } from '#engine/prove/questions/conditions.ts';
import type { AskedProof } from '#state/proofs.ts';
import { PROVED } from './summary.ts';

/** A difference as general conditions, as far as they are known. */
export interface ConditionsView {
  /** Null while they are looked for, and where there is no answer. */
  readonly difference: GeneralDifference | null;
  /** Whether they are all of the difference. */
  readonly covers: string;
  /** They are about an earlier version of the documents. */
  readonly isStale: boolean;
  readonly isGoing: boolean;
  /** Whether it takes long enough to be worth stopping. */
  readonly canStop: boolean;
  readonly problem: string | null;
  readonly canTryLonger: boolean;
}

/** @param wanted the difference that is described, as the comparison has it. */
export function conditionsView(
  asked: AskedProof | undefined,
  revision: number,
  wanted: Pick<GeneralDifference, 'direction' | 'group'>,
): ConditionsView {
  const status = statusOf(asked, revision);
  const isGoing = GOING.has(status);
  const difference = differenceIn(asked?.answer?.proof, wanted);
  const ended = { difference, isStale: isGoing, isGoing, canStop: status === 'looking' };
  if (isGoing) return { ...ended, covers: '', problem: null, canTryLonger: false };
  const problem = PROBLEMS[status] ?? (difference === null ? NOT_FOUND : null);
  if (difference === null || problem !== null) return { ...ended, covers: '', problem, canTryLonger: true };
  const canTryLonger = difference.open.some(({ why }) => why === 'work');
  return { ...ended, covers: coversWords(difference), problem, canTryLonger };
}

/** An answer about an earlier version is about to be made anew. */
function statusOf(asked: AskedProof | undefined, revision: number): AskedProof['status'] {
  return asked?.asked?.revision === revision ? asked.status : 'waiting';
}

const GOING: ReadonlySet<AskedProof['status']> = new Set(['waiting', 'working', 'looking']);

function differenceIn(
  proof: Proof | undefined,
  wanted: Pick<GeneralDifference, 'direction' | 'group'>,
): GeneralDifference | null {
  const all = proof?.kind === 'conditions' ? proof.answer.differences : [];
  return all.find(({ direction, group }) => direction === wanted.direction && group === wanted.group) ?? null;
}

const NOT_FOUND = 'Not decided.';

const PROBLEMS: Partial<Record<AskedProof['status'], string>> = {
  stopped: 'You stopped it.',
  failed: 'The prover stopped at this. Your text is safe.',
};

function coversWords({ covers, open }: GeneralDifference): string {
  switch (covers) {
    case 'all':
      return `${PROVED}: this is all of it.`;
    case 'sent':
      return `${PROVED}: this is all of it that AWS sends.`;
    case 'more':
      if (open.length === 0) return 'And more.';
      return open.some(({ why }) => why === 'work')
        ? 'There may be more: the search stopped at its work limit.'
        : 'There may be more: the rest is not decided.';
    default:
      return covers satisfies never;
  }
}
