import type { PolicyType } from '../policy/policy.ts';
import type { Diagnostic, Severity } from '../source/diagnostic.ts';
import type { SourceSpan } from '../source/span.ts';
import type { World } from '../world/world.ts';
import type { Fix } from './finding.ts';
import type { LintedDocument } from './document.ts';
import type { LintedStatement } from './statement.ts';

/**
 * What a rule says: a code of its own with a sentence, cause first, user text in backticks. It says nothing where it cannot be
 * sure: a false alarm is a defect.
 */
export type Report = (code: string, span: SourceSpan, message: string, more?: ReportMore) => void;

export interface ReportMore {
  /** What to do about it, one sentence. */
  readonly help?: string;
  readonly fixes?: readonly Fix[];
}

/** A check with a page. Each has a folder `rules/<name>/` with `rule.ts`, `rule.test.ts` and `page.ts`. */
export interface Rule {
  /** Name of the folder and of the page. */
  readonly name: string;
  /** The issue codes it reports, IAM Access Analyzer's where it has the check, and how bad each is. */
  readonly codes: Readonly<Record<string, Severity>>;
  /** Kinds of policy that `statement` and `document` look at. */
  readonly types: readonly PolicyType[];
  /** Codes of proofs that say no more than this rule does about the same statement. */
  readonly covers?: readonly string[];
  /** Looks at one statement that can allow or deny something. */
  readonly statement?: (statement: LintedStatement, report: Report) => void;
  /** Looks at a whole policy. */
  readonly document?: (document: LintedDocument, report: Report) => void;
  /** Looks at several documents together; it runs with every change, so it must be quick. */
  readonly world?: (world: LintedWorld, report: Report) => void;
  /** Changes that take away a problem that was found while the document was read. */
  readonly fixes?: (diagnostic: Diagnostic, statement: LintedStatement) => readonly Fix[];
}

/** The documents that can be read as they are, together. */
export interface LintedWorld {
  readonly world: World;
  readonly documents: readonly LintedDocument[];
}

/** Policies of IAM on the side of the caller. */
export const IAM_TYPES: readonly PolicyType[] = ['identity', 'boundary', 'session'];
export const GUARDRAIL_TYPES: readonly PolicyType[] = ['scp', 'rcp'];
/** Every kind of policy whose statements are about KMS. */
export const ALL_TYPES: readonly PolicyType[] = ['key', ...IAM_TYPES, ...GUARDRAIL_TYPES, 'endpoint'];
/** Also policies that are about other services. */
export const ANY_TYPE: readonly PolicyType[] = [...ALL_TYPES, 'resource', 'trust'];
