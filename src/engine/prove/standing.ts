import type { Phrase } from '../explain/phrase.ts';
import type { Diagnostic, Severity } from '../source/diagnostic.ts';
import type { SourceSpan, TextId } from '../source/span.ts';
import type { Answers, Proof } from './question.ts';
import type { ProofAnswer } from './questions/answer.ts';
import type { Remark } from './questions/review.ts';

/** Answers to the questions that are worth an answer without being asked; one that is not known is left out. */
export interface StandingAnswers {
  /** Of `outsiders`, about the public. */
  readonly public?: ProofAnswer | undefined;
  /** Of `outsiders`, about an organization. */
  readonly outsideOrganization?: ProofAnswer | undefined;
  readonly lockout?: ProofAnswer | undefined;
  readonly review?: Answers['review'] | undefined;
  readonly compare?: Answers['compare'] | undefined;
}

/** Whether a proof answers a kind of question, so that its answer can be read as one. */
export function isAnswerTo<Kind extends keyof Answers>(
  proof: Proof,
  kind: Kind,
): proof is Extract<Proof, { readonly kind: Kind }> & { readonly answer: Answers[Kind] } {
  return proof.kind === kind;
}

/** The verdict, with what AWS is known to send taken into account. */
export function finalVerdict({ verdict, withFacts }: ProofAnswer): ProofAnswer['verdict'] {
  return withFacts?.verdict ?? verdict;
}

/**
 * What answers about all requests say about places in the documents, in the form of other findings. What is only about requests
 * that AWS never sends is left out.
 *
 * @param keyPolicy the text that a finding about the key as a whole stands in
 */
export function standingFindings(answers: StandingAnswers, keyPolicy: TextId): readonly Diagnostic[] {
  return [
    ...outsideFindings(answers),
    ...lockoutFindings(answers, keyPolicy),
    ...reviewFindings(answers),
    ...newAccess(answers),
  ];
}

function outsideFindings(answers: StandingAnswers): readonly Diagnostic[] {
  const atPublic = answers.public?.findings ?? [];
  const atOutside = answers.outsideOrganization?.findings ?? [];
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

function lockoutFindings({ lockout }: StandingAnswers, keyPolicy: TextId): readonly Diagnostic[] {
  if (lockout === undefined || finalVerdict(lockout) !== 'no') return [];
  return at({ text: keyPolicy, from: 0, to: 1 }, 'securityWarning', 'POLICY_LOCKOUT', {
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

function reviewFindings({ review }: StandingAnswers): readonly Diagnostic[] {
  if (review === undefined) return [];
  return [
    ...review.remarks.flatMap(({ remark, statement, sentence }) =>
      at(statement.span, SEVERITIES[remark], 'STATEMENT_DOES_NOTHING', { message: messageOf(sentence) }),
    ),
    ...review.parts.map(({ span, sentence }) => ({
      code: 'PART_DOES_NOTHING',
      severity: 'suggestion' as const,
      span,
      message: messageOf(sentence),
    })),
  ];
}

function newAccess({ compare }: StandingAnswers): readonly Diagnostic[] {
  const widened = compare?.widened ?? [];
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
