import type { DocumentText, Scenario } from '#engine/scenario/scenario.ts';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { StatedFacts } from './prover.ts';
import type { ProofAnswer } from './questions/answer.ts';
import type { CompareAnswer } from './questions/compareAnswer.ts';
import type { ConditionsAnswer } from './questions/conditions.ts';
import type { UselessPart } from './questions/entries.ts';
import type { EscalationAnswer } from './questions/escalation.ts';
import type { Forbidden } from './questions/forbidden.ts';
import type { Outside } from './questions/outsiders.ts';
import type { Review } from './questions/review.ts';
import type { Separation } from './questions/separation.ts';
import type { ServicesAnswer } from './questions/services.ts';
import type { SmallestAnswer } from './questions/smallest.ts';
import type { WhoAnswer } from './questions/who.ts';
import type { WorkLimit } from './work.ts';

/** A question about all requests to a scenario's key. */
export type Question =
  /** How does the scenario differ from an earlier version, or from a reference (IAM-150)? `widened` is new access. */
  | { readonly kind: 'compare'; readonly before: Scenario }
  /** The same differences as general conditions. */
  | { readonly kind: 'conditions'; readonly before: Scenario }
  | { readonly kind: 'outsiders'; readonly outside: Outside }
  | { readonly kind: 'services' }
  | { readonly kind: 'whoCan'; readonly action: string }
  | { readonly kind: 'notGranted'; readonly forbidden: Forbidden }
  | { readonly kind: 'separation'; readonly separation: Separation }
  | { readonly kind: 'escalation' }
  | { readonly kind: 'lockout' }
  /** Statements, list entries and conditions that do nothing. */
  | { readonly kind: 'review' }
  | { readonly kind: 'smallest' };

/** What each kind of question is answered with. */
export interface Answers {
  readonly compare: CompareAnswer;
  readonly conditions: ConditionsAnswer;
  readonly outsiders: ProofAnswer;
  readonly services: ServicesAnswer;
  readonly whoCan: WhoAnswer;
  readonly notGranted: ProofAnswer;
  readonly separation: ProofAnswer;
  readonly escalation: EscalationAnswer;
  readonly lockout: ProofAnswer;
  readonly review: Review & { readonly parts: readonly UselessPart[] };
  readonly smallest: SmallestAnswer;
}

export type Proof =
  | {
      readonly [Kind in keyof Answers]: { readonly kind: Kind; readonly answer: Answers[Kind] };
    }[keyof Answers]
  /** Nothing to ask about, or a statement beyond what can be asked about all requests. */
  | {
      readonly kind: 'unanswered';
      readonly because: string;
      /** What is wrong with the facts that were stated. */
      readonly diagnostics?: readonly Diagnostic[];
    };

export interface ProveInput {
  readonly scenario: Scenario;
  readonly question: Question;
  /** ARN of the key that is meant; default: the first one. */
  readonly key?: string;
  /** What the question may cost; default `usualWork`. Ten times as much is what "continue" gives it. */
  readonly limit?: WorkLimit;
  /**
   * Facts that the caller states, besides what is known about AWS: a policy document whose `Deny` statements are requests that
   * never occur. Answers that need one name it by its `Sid`.
   */
  readonly facts?: DocumentText;
}

/** A question whose facts were read. */
export type ReadInput = Omit<ProveInput, 'facts'> & { readonly stated?: StatedFacts };
