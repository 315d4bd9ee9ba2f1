import type { Phrase } from '#engine/explain/phrase.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import type { Fact } from '../facts.ts';
import type { Level } from '../model/accessModel.ts';
import type { Undecided, Witness } from '../prover.ts';

/** A statement or grant an answer rests on, with its place. */
export interface CitedStatement {
  /** `key#Sid`, `scp:Guard[0]`, `grant:…`. */
  readonly ref: string;
  readonly span: SourceSpan | undefined;
}

/** One thing an answer found, with a request that shows it where there is one. */
export interface Finding {
  readonly sentence: Phrase;
  readonly statements: readonly CitedStatement[];
  readonly level: Level | undefined;
  /** Confirmed by the evaluator; opens in Ask. */
  readonly witness: Witness | undefined;
  /** Not empty where the finding is only about requests that AWS never sends: what rules them out. */
  readonly facts: readonly Fact[];
}

/** A place where there is no answer, and what stopped it. */
export interface OpenPoint {
  readonly sentence: Phrase;
  readonly why: Undecided['why'];
  readonly statement: CitedStatement | undefined;
}

/**
 * The answer to one question about all requests. `yes` shows a request for every finding, `no` is a proof within the scope, and
 * `undecided` says where it stopped.
 */
export interface ProofAnswer {
  readonly verdict: 'yes' | 'no' | 'undecided';
  /** The verdict with what is known about what AWS sends, and the facts it needs; null where it is the same. */
  readonly withFacts: {
    readonly verdict: 'yes' | 'no' | 'undecided';
    readonly facts: readonly Fact[];
  } | null;
  readonly sentence: Phrase;
  readonly findings: readonly Finding[];
  readonly open: readonly OpenPoint[];
  /**
   * What a `no` rests on: the statements that would let such requests through but for their conditions, and those that deny
   * them. Where nothing comes near, every statement that allows; empty for any other verdict.
   */
  readonly rests: readonly CitedStatement[];
  /** What the answer is about, and what it leaves out. */
  readonly scope: readonly Phrase[];
}

export const NOT_DECIDED: Phrase = ['This is not decided.'];

/** The answer that findings and open points add up to. */
export function answerFrom(
  findings: readonly Finding[],
  open: readonly OpenPoint[],
  sentences: { readonly yes: Phrase; readonly no: Phrase },
  scope: readonly Phrase[],
  rests: readonly CitedStatement[],
): ProofAnswer {
  const verdict = verdictOf(findings.length > 0, open.length > 0);
  const lasting = findings.filter(({ facts }) => facts.length === 0);
  const strict = verdictOf(lasting.length > 0, open.length > 0);
  const facts = findings.flatMap((finding) => finding.facts);
  const sentence = verdict === 'yes' ? sentences.yes : verdict === 'no' ? sentences.no : NOT_DECIDED;
  return {
    verdict,
    withFacts: strict === verdict ? null : { verdict: strict, facts: distinct(facts) },
    sentence,
    findings,
    open,
    rests: strict === 'no' ? distinctStatements(rests) : [],
    scope,
  };
}

function verdictOf(found: boolean, open: boolean): 'yes' | 'no' | 'undecided' {
  if (found) return 'yes';
  return open ? 'undecided' : 'no';
}

function distinctStatements(statements: readonly CitedStatement[]): readonly CitedStatement[] {
  return [...new Map(statements.map((statement) => [statement.ref, statement])).values()];
}

function distinct(facts: readonly Fact[]): readonly Fact[] {
  return [...new Map(facts.map((fact) => [fact.text, fact])).values()];
}

/** Why something is not decided, as a sentence. */
export function openPoint({ why, ref, span }: Undecided): OpenPoint {
  const at: Phrase = ref === undefined ? [] : [' at ', { code: ref }];
  return {
    sentence: [...REASONS[why], ...at, '.'],
    why,
    statement: ref === undefined ? undefined : { ref, span },
  };
}

const REASONS: Readonly<Record<Undecided['why'], Phrase>> = {
  work: ['The work allowed for one question was used up'],
  variables: ['Conditions with policy variables could not be settled'],
  values: ['Conditions that read one key in different ways could not be settled'],
  disagreement: ['A request was found that the evaluator sees otherwise, so it is not shown'],
  unsent: ['Requests that AWS never sends could not be settled'],
  grants: ['Whether a grant under a grant is possible depends on the whole new grant'],
  placeholder: ['A placeholder of a template is not filled in'],
  unsupported: ['A statement is beyond what can be asked about all requests'],
};
