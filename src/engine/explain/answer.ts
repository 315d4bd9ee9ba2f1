import type { AwsMessage } from '../message/awsMessage.ts';
import type { SourceSpan } from '../source/span.ts';
import type { Phrase } from './phrase.ts';

/** IAM's own words for the outcome of a request (`EvalDecision`). */
export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny';

/** What a step, statement or layer contributed. The first four are outcomes, the rest are marks of single comparisons. */
export type Mark =
  | 'allowed'
  | 'explicitDeny'
  | 'implicitDeny'
  | 'depends'
  | 'yes'
  | 'no'
  | 'unknown'
  | 'info';

/** One step of the reasoning, ready to show. */
export interface ExplainedStep {
  /** Stable while the scenario's shape is: the path of the step, e.g. `0/key/2/c1`. */
  readonly id: string;
  readonly mark: Mark;
  readonly text: Phrase;
  /** The values compared, where the step is a comparison. */
  readonly detail?: Phrase;
  /** Id in docs/semantics.md. */
  readonly rule?: string;
  /** Where in the user's texts the step stands; empty for steps about absent things. */
  readonly spans: readonly SourceSpan[];
  /** On the path to the decision: shown open at first. */
  readonly decisive: boolean;
  readonly children: readonly ExplainedStep[];
}

/** The statement or grant that decided, or would have. */
export interface DecidingStatement {
  /** `key#Sid`, `identity:Name[0]`, `grant:<id>`. */
  readonly ref: string;
  readonly effect: 'Allow' | 'Deny';
  readonly span: SourceSpan;
}

/** A few words at the statement's first line: what it did for this request. */
export interface StatementNote {
  readonly ref: string;
  readonly span: SourceSpan;
  readonly mark: Mark;
  /** At most six words. */
  readonly words: string;
  readonly decides: boolean;
}

/** Something that was not said in the request or not supplied in the scenario and could change the decision. */
export interface WouldChange {
  readonly kind: 'contextKey' | 'layer';
  readonly text: Phrase;
  /** For `contextKey`: the key, spelled as in the policies. */
  readonly key?: string;
  readonly spans: readonly SourceSpan[];
}

/** The API error the caller would see although, or because, of the decision. */
export interface ApiErrorAnswer {
  readonly name: string;
  readonly text: Phrase;
  readonly rule: string;
}

/** The whole answer to one request. Every sentence rests on `steps`. */
export interface Answer {
  readonly decision: Decision;
  readonly error: ApiErrorAnswer | null;
  /** What AWS would tell the caller, and what that leaves out; null where the call works. */
  readonly awsMessage: AwsMessage | null;
  /** "Allowed", "Denied by a Deny statement", "Denied: nothing allows it". */
  readonly title: string;
  /** One or two sentences naming the deciding statement or what is missing. */
  readonly sentence: Phrase;
  readonly deciding: readonly DecidingStatement[];
  readonly steps: readonly ExplainedStep[];
  readonly statementNotes: readonly StatementNote[];
  readonly scope: { readonly considered: Phrase; readonly notSupplied: readonly string[] };
  readonly wouldChange: readonly WouldChange[];
  /** Points the answer rests on that AWS's documentation leaves open. */
  readonly notes: readonly { readonly rule: string; readonly text: Phrase }[];
  /** The condition keys of the request as they were derived, for inspection. */
  readonly context: readonly {
    readonly key: string;
    readonly values: readonly string[];
    readonly origin: string;
  }[];
}
