import { finalVerdict } from '#engine/prove/standing.ts';
import { currentProof } from '#state/proofFindings.ts';
import type { ProofsState } from '#state/proofs.ts';
import type { QuestionId } from '#state/questions.ts';

/** One thing that is known about all requests. */
export interface ProofStatusItem {
  /** Where Prove says more. */
  readonly question: QuestionId;
  readonly words: string;
  readonly isGood: boolean;
}

type Known = Pick<ProofsState, 'proofs' | 'revision'>;

/** What is worth saying at the foot of the page; nothing that is out of date. */
export function proofStatus(known: Known): readonly ProofStatusItem[] {
  return [...outsideStatus(known), ...lockoutStatus(known), ...compareStatus(known)];
}

function outsideStatus(known: Known): readonly ProofStatusItem[] {
  const verdict = (id: QuestionId) => {
    const answer = currentProof(known, id, 'outsiders')?.answer;
    return answer === undefined ? 'undecided' : finalVerdict(answer);
  };
  const question = 'public';
  if (verdict(question) === 'yes') return [{ question, words: 'Public', isGood: false }];
  const strangers =
    verdict(question) === 'no' ? [{ question, words: 'Not public', isGood: true } as const] : [];
  if (verdict('outside-organization') !== 'yes') return strangers;
  const words = 'Open outside the organization';
  return [...strangers, { question: 'outside-organization', words, isGood: false }];
}

function lockoutStatus(known: Known): readonly ProofStatusItem[] {
  const answer = currentProof(known, 'lockout', 'lockout')?.answer;
  if (answer === undefined || finalVerdict(answer) !== 'no') return [];
  return [{ question: 'lockout', words: 'Nobody can change the policy', isGood: false }];
}

function compareStatus(known: Known): readonly ProofStatusItem[] {
  const answer = currentProof(known, 'compare', 'compare')?.answer;
  const question = 'compare';
  switch (answer?.withFacts ?? answer?.relation) {
    case 'moreAccess':
    case 'incomparable':
      return [{ question, words: 'New access', isGood: false }];
    case 'equivalent':
    case 'lessAccess':
      return [{ question, words: 'No new access', isGood: true }];
    default:
      return [];
  }
}
