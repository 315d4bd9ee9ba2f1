import type { Answer } from '#engine/explain/answer.ts';
import type { Phrase } from '#engine/explain/phrase.ts';
import type { DocumentReport, Reply } from '#engine/study.ts';
import type { ResultsState } from '#state/app.ts';
import { evidencePlace } from './evidenceLines.ts';
import type { EvidenceTexts } from './evidenceLines.ts';
import { statementName } from './statementNames.ts';

export interface AskFacts {
  readonly study: Reply | null;
  readonly status: ResultsState['status'];
  readonly notice: string | null;
  /** Whether `study` answers the workspace as it is now. */
  readonly isCurrent: boolean;
  /** Whether the answer has been awaited for longer than people notice. */
  readonly hasWaited: boolean;
  /** The texts as they are typed now, which diagnostics are about. */
  readonly typed: EvidenceTexts;
}

/** What the place of the verdict shows. */
export type Standing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'working' }
  /** `where` names the slots with a problem; what is wrong is said at the sentence. */
  | { readonly kind: 'unanswered'; readonly where: readonly string[] }
  | { readonly kind: 'answered'; readonly answer: Answer; readonly study: Reply };

export interface AskView {
  readonly standing: Standing;
  /** The answer on the screen is an earlier one and the next is taking its time. */
  readonly isWorking: boolean;
  /** The answer rests on an earlier version of a document: it is dimmed. */
  readonly isStale: boolean;
  /** Calm sentences about the answer as a whole, above it. */
  readonly remarks: readonly string[];
}

export function askView(facts: AskFacts): AskView {
  const documents = facts.study?.documents ?? [];
  return {
    standing: standing(facts),
    isWorking: facts.study !== null && !facts.isCurrent && facts.hasWaited && facts.status !== 'failed',
    isStale: documents.some((report) => report.usedFallback),
    remarks: [
      ...(facts.notice === null ? [] : [facts.notice]),
      ...documents.flatMap((report) => documentRemark(report, facts.typed)),
    ],
  };
}

/** The error the caller sees, after the decision it follows or goes against. */
export function errorPhrase({ decision, error }: Answer): Phrase | null {
  if (error === null) return null;
  const start = decision === 'allowed' ? 'Authorized, but KMS refuses: ' : 'The caller sees ';
  return [start, { code: error.name }, '. ', ...error.text];
}

/** "Decided with …. Not supplied: …." Empty where no policy was asked at all. */
export function scopePhrase({ scope }: Answer): Phrase {
  const decided: Phrase = scope.considered.length === 0 ? [] : ['Decided with ', ...scope.considered, '.'];
  if (scope.notSupplied.length === 0) return decided;
  return [...decided, `${decided.length === 0 ? '' : ' '}Not supplied: ${scope.notSupplied.join(', ')}.`];
}

/** A message of the engine, in which user text stands in backticks, as a phrase. */
export function markedPhrase(message: string): Phrase {
  return message
    .split('`')
    .map((text, index) => (index % 2 === 1 ? { code: text } : text))
    .filter((part) => part !== '');
}

/** Changes exactly when the verdict does: another decision, another statement that decides, another error. */
export function verdictSignature({ decision, deciding, error }: Answer): string {
  return JSON.stringify([decision, deciding.map(({ ref }) => ref), error?.name ?? null]);
}

/** What is said aloud when the decision changed: "Now allowed, by OrdersAppUse". Null when it did not. */
export function announcement(
  before: Answer | null,
  after: Answer,
  reports: readonly DocumentReport[],
): string | null {
  if (before === null || before.decision === after.decision) return null;
  const names = after.deciding.map(({ ref }) => statementName(ref, reports)).join(', ');
  switch (after.decision) {
    case 'allowed':
      return `Now allowed${names === '' ? '' : `, by ${names}`}${refusal(after)}`;
    case 'explicitDeny':
      return `Now denied${names === '' ? ' by a Deny statement' : `, by ${names}`}`;
    case 'implicitDeny':
      return 'Now denied: nothing allows it';
  }
}

function refusal({ error }: Answer): string {
  return error === null ? '' : `, but KMS refuses: ${error.name}`;
}

function standing({ study, status, hasWaited }: AskFacts): Standing {
  if (study === null) return hasWaited && status !== 'failed' ? { kind: 'working' } : { kind: 'nothing' };
  if (study.answer !== null) return { kind: 'answered', answer: study.answer, study };
  return {
    kind: 'unanswered',
    where: [...new Set(study.requestProblems.map(({ field }) => slotWord(field)))],
  };
}

const slotWords: Readonly<Record<string, string>> = {
  principal: 'principal',
  action: 'operation',
  resource: 'key',
  viaService: 'service',
  parameters: 'parameters',
  context: 'context',
  session: 'session',
  ciphertext: 'ciphertext',
};

/** What the page calls the field of a problem, `parameters.EncryptionContext` by its first part. */
function slotWord(field: string): string {
  const [name = ''] = field.split(/[.[]/);
  return Object.hasOwn(slotWords, name) ? (slotWords[name] ?? name) : name;
}

const documentNames: Readonly<Record<DocumentReport['kind'], string>> = {
  key: 'key policy',
  identity: 'IAM policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'SCP',
  rcp: 'RCP',
  endpoint: 'endpoint policy',
  resource: 'resource policy',
  trust: 'trust policy',
  grants: 'grants',
};

function documentRemark(report: DocumentReport, typed: EvidenceTexts): readonly string[] {
  const name = documentNames[report.kind];
  if (report.usedFallback) {
    const error = report.diagnostics.find(({ severity }) => severity === 'error');
    const place = error === undefined ? undefined : evidencePlace([error.span], typed)?.place;
    const why = place === undefined ? ` of the ${name}` : `: ${place} has a problem`;
    return [`Showing the last valid version${why}.`];
  }
  if (report.usable) return [];
  if (report.kind === 'session') return ["The session policy can't be read, so it allows nothing here."];
  return [
    `The ${name} can't be read, so this is the answer without ${report.kind === 'grants' ? 'them' : 'it'}.`,
  ];
}
