import type { NaiveContext } from './context.ts';
import { arnFields, type Glob, globFits, globOf } from './glob.ts';
import { bytesOf, instantOf, liesIn, numberOf } from './values.ts';
import { substituted } from './variables.ts';

/** A value of the policy and one of the request. */
export interface Comparison {
  readonly policy: string;
  readonly request: string;
  readonly context: NaiveContext;
  /** The document knows policy variables (IAM-008). */
  readonly variables: boolean;
}

type Compare = (comparison: Comparison) => boolean;

/** The text of the policy with variables replaced; undefined where one has no value (IAM-115). */
const globOfPolicy = ({ policy, context, variables }: Comparison): Glob | undefined =>
  variables ? substituted(policy, context) : globOf(policy);

/** The same where `*` and `?` are ordinary characters (IAM-080). */
const textOfPolicy = (comparison: Comparison): string | undefined =>
  globOfPolicy(comparison)
    ?.map((piece) => (piece === 'anything' ? '*' : piece === 'anyOne' ? '?' : piece.text))
    .join('');

const equals: Compare = (comparison) => textOfPolicy(comparison) === comparison.request;

const equalsIgnoringCase: Compare = (comparison) =>
  textOfPolicy(comparison)?.toLowerCase() === comparison.request.toLowerCase();

const like: Compare = (comparison) => {
  const glob = globOfPolicy(comparison);
  return glob !== undefined && globFits(glob, comparison.request);
};

/** IAM-088: six fields, each matched for itself. */
const arnLike: Compare = (comparison) => {
  const glob = globOfPolicy(comparison);
  const fields = arnFields(comparison.request);
  if (glob === undefined || fields === undefined) return false;
  const patterns = fieldsOf(glob);
  return patterns.length === 6 && patterns.every((pattern, index) => globFits(pattern, fields[index] ?? ''));
};

/** A pattern split at its first five colons. */
function fieldsOf(glob: Glob): readonly Glob[] {
  const letters = glob.flatMap((piece): Glob =>
    typeof piece === 'string' ? [piece] : piece.text.split('').map((text) => ({ text })),
  );
  const fields: Glob[number][][] = [[]];
  for (const letter of letters) {
    const isColon = typeof letter !== 'string' && letter.text === ':';
    if (isColon && fields.length < 6) fields.push([]);
    else fields.at(-1)?.push(letter);
  }
  return fields;
}

const comparing =
  (
    valueOf: (text: string) => number | undefined,
    holds: (request: number, policy: number) => boolean,
  ): Compare =>
  ({ policy, request }) => {
    const [left, right] = [valueOf(request), valueOf(policy)];
    return left !== undefined && right !== undefined && holds(left, right);
  };

const orders: Readonly<Record<string, (request: number, policy: number) => boolean>> = {
  Equals: (request, policy) => request === policy,
  LessThan: (request, policy) => request < policy,
  LessThanEquals: (request, policy) => request <= policy,
  GreaterThan: (request, policy) => request > policy,
  GreaterThanEquals: (request, policy) => request >= policy,
};

const ordered = (family: string, valueOf: (text: string) => number | undefined): [string, Compare][] =>
  Object.entries(orders).map(([name, holds]) => [`${family}${name}`, comparing(valueOf, holds)]);

/** IAM-085: true or false, in any case. */
const bool: Compare = (comparison) => {
  const [policy, request] = [textOfPolicy(comparison)?.toLowerCase(), comparison.request.toLowerCase()];
  return policy === request && (policy === 'true' || policy === 'false');
};

const binary: Compare = ({ policy, request }) => {
  const bytes = bytesOf(policy);
  return bytes !== undefined && bytes === bytesOf(request);
};

const positive: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['StringEquals', equals],
  ['StringEqualsIgnoreCase', equalsIgnoringCase],
  ['StringLike', like],
  ...ordered('Numeric', numberOf),
  ...ordered('Date', instantOf),
  ['Bool', bool],
  ['BinaryEquals', binary],
  ['IpAddress', ({ policy, request }) => liesIn(policy, request)],
  ['ArnEquals', arnLike],
  ['ArnLike', arnLike],
]);

/** Negated operators and what they negate. */
const negated: ReadonlyMap<string, string> = new Map([
  ['StringNotEquals', 'StringEquals'],
  ['StringNotEqualsIgnoreCase', 'StringEqualsIgnoreCase'],
  ['StringNotLike', 'StringLike'],
  ['NumericNotEquals', 'NumericEquals'],
  ['DateNotEquals', 'DateEquals'],
  ['NotIpAddress', 'IpAddress'],
  ['ArnNotEquals', 'ArnEquals'],
  ['ArnNotLike', 'ArnLike'],
]);

/** The names of all operators but `Null`. */
export const naiveOperators: readonly string[] = [...positive.keys(), ...negated.keys()];

/** How an operator compares, and whether its result is turned around; undefined for a name that is none. */
export function operatorOf(
  name: string,
): { readonly compare: Compare; readonly isNegated: boolean } | undefined {
  const compare = positive.get(negated.get(name) ?? name);
  return compare && { compare, isNegated: negated.has(name) };
}
