import type { SourceSpan } from './span.ts';

/** How bad a problem is, in the words IAM Access Analyzer uses for its findings. */
export type Severity = 'error' | 'securityWarning' | 'warning' | 'suggestion';

/** A problem in something the user supplied. Returned, never thrown. */
export interface Diagnostic {
  /** Access Analyzer's issue code where one exists (`JSON_SYNTAX_ERROR`, `MISSING_EFFECT`, …), otherwise one of our own in the same style. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence, cause first, user text in backticks, no line break. */
  readonly message: string;
  readonly span: SourceSpan;
  /** What to do about it, one sentence. */
  readonly help?: string;
}
