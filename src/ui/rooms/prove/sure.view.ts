import type { QuestionId } from '#state/questions.ts';
import type { AnswerView } from './answer.view.ts';
import { PROVED } from './summary.ts';

/** How sure an answer is, in a sentence. "Proved" is said of exhaustive answers only. */
export function sureWords(id: QuestionId, { isProof, sign, certainty }: AnswerView, layers: string): string {
  if (isProof) return `${PROVED} for all callers and contexts within: ${layers}.`;
  if (sign === 'unknown') {
    return certainty === 'Work limit'
      ? 'The search stopped at its work limit. Ten times as much work may settle it.'
      : 'What is not decided is listed, never guessed.';
  }
  if (id === 'compare') return `Each difference is shown by a request that was decided under both versions.`;
  return `Shown by requests that were decided with: ${layers}.`;
}
