import type { Fact } from '#engine/prove/facts.ts';
import type { Level } from '#engine/prove/model/accessModel.ts';
import type { Proof } from '#engine/prove/prove.ts';
import { finalVerdict } from '#engine/prove/standing.ts';
import type { CitedStatement, Finding, OpenPoint, ProofAnswer } from '#engine/prove/questions/answer.ts';
import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { ProofId, QuestionId } from '#state/questions.ts';
import type { Phrase } from '#kit/phrase.ts';
import { isUnknownCaller } from './caller.view.ts';
import { compareSummary } from './compare.view.ts';
import { counted } from '#kit/counted.ts';
import { listed } from './questions.view.ts';
import { PROVED, type Sign, type Summary } from './summary.ts';
import { whoSummary } from './who.view.ts';

/** One thing found, with the request that shows it. */
export interface FindingView {
  readonly sentence: Phrase;
  readonly statements: readonly CitedStatement[];
  readonly request: ScenarioRequest | null;
  /** How far the request gets. */
  readonly level: Level | undefined;
}

/** An answer in full. */
export interface AnswerView extends Summary {
  readonly isProof: boolean;
  readonly findings: readonly FindingView[];
  /** What only requests show that AWS never sends, and why it does not send them. */
  readonly neverSent: readonly FindingView[];
  readonly facts: readonly Fact[];
  readonly open: readonly OpenPoint[];
  /** The statements a proved "no" rests on. */
  readonly rests: readonly CitedStatement[];
  /** How many of them are not shown. */
  readonly furtherRests: number;
  /** More work might settle it. */
  readonly canTryLonger: boolean;
  readonly scope: readonly Phrase[];
}

/** What a proof says on the screen. */
export function answerView(id: ProofId, proof: Proof, scenario: Scenario): AnswerView {
  switch (proof.kind) {
    case 'unanswered':
      return { ...nothingElse, ...cannotTell([proof.because], 'Not answered') };
    case 'compare': {
      const { widened, narrowed, open, scope } = proof.answer;
      const facts = distinct([...widened, ...narrowed].flatMap((difference) => difference.facts));
      const summary = compareSummary(proof.answer);
      return {
        ...nothingElse,
        ...summary,
        isProof: summary.certainty === PROVED,
        facts,
        ...limits(open),
        scope,
      };
    }
    case 'whoCan': {
      const open = proof.answer.rows.flatMap((row) => row.open);
      const summary = whoSummary(proof.answer, scenario);
      return {
        ...nothingElse,
        ...summary,
        isProof: open.length === 0,
        ...limits(open),
        scope: proof.answer.scope,
      };
    }
    // Told with the comparison whose differences it is about (`conditions.view.ts`).
    case 'conditions':
      return nothingSaid;
    case 'review':
      return reviewView(proof.answer);
    case 'smallest':
      return smallestView(proof.answer);
    default:
      return proofAnswerView(id, proof, scenario);
  }
}

const nothingElse = {
  isProof: false,
  findings: [],
  neverSent: [],
  facts: [],
  open: [],
  rests: [],
  furtherRests: 0,
  canTryLonger: false,
  scope: [],
} as const;

const nothingSaid: AnswerView = { ...nothingElse, sign: 'note', lead: '', sentence: [], certainty: '' };

function limits(open: readonly OpenPoint[]): Pick<AnswerView, 'open' | 'canTryLonger'> {
  return { open: distinctPoints(open), canTryLonger: open.some(({ why }) => why === 'work') };
}

type WithVerdict = Extract<Proof, { answer: ProofAnswer }>;

function proofAnswerView(id: ProofId, proof: WithVerdict, scenario: Scenario): AnswerView {
  const { answer } = proof;
  const { withFacts, findings, open, rests, scope } = answer;
  const lasting = findings.filter(({ facts }) => facts.length === 0);
  const shared = {
    findings: findingsOf(id, lasting),
    neverSent: findings.filter(({ facts }) => facts.length > 0).map(findingView),
    facts: withFacts?.facts ?? [],
    ...limits(open),
    rests: rests.slice(0, MOST_STATEMENTS),
    furtherRests: Math.max(0, rests.length - MOST_STATEMENTS),
    scope,
  };
  switch (finalVerdict(answer)) {
    case 'yes': {
      const upToIam = lasting.every((finding) => isUpToIam(finding, scenario));
      const sentence = upToIam ? [...answer.sentence, NEEDS_IAM] : answer.sentence;
      const certainty = counted(lasting.length, 'example');
      return {
        ...shared,
        sign: signOfYes(id, proof, upToIam),
        lead: 'Yes.',
        sentence,
        certainty,
        isProof: false,
      };
    }
    case 'no': {
      const sentence = withFacts === null ? answer.sentence : ONLY_NEVER_SENT;
      const lead = id === 'services' ? 'None.' : 'No.';
      const sign = id === 'lockout' ? 'attention' : 'fine';
      return { ...shared, sign, lead, sentence, certainty: PROVED, isProof: true };
    }
    case 'undecided':
      return { ...shared, ...undecided(open), isProof: false };
  }
}

