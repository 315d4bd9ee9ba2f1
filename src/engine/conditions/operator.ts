import type { WildcardSegment } from '../vocabulary/wildcard.ts';
import type { ConditionNote } from './note.ts';

export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn' | 'Null';

/** A policy value after its variables were replaced. `segments` tells wildcards from literal stars; `text` does not. */
export interface PolicyText {
  readonly text: string;
  readonly segments: readonly WildcardSegment[];
}

/** How much of all conceivable request values a list of policy values takes in: what is certain without knowing the value. */
type Reach = 'none' | 'some' | 'all';

/** A list of policy values read once, ready to be asked about request values. Several values are alternatives (IAM-070). */
export interface Comparison {
  readonly reach: Reach;
  /** Whether the request's value satisfies the operator's positive form for at least one of the policy values. */
  matches(value: string): boolean;
}

/** Where a value was written. */
export type Side = 'policy' | 'request';

/**
 * A base operator of the condition language, without set qualifier and `IfExists`. What happens with absent keys, sets and
 * negation is the same for all of them and lives in `decide.ts`; an operator only says which values match.
 */
export interface ConditionOperator {
  /** AWS's spelling, e.g. `StringNotLike`. */
  readonly name: string;
  readonly family: OperatorFamily;
  /** The rule that says how values are compared. */
  readonly rule: string;
  /** True only if none of the policy values matches (IAM-070). */
  readonly negated: boolean;
  /** Name of the operator whose comparison this one uses: itself unless negated. */
  readonly positive: string;
  /** `*` and `?` in policy values are wildcards. */
  readonly wildcards: boolean;
  /** `${…}` in policy values is replaced, where the policy's version has variables (IAM-110). */
  readonly variables: boolean;
  /** Reads policy values. Values that cannot be read never match; `doubts` says why. */
  readonly compare: (values: readonly PolicyText[]) => Comparison;
  /** What is wrong with a value, or not settled by AWS's documentation; empty for an ordinary one. */
  readonly doubts: (text: string, side: Side) => readonly ConditionNote[];
}

/** "The policy's value `x`": how a note about a value begins. */
export function nameValue(text: string, side: Side): string {
  return `The ${side}'s value \`${text}\``;
}

/** A comparison of values that are read into something else first; a value that cannot be read matches nothing. */
export function comparisonOf<Request, Policy>(
  operands: readonly Policy[],
  read: (text: string) => Request | undefined,
  holds: (request: Request, operand: Policy) => boolean,
): Comparison {
  return {
    reach: operands.length === 0 ? 'none' : 'some',
    matches(value) {
      const request = read(value);
      if (request === undefined) return false;
      for (const operand of operands) if (holds(request, operand)) return true;
      return false;
    },
  };
}

/** Reads each value, leaving out those that cannot be read. */
export function readAll<Operand>(
  values: readonly PolicyText[],
  read: (text: string) => Operand | undefined,
): readonly Operand[] {
  return values.flatMap((value) => read(value.text) ?? []);
}

/** The positive operator and its negation: one comparison, two names. */
export function withNegation(
  operator: Omit<ConditionOperator, 'negated' | 'positive'>,
  negatedName: string,
): readonly [ConditionOperator, ConditionOperator] {
  return [
    { ...operator, negated: false, positive: operator.name },
    { ...operator, name: negatedName, negated: true, positive: operator.name },
  ];
}
