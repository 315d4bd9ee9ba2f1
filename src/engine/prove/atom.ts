import type { Template } from '#engine/conditions/template.ts';
import type { Bits } from './bits.ts';
import type { Lane } from './text/lanes.ts';
import type { TextKind } from './text/solveText.ts';
import type { TextTest } from './text/textTest.ts';

/** A condition on one attribute of a request, or its negation: twice the atom's number, and one more where it is negated. */
export type Literal = number;

export function negate(literal: Literal): Literal {
  return literal ^ 1;
}

export function atomOf(literal: Literal): number {
  return literal >>> 1;
}

export function isNegated(literal: Literal): boolean {
  return (literal & 1) === 1;
}

/** The attributes every request has. Condition keys and relations come after them. */
export const ACTION = 0;
export const CALLER = 1;

/** A condition key that the request is free to carry or not. */
export interface KeyAttribute {
  readonly kind: 'key';
  /** In lower case. */
  readonly key: string;
  /** As first written in a document. */
  readonly name: string;
  /** The key as only key policies see it, for keys that AWS keeps from them (KMS-134). */
  readonly keptFromKeyPolicy: boolean;
  /** Whether it can have one value, and whether it can have a list of them. */
  readonly single: boolean;
  readonly list: boolean;
  readonly text: TextKind;
}

export type Attribute =
  | { readonly kind: 'action' }
  | { readonly kind: 'caller' }
  | KeyAttribute
  /** The truth of a condition that compares one key with another: settled when both have values. */
  | { readonly kind: 'relation'; readonly relation: Relation };

/** What is true of a single value: it passes the test, or (`negated`) it does not. */
export type SingleShape = 'never' | 'always' | { readonly test: TextTest; readonly negated: boolean };

/** What is true of a list of values: some of them, or every one, passes the test or does not. */
export type ListShape =
  | 'never'
  | 'always'
  | { readonly of: 'some' | 'every'; readonly test: TextTest; readonly negated: boolean };

/** The shape of a clause over the value of its key: what it says of an absent key, of one value, of a list. */
export interface Shape {
  readonly absent: boolean;
  readonly single: SingleShape;
  readonly list: ListShape;
}

/** A condition of a statement with policy variables in its values. */
export interface Relation {
  /** The key that is compared; undefined for a Resource pattern, which is compared with the key's ARN. */
  readonly key: string | undefined;
  /** Where the compared key's value is looked up. */
  readonly keptFromKeyPolicy: boolean;
  readonly templates: readonly Template[];
  /** Makes the test from values whose variables were replaced. */
  readonly testOf: (values: readonly ResolvedText[]) => TextTest;
  /** The shapes of the clause with `test` in place of the values; absent is false. */
  readonly shape: (test: TextTest) => { readonly single: SingleShape; readonly list: ListShape };
  /**
   * Equal for the relations of one key with the same values whose truth follows from each other: `mismatch` ones hold of a key
   * that is there and for which the other does not hold.
   */
  readonly family: string;
  readonly mismatch: boolean;
  /** Resource: the text that is compared. */
  readonly fixedText: string | undefined;
}

export interface ResolvedText {
  readonly text: string;
  readonly segments: Extract<Template['fixed'], object>['segments'];
}

export type Atom =
  | { readonly kind: 'action'; readonly attribute: number; readonly name: string; readonly actions: Bits }
  | CallerAtom
  | KeyAtom
  | { readonly kind: 'relation'; readonly attribute: number; readonly name: string };

/** False for every request without the key. */
export interface KeyAtom {
  readonly kind: 'key';
  readonly attribute: number;
  readonly name: string;
  readonly single: SingleShape;
  readonly list: ListShape;
}

export interface CallerAtom {
  readonly kind: 'caller';
  readonly attribute: number;
  readonly name: string;
  /** The cells all of whose callers satisfy it, and those some of whose callers may. */
  readonly always: Bits;
  readonly possible: Bits;
  /** For the cells in between: what their names have to be like. */
  readonly open: ReadonlyMap<number, CallerTest>;
}

/** A test of one of the texts that are made of a caller's account, path and name. */
export interface CallerTest {
  readonly lane: Lane;
  readonly test: TextTest;
  readonly negated: boolean;
}
