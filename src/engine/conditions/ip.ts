import { isInRange, parseAddress, parseRange } from './address.ts';
import { noNotes, type ConditionNote } from './note.ts';
import {
  comparisonOf,
  nameValue,
  readAll,
  withNegation,
  type ConditionOperator,
  type Side,
} from './operator.ts';

/** IP operators compare an address with address ranges, by number and not by spelling (IAM-087). */
export const ipOperators: readonly ConditionOperator[] = withNegation(
  {
    name: 'IpAddress',
    family: 'IpAddress',
    rule: 'IAM-087',
    wildcards: false,
    variables: false,
    compare: (values) => comparisonOf(readAll(values, parseRange), parseAddress, isInRange),
    doubts,
  },
  'NotIpAddress',
);

function doubts(text: string, side: Side): readonly ConditionNote[] {
  const readable = side === 'policy' ? parseRange(text) !== undefined : parseAddress(text) !== undefined;
  if (readable) return noNotes;
  const expected = side === 'policy' ? 'an IP address or range' : 'an IP address';
  return [
    {
      rule: 'IAM-087',
      text: `${nameValue(text, side)} is not ${expected}, and AWS does not say what comes of that; it is taken to match nothing, so a negated operator holds.`,
    },
  ];
}
