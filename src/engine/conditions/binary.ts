import { canonicalBase64 } from './base64.ts';
import { noNotes } from './note.ts';
import { comparisonOf, nameValue, readAll, type ConditionOperator } from './operator.ts';

/** BinaryEquals compares bytes; both sides are written in base64 (IAM-086). There is no negated form. */
export const binaryOperators: readonly ConditionOperator[] = [
  {
    name: 'BinaryEquals',
    family: 'Binary',
    rule: 'IAM-086',
    negated: false,
    positive: 'BinaryEquals',
    wildcards: false,
    variables: false,
    compare: (values) =>
      comparisonOf(
        readAll(values, canonicalBase64),
        canonicalBase64,
        (request, policy) => request === policy,
      ),
    doubts: (text, side) =>
      canonicalBase64(text) !== undefined
        ? noNotes
        : [
            {
              rule: 'IAM-086',
              text: `${nameValue(text, side)} is not base64; it is taken to match nothing.`,
            },
          ],
  },
];
