import type { AccessTable } from './access/table.ts';
import type { Answer } from './explain/answer.ts';
import type { Effect, PolicyType } from './policy/policy.ts';
import type { Finding } from './lint/finding.ts';
import type { Scenario, ScenarioRequest } from './scenario/scenario.ts';
import type { CloudTrailRecord } from './record/record.ts';
import type { Diagnostic } from './source/diagnostic.ts';
import type { Moment } from './world/world.ts';
import type { SourceSpan, TextId } from './source/span.ts';

export interface StudyInput {
  readonly scenario: Scenario;
  readonly request: ScenarioRequest;
  /** When the request happens; without it no condition key tells the time. */
  readonly now?: Moment;
  /** Position of the key that the access table is about; the first without it. */
  readonly key?: number;
}

/** What the engine made of one document text. */
export interface DocumentReport {
  readonly id: TextId;
  readonly kind: PolicyType | 'grants';
  /** The text was not usable and the last usable one answered in its place; spans then point into that older text. */
  readonly usedFallback: boolean;
  /** False when neither the text nor a fallback could be used: the document is treated as absent. */
  readonly usable: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly statements: readonly {
    readonly ref: string;
    readonly label: string;
    readonly effect: Effect | undefined;
    readonly span: SourceSpan;
  }[];
  /** Length in UTF-8 bytes. */
  readonly bytes: number;
}

/** What the request builder can suggest, from the documents and from the catalog. */
export interface Suggestions {
  readonly principals: readonly { readonly value: string; readonly label: string; readonly detail: string }[];
  readonly operations: readonly {
    readonly name: string;
    readonly meaning: string;
    readonly group: string | null;
  }[];
  readonly viaServices: readonly string[];
  /** Condition keys the documents look at, most used first, then the other well-known ones. */
  readonly contextKeys: readonly {
    readonly key: string;
    readonly meaning: string;
    readonly mentioned: boolean;
  }[];
  /** Encryption context keys the documents mention, with the values seen. */
  readonly encryptionContext: readonly { readonly key: string; readonly values: readonly string[] }[];
  /** Request parameters the chosen operation takes that matter to a decision. */
  readonly parameters: readonly {
    readonly name: string;
    readonly values: readonly string[];
    readonly default: string | null;
  }[];
}

/** What can be said first about one state of the scenario and one request. */
export interface Reply {
  readonly documents: readonly DocumentReport[];
  /** Problems with the request itself (an ARN that is none, an unknown operation), each with what to do. */
  readonly requestProblems: readonly { readonly field: string; readonly message: string }[];
  /** Absent when the request has problems that leave nothing to answer. */
  readonly answer: Answer | null;
  /** What CloudTrail would hold of the request; absent where there is no answer. */
  readonly record: CloudTrailRecord | null;
}

/** What takes longer to find out: it is about all requests instead of one. */
export interface Overview {
  readonly access: AccessTable | null;
  readonly suggestions: Suggestions;
  /** What lint says about the documents, their diagnostics included. */
  readonly findings: readonly Finding[];
}

/** Everything the page shows about one state of the scenario and one request. */
export interface Study extends Reply, Overview {}
