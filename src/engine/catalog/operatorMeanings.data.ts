import type { ElementRow } from './elements.data.ts';

const source = 'IAM:reference_policies_elements_condition_operators';

/** Condition operators without set qualifier and `IfExists`: what must be true of the key. */
export const operatorMeanings: readonly ElementRow[] = [
  { name: 'StringEquals', meaning: 'The text is one of these, letter for letter.', source },
  { name: 'StringNotEquals', meaning: 'The text is none of these.', source },
  { name: 'StringEqualsIgnoreCase', meaning: 'The text is one of these, whatever the case.', source },
  {
    name: 'StringNotEqualsIgnoreCase',
    meaning: 'The text is none of these, whatever the case.',
    source,
  },
  { name: 'StringLike', meaning: 'The text fits one of these, in which * and ? are wildcards.', source },
  {
    name: 'StringNotLike',
    meaning: 'The text fits none of these, in which * and ? are wildcards.',
    source,
  },
  { name: 'NumericEquals', meaning: 'The number is one of these.', source },
  { name: 'NumericNotEquals', meaning: 'The number is none of these.', source },
  { name: 'NumericLessThan', meaning: 'The number is smaller.', source },
  { name: 'NumericLessThanEquals', meaning: 'The number is smaller or the same.', source },
  { name: 'NumericGreaterThan', meaning: 'The number is larger.', source },
  { name: 'NumericGreaterThanEquals', meaning: 'The number is larger or the same.', source },
  { name: 'DateEquals', meaning: 'The moment is one of these.', source },
  { name: 'DateNotEquals', meaning: 'The moment is none of these.', source },
  { name: 'DateLessThan', meaning: 'The moment is earlier.', source },
  { name: 'DateLessThanEquals', meaning: 'The moment is earlier or the same.', source },
  { name: 'DateGreaterThan', meaning: 'The moment is later.', source },
  { name: 'DateGreaterThanEquals', meaning: 'The moment is later or the same.', source },
  { name: 'Bool', meaning: 'The key is true, or false, as written.', source },
  { name: 'BinaryEquals', meaning: 'The bytes are the same; written in base64.', source },
  { name: 'IpAddress', meaning: 'The address is in one of these ranges.', source },
  {
    name: 'NotIpAddress',
    meaning: 'The address is in none of these ranges.',
    source,
  },
  {
    name: 'ArnEquals',
    meaning: 'The ARN fits one of these, part by part; * and ? are wildcards, as in ArnLike.',
    source,
  },
  {
    name: 'ArnNotEquals',
    meaning: 'The ARN fits none of these, part by part.',
    source,
  },
  { name: 'ArnLike', meaning: 'The ARN fits one of these, part by part; * and ? are wildcards.', source },
  {
    name: 'ArnNotLike',
    meaning: 'The ARN fits none of these, part by part.',
    source,
  },
  { name: 'Null', meaning: 'With true, the key is absent; with false, it is there.', source },
];
