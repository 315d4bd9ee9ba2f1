import { noNotes, type ConditionNote } from './note.ts';
import { comparisonOf, nameValue, readAll, type ConditionOperator, type Side } from './operator.ts';

/** `true` or `false` in any case; anything else is no truth value (IAM-085). */
export function parseBoolean(text: string): boolean | undefined {
  if (text === 'true' || text === 'false') return text === 'true';
  const lowered = text.toLowerCase();
  if (lowered === 'true') return true;
  return lowered === 'false' ? false : undefined;
}

/** There is no negated form (IAM-085). Whether variables work is documented both ways; they are replaced (IAM-110). */
export const boolOperators: readonly ConditionOperator[] = [
  {
    name: 'Bool',
    family: 'Bool',
    rule: 'IAM-085',
    negated: false,
    positive: 'Bool',
    wildcards: false,
    variables: true,
    compare: (values) =>
      comparisonOf(readAll(values, parseBoolean), parseBoolean, (request, policy) => request === policy),
    doubts: (text, side) => booleanDoubts(text, side, 'IAM-085'),
  },
];

/** Notes about a value that should be `true` or `false`, for the operator with the given rule. */
export function booleanDoubts(text: string, side: Side, rule: string): readonly ConditionNote[] {
  if (text === 'true' || text === 'false') return noNotes;
  const value = nameValue(text, side);
  return [
    {
      rule,
      text:
        parseBoolean(text) === undefined
          ? `${value} is neither \`true\` nor \`false\`; it is taken to match nothing.`
          : `${value} is not in lower case, and AWS does not say whether case matters; it is ignored here.`,
    },
  ];
}
