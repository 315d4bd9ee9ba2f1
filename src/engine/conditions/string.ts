import { compileWildcard } from '../vocabulary/wildcard.ts';
import { noNotes, type ConditionNote } from './note.ts';
import {
  nameValue,
  withNegation,
  type Comparison,
  type ConditionOperator,
  type PolicyText,
  type Side,
} from './operator.ts';

/** String operators compare whole strings; only the Like forms know wildcards (IAM-080, IAM-081, IAM-082). */
export const stringOperators: readonly ConditionOperator[] = [
  ...withNegation(
    {
      name: 'StringEquals',
      family: 'String',
      rule: 'IAM-080',
      wildcards: false,
      variables: true,
      compare: (values) => compareExactly(values.map((value) => value.text)),
      doubts: () => noNotes,
    },
    'StringNotEquals',
  ),
  ...withNegation(
    {
      name: 'StringEqualsIgnoreCase',
      family: 'String',
      rule: 'IAM-081',
      wildcards: false,
      variables: true,
      compare: compareIgnoringCase,
      doubts: doubtFolding,
    },
    'StringNotEqualsIgnoreCase',
  ),
  ...withNegation(
    {
      name: 'StringLike',
      family: 'String',
      rule: 'IAM-082',
      wildcards: true,
      variables: true,
      compare: comparePatterns,
      doubts: () => noNotes,
    },
    'StringNotLike',
  ),
];

function compareExactly(texts: readonly string[]): Comparison {
  const [only] = texts;
  if (only === undefined) return { reach: 'none', matches: () => false };
  if (texts.length === 1) return { reach: 'some', matches: (value) => value === only };
  const listed = new Set(texts);
  return { reach: 'some', matches: (value) => listed.has(value) };
}

function compareIgnoringCase(values: readonly PolicyText[]): Comparison {
  const lowered = compareExactly(values.map((value) => value.text.toLowerCase()));
  return { reach: lowered.reach, matches: (value) => lowered.matches(value.toLowerCase()) };
}

function comparePatterns(values: readonly PolicyText[]): Comparison {
  const matchers = values.map((value) => compileWildcard(value.segments));
  if (matchers.some((matcher) => matcher.matchesEverything)) return { reach: 'all', matches: () => true };
  const literals = values.filter((_, index) => matchers[index]?.isLiteral === true);
  const patterns = matchers.filter((matcher) => !matcher.isLiteral);
  const exact = compareExactly(literals.map((value) => value.text));
  return {
    reach: values.length === 0 ? 'none' : 'some',
    matches(value) {
      if (exact.matches(value)) return true;
      for (const pattern of patterns) if (pattern.test(value)) return true;
      return false;
    },
  };
}

/** Which letters beyond ASCII AWS holds to be the same is not documented. */
function doubtFolding(text: string, side: Side): readonly ConditionNote[] {
  if (!/[\u0080-\uffff]/.test(text) || text.toLowerCase() === text.toUpperCase()) return noNotes;
  return [
    {
      rule: 'IAM-081',
      text: `${nameValue(text, side)} has letters beyond ASCII, and AWS does not say how case is ignored for them; Unicode lower case is compared here.`,
    },
  ];
}
