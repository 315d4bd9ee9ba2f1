import { compareDecimals, parseDecimal } from './decimal.ts';
import { noNotes, type ConditionNote } from './note.ts';
import { comparisonOf, nameValue, readAll, type ConditionOperator, type Side } from './operator.ts';
import { relations } from './order.ts';

/** Numeric operators compare decimal numbers exactly; with several values one that holds is enough (IAM-083). */
export const numericOperators: readonly ConditionOperator[] = relations.map(
  ({ suffix, negated, positive, holds }) => ({
    name: `Numeric${suffix}`,
    family: 'Numeric',
    rule: 'IAM-083',
    negated,
    positive: `Numeric${positive}`,
    wildcards: false,
    variables: false,
    compare: (values) =>
      comparisonOf(readAll(values, parseDecimal), parseDecimal, (request, policy) =>
        holds(compareDecimals(request, policy)),
      ),
    doubts,
  }),
);

function doubts(text: string, side: Side): readonly ConditionNote[] {
  if (parseDecimal(text) === undefined) {
    return [
      {
        rule: 'IAM-083',
        text: `${nameValue(text, side)} is not a number, and AWS does not say what comes of that; it is taken to match nothing, so a negated operator holds.`,
      },
    ];
  }
  if (!/e/i.test(text)) return noNotes;
  return [
    {
      rule: 'IAM-005',
      text: `${nameValue(text, side)} is written with an exponent, which AWS does not document; it is read as the number it stands for.`,
    },
  ];
}