const MOST_STATEMENTS = 12;
const NEEDS_IAM = ' Each example needs an IAM policy the scenario does not have.';
const ONLY_NEVER_SENT: Phrase = ['Only requests that AWS never sends would get through.'];

/** Whether it takes for granted that IAM policies allow it, of a caller the scenario has none of. */
function isUpToIam({ level, witness }: Finding, scenario: Scenario): boolean {
  return level === 'viaIam' && witness !== undefined && isUnknownCaller(witness.request, scenario);
}

function undecided(open: readonly OpenPoint[]): Summary {
  if (open.some(({ why }) => why === 'work')) return cannotTell(['Stopped at the work limit.'], 'Work limit');
  const [first] = open;
  return cannotTell(first === undefined ? ['The search came to no end.'] : first.sentence, 'Undecided');
}

function cannotTell(sentence: Phrase, certainty: string): Summary {
  return { sign: 'unknown', lead: "Can't tell.", sentence, certainty };
}

/** Whether a yes is good news. */
function signOfYes(id: ProofId, proof: WithVerdict, upToIam: boolean): Sign {
  if (id === 'lockout') return 'fine';
  if (hasDeputies(proof)) return 'attention';
  return ORDINARY.has(id) || upToIam ? 'note' : 'attention';
}

/** A yes is nothing unusual here: keys are shared, used by services, and administered. */
const ORDINARY: ReadonlySet<ProofId> = new Set<QuestionId>(['outside-account', 'escalation', 'services']);

function hasDeputies(proof: Proof): boolean {
  return proof.kind === 'services' && proof.answer.services.some(({ deputy }) => deputy !== undefined);
}

/** A finding that says the same for many callers is told once. */
function findingsOf(id: ProofId, findings: readonly Finding[]): readonly FindingView[] {
  const shown = id === 'lockout' ? findings.slice(0, MOST_OF_ONE_KIND) : findings;
  return shown.map(findingView);
}

const MOST_OF_ONE_KIND = 3;

export function findingView({ sentence, statements, witness, level }: Finding): FindingView {
  return {
    sentence,
    statements: distinctStatements(statements),
    request: witness?.request ?? null,
    level,
  };
}

type ReviewAnswer = Extract<Proof, { kind: 'review' }>['answer'];

function reviewView({ remarks, parts, open }: ReviewAnswer): AnswerView {
  const findings = [
    ...remarks.map(findingView),
    ...parts.map(({ sentence, ref, span }) => ({
      sentence,
      statements: [{ ref, span }],
      request: null,
      level: undefined,
    })),
  ];
  const facts = distinct(remarks.flatMap((remark) => remark.facts));
  const shared = { ...nothingElse, findings, facts, ...limits(open) };
  if (findings.length > 0) {
    const found = listed([
      ...(remarks.length === 0 ? [] : [counted(remarks.length, 'statement')]),
      ...kindsOf(parts),
    ]);
    const verb = findings.length === 1 ? 'does' : 'do';
    const sentence = [`${capital(found)} ${verb} nothing here.`];
    return { ...shared, sign: 'note', lead: 'No.', sentence, certainty: PROVED, isProof: true };
  }
  if (open.length > 0) return { ...shared, ...undecided(open) };
  const sentence = ['Every statement, entry and condition matters to some request.'];
  return { ...shared, sign: 'fine', lead: 'Yes.', sentence, certainty: PROVED, isProof: true };
}

function kindsOf(parts: ReviewAnswer['parts']): readonly string[] {
  const conditions = parts.filter(({ kind }) => kind === 'condition').length;
  const entries = parts.length - conditions;
  return [
    ...(entries === 0 ? [] : [counted(entries, 'list entry', 'list entries')]),
    ...(conditions === 0 ? [] : [counted(conditions, 'condition')]),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function smallestView(answer: Extract<Proof, { kind: 'smallest' }>['answer']): AnswerView {
  switch (answer.kind) {
    case 'proved':
      return {
        ...nothingElse,
        sign: 'note',
        lead: 'Yes.',
        sentence: answer.smaller.sentence,
        certainty: PROVED,
        isProof: true,
      };
    case 'minimal':
      return {
        ...nothingElse,
        sign: 'fine',
        lead: 'No.',
        sentence: answer.sentence,
        certainty: PROVED,
        isProof: true,
      };
    case 'undecided':
      return { ...nothingElse, ...cannotTell(answer.sentence, 'Undecided'), canTryLonger: true };
  }
}

export const levelWords: Readonly<Record<Level, string>> = {
  none: 'none',
  viaIam: 'through IAM',
  direct: 'direct',
};

export function distinctStatements(statements: readonly CitedStatement[]): readonly CitedStatement[] {
  return [...new Map(statements.map((statement) => [statement.ref, statement])).values()];
}

function distinct(facts: readonly Fact[]): readonly Fact[] {
  return [...new Map(facts.map((fact) => [fact.text, fact])).values()];
}

function distinctPoints(open: readonly OpenPoint[]): readonly OpenPoint[] {
  return [...new Map(open.map((point) => [JSON.stringify(point.sentence), point])).values()];
}
