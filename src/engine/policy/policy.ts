import type { Diagnostic } from '../source/diagnostic.ts';
import type { SourceSpan, TextId } from '../source/span.ts';

/** The kinds of policy document, in the words of the command line's `--type`. */
export type PolicyType =
  | 'key'
  | 'identity'
  | 'boundary'
  | 'session'
  | 'scp'
  | 'rcp'
  | 'endpoint'
  | 'resource'
  | 'trust';

export type Effect = 'Allow' | 'Deny';

/** A string of the policy with its place. */
export interface Sourced {
  readonly value: string;
  readonly span: SourceSpan;
}

/** The map keys a Principal element may have. `*` stands for the bare form `"Principal": "*"`. */
export type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser' | '*';

export interface PrincipalEntry extends Sourced {
  readonly kind: PrincipalKind;
}

/** `Principal` or (`negated`) `NotPrincipal`. */
export interface PrincipalElement {
  readonly negated: boolean;
  readonly entries: readonly PrincipalEntry[];
  readonly span: SourceSpan;
}

/** `Action`/`NotAction` or `Resource`/`NotResource`. */
export interface PatternElement {
  readonly negated: boolean;
  readonly patterns: readonly Sourced[];
  readonly span: SourceSpan;
}

/** One value of a condition, as text (IAM-005), with the JSON type it was written in. */
export interface ConditionValue extends Sourced {
  readonly writtenAs: 'string' | 'number' | 'boolean';
}

/** One operator applied to one condition key: the unit that is true or false. All clauses of a statement are AND-ed (IAM-070). */
export interface ConditionClause {
  /** The operator as written, e.g. `ForAnyValue:StringLikeIfExists`. */
  readonly operator: Sourced;
  readonly key: Sourced;
  readonly values: readonly ConditionValue[];
  /** From the key's name to the end of its values. */
  readonly span: SourceSpan;
}

export interface Statement {
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid: string | undefined;
  /** `key#AllowUse`, or `key[2]` where there is no Sid (scenario format). */
  readonly ref: string;
  readonly effect: Effect | undefined;
  readonly effectSpan: SourceSpan | undefined;
  readonly principal: PrincipalElement | undefined;
  readonly action: PatternElement | undefined;
  readonly resource: PatternElement | undefined;
  readonly conditions: readonly ConditionClause[];
  readonly span: SourceSpan;
  /** Why the statement can neither allow nor deny anything, if so (KMS-019, IAM-007, IAM-015, …). */
  readonly inert: InertReason | undefined;
}

export interface InertReason {
  readonly rule: string;
  /** One clause that continues "This statement has no effect: …", user text in backticks. */
  readonly because: string;
  readonly span: SourceSpan;
}

/** A policy document that could be read. */
export interface Policy {
  readonly text: TextId;
  readonly type: PolicyType;
  /** Left part of statement names: `key`, `identity:UsePaymentsKey`, `scp:FullAWSAccess`, … */
  readonly name: string;
  readonly id: string | undefined;
  /** True with `Version: 2012-10-17`: only then `${…}` is a variable (IAM-008). */
  readonly variables: boolean;
  readonly statements: readonly Statement[];
  readonly span: SourceSpan;
}

/** `policy` is absent when the text is no policy document at all; the diagnostics then say why. */
export interface ParsedPolicy {
  readonly policy: Policy | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
