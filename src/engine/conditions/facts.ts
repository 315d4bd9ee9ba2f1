import type { ConditionClause } from '../policy/policy.ts';
import type { ContextOrigin } from './context.ts';
import type { ConditionNote } from './note.ts';
import type { ParsedOperator } from './parseOperator.ts';
import type { Truth } from './truth.ts';

/** The key of the clause in the request. */
export interface EntryFacts {
  readonly state: 'present' | 'absent' | 'unknown';
  readonly values: readonly string[];
  readonly multivalued: boolean;
  /** Undefined where the request says nothing about the key. */
  readonly origin: ContextOrigin | undefined;
}

/** One policy value of the clause. */
export interface ValueFacts {
  /** As written. */
  readonly text: string;
  /** After substitution; only where the value has variables and all of them could be filled in. */
  readonly resolved?: string;
  /**
   * Whether the operator's positive form holds between this value and some value of the request: for `StringNotEquals`, `true`
   * says that the two are equal. `false` where the request has no value to compare. For `Null`: whether this value is the
   * one that says what is the case.
   */
  readonly outcome: Truth;
  /** Why the value cannot match as meant, or is read in a way AWS does not document. */
  readonly problem?: string;
}

/** One value of the request that was compared with the policy values. */
interface ComparedValue {
  readonly value: string;
  /** Whether it satisfies the operator, negation included. `ForAllValues` asks this of all of them, `ForAnyValue` of one. */
  readonly satisfied: Truth;
}

/** Everything that can be said about the evaluation of one clause for one request. */
export interface ConditionFacts {
  readonly clause: ConditionClause;
  /** Undefined where the operator's name is none (IAM-071). */
  readonly operator: ParsedOperator | undefined;
  /** The condition key as written in the policy. */
  readonly key: string;
  readonly entry: EntryFacts;
  /** In source order. */
  readonly values: readonly ValueFacts[];
  /** In the request's order; empty for `Null`, which looks at no value. */
  readonly compared: readonly ComparedValue[];
  readonly truth: Truth;
  /** The rule that decided. */
  readonly rule: string;
  /** Points the result rests on that AWS leaves open, and values that could not be used as meant. */
  readonly notes: readonly ConditionNote[];
}
