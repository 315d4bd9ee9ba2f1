import type { Answers, Proof } from '#engine/prove/prove.ts';
import { isAnswerTo, standingFindings } from '#engine/prove/standing.ts';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { ProofsState } from './proofs.ts';
import type { QuestionId } from './questions.ts';
import { KEY_POLICY } from './keyEdits.ts';

type Known = Pick<ProofsState, 'proofs' | 'revision'>;

/** The proof of a question about the documents as they are; null while there is none. */
export function currentProof<Kind extends keyof Answers>(
  { proofs, revision }: Known,
  id: QuestionId,
  kind: Kind,
): (Extract<Proof, { readonly kind: Kind }> & { readonly answer: Answers[Kind] }) | null {
  const asked = proofs[id];
  const proof = asked?.answer?.revision === revision ? asked.answer.proof : null;
  return proof !== null && isAnswerTo(proof, kind) ? proof : null;
}

/** What the proofs say about places in the documents, in the form of other findings. */
export function proofFindings(known: Known): readonly Diagnostic[] {
  return standingFindings(
    {
      public: currentProof(known, 'public', 'outsiders')?.answer,
      outsideOrganization: currentProof(known, 'outside-organization', 'outsiders')?.answer,
      lockout: currentProof(known, 'lockout', 'lockout')?.answer,
      review: currentProof(known, 'review', 'review')?.answer,
      compare: currentProof(known, 'compare', 'compare')?.answer,
    },
    KEY_POLICY,
  );
}
