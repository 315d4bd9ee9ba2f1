import type { Phrase } from '#engine/explain/phrase.ts';
import type { Proof } from '#engine/prove/prove.ts';
import type { ProofAnswer } from '#engine/prove/questions/answer.ts';
import type { Remark } from '#engine/prove/questions/review.ts';
import type { Diagnostic, Severity } from '#engine/source/diagnostic.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import type { ProofsState } from './proofs.ts';
import type { QuestionId } from './questions.ts';
import { KEY_POLICY } from './keyEdits.ts';

type Known = Pick<ProofsState, 'proofs' | 'revision'>;

/** The proof of a question about the documents as they are; null while there is none. */
export function currentProof<Kind extends Proof['kind']>(
  { proofs, revision }: Known,
  id: QuestionId,
  kind: Kind,
): (Proof & { readonly kind: Kind }) | null {
  const asked = proofs[id];
  const proof = asked?.answer?.revision === revision ? asked.answer.proof : null;
  return proof !== null && isOf(proof, kind) ? proof : null;
}

function isOf<Kind extends Proof['kind']>(
  proof: Proof,
  kind: Kind,
): proof is Proof & { readonly kind: Kind } {
  return proof.kind === kind;
}

/** The verdict, with what AWS is known to send taken into account. */
export function finalVerdict({ verdict, withFacts }: ProofAnswer): ProofAnswer['verdict'] {
  return withFacts?.verdict ?? verdict;
}

/** What the proofs say about places in the documents, in the form of other findings. */
export function proofFindings(known: Known): readonly Diagnostic[] {
  return [
    ...outsideFindings(known),
    ...lockoutFindings(known),
    ...reviewFindings(known),
    ...newAccess(known),
  ];
}

function outsideFindings(known: Known): readonly Diagnostic[] {
  const atPublic = currentProof(known, 'public', 'outsiders')?.answer.findings ?? [];
  const atOutside = currentProof(known, 'outside-organization', 'outsiders')?.answer.findings ?? [];
  const strangers = atPublic.filter(({ facts }) => facts.length === 0);
  const open = new Set(strangers.flatMap(({ statements }) => statements.map(({ ref }) => ref)));
  const outside = atOutside.filter(
    ({ facts, statements }) => facts.length === 0 && !statements.some(({ ref }) => open.has(ref)),
  );
  return [
    ...strangers.flatMap(({ statements, witness }) =>
      statements.flatMap(({ ref, span }) =>
        at(span, 'securityWarning', 'PUBLIC_ACCESS', {
          message: `The key is public: \`${labelOf(ref)}\` lets anyone in any AWS account do \`${witness?.request.action ?? ''}\`, for one.`,
          help: 'Prove has a request that shows it.',
        }),
      ),
    ),
    ...outside.flatMap(({ statements }) =>
      statements.flatMap(({ ref, span }) =>
        at(span, 'suggestion', 'ACCESS_OUTSIDE_ORGANIZATION', {
          message: `\`${labelOf(ref)}\` lets callers outside the organization use the key.`,
        }),
      ),
    ),
  ];
}

function lockoutFindings(known: Known): readonly Diagnostic[] {
  const answer = currentProof(known, 'lockout', 'lockout')?.answer;
  if (answer === undefined || finalVerdict(answer) !== 'no') return [];
  return at({ text: KEY_POLICY, from: 0, to: 1 }, 'securityWarning', 'POLICY_LOCKOUT', {
    message: 'Nobody can change this key policy any more: `kms:PutKeyPolicy` is allowed to no one.',
    help: 'Let the account, or an administrator, do it.',
  });
}

/** A statement that cannot work is a mistake; one that others make superfluous is untidy. */
const SEVERITIES: Readonly<Record<Remark, Severity>> = {
  neverMatches: 'warning',
  neverSent: 'warning',
  alwaysDenied: 'warning',
  redundant: 'suggestion',
  deniesNothing: 'suggestion',
};

function reviewFindings(known: Known): readonly Diagnostic[] {
  const answer = currentProof(known, 'review', 'review')?.answer;
  if (answer === undefined) return [];
  return [
    ...answer.remarks.flatMap(({ remark, statement, sentence }) =>
      at(statement.span, SEVERITIES[remark], 'STATEMENT_DOES_NOTHING', { message: messageOf(sentence) }),
    ),
    ...answer.parts.map(({ span, sentence }) => ({
      code: 'PART_DOES_NOTHING',
      severity: 'suggestion' as const,
      span,
      message: messageOf(sentence),
    })),
  ];
}

function newAccess(known: Known): readonly Diagnostic[] {
  const widened = currentProof(known, 'compare', 'compare')?.answer.widened ?? [];
  return widened.flatMap(({ span, sentence, facts }) =>
    facts.length > 0 ? [] : at(span, 'warning', 'NEW_ACCESS', { message: messageOf(sentence) }),
  );
}

/** Findings stand at the first character of what they are about: a whole statement underlined would shout. */
function at(
  span: SourceSpan | undefined,
  severity: Severity,
  code: string,
  words: Pick<Diagnostic, 'message' | 'help'>,
): readonly Diagnostic[] {
  return span === undefined ? [] : [{ code, severity, span: { ...span, to: span.from + 1 }, ...words }];
}

function messageOf(phrase: Phrase): string {
  return phrase
    .map((part) => {
      if (typeof part === 'string') return part;
      return 'code' in part ? `\`${labelOf(part.code)}\`` : part.strong;
    })
    .join('');
}

/** `key#DenyOutsideOrg` → `DenyOutsideOrg`; anything else stays as it is. */
function labelOf(code: string): string {
  return /^(key|scp|rcp|identity|boundary|endpoint)[:#]/.test(code)
    ? code.slice(code.lastIndexOf('#') + 1)
    : code;
}
