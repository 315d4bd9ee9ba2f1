import { compareInstants, instantDoubt, parseInstant } from './instant.ts';
import { noNotes, type ConditionNote } from './note.ts';
import { comparisonOf, nameValue, readAll, type ConditionOperator, type Side } from './operator.ts';
import { relations } from './order.ts';

/** Date operators compare instants, whichever of the two notations either side uses (IAM-084). */
export const dateOperators: readonly ConditionOperator[] = relations.map(
  ({ suffix, negated, positive, holds }) => ({
    name: `Date${suffix}`,
    family: 'Date',
    rule: 'IAM-084',
    negated,
    positive: `Date${positive}`,
    wildcards: false,
    variables: false,
    compare: (values) =>
      comparisonOf(readAll(values, parseInstant), parseInstant, (request, policy) =>
        holds(compareInstants(request, policy)),
      ),
    doubts,
  }),
);

function doubts(text: string, side: Side): readonly ConditionNote[] {
  const value = nameValue(text, side);
  if (parseInstant(text) === undefined) {
    return note(
      `${value} is neither a date as AWS documents them nor epoch seconds; it is taken to match nothing, so a negated operator holds.`,
    );
  }
  switch (instantDoubt(text)) {
    case 'year or epoch':
      return note(`${value} could be a year or epoch seconds; it is read as a year.`);
    case 'no zone':
      return note(`${value} has no time zone, and AWS does not say which applies; it is read as UTC.`);
    case undefined:
      return noNotes;
  }
}

function note(text: string): readonly ConditionNote[] {
  return [{ rule: 'IAM-084', text }];
}
