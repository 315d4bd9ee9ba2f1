import { parseRange } from '#engine/conditions/address.ts';
import { canonicalBase64 } from '#engine/conditions/base64.ts';
import { parseBoolean } from '#engine/conditions/bool.ts';
import { parseDecimal } from '#engine/conditions/decimal.ts';
import { parseInstant } from '#engine/conditions/instant.ts';
import type { OperatorFamily } from '#engine/conditions/operator.ts';
import type { ConditionValueType } from '#engine/catalog/conditionKey.ts';
import { quoted } from '#engine/source/quote.ts';
import { ANY_TYPE, type Report, type Rule } from '#engine/lint/rule.ts';
import type { LintedClause } from '#engine/lint/statement.ts';

/** Values that the operator cannot read, and operators for another type than the key has (IAM-083 to IAM-089). */
export const valueTypes: Rule = {
  name: 'value-types',
  codes: {
    INVALID_CONDITION_MULTIPLE_BOOLEAN: 'error',
    INVALID_DATE_VALUE: 'warning',
    TYPE_MISMATCH: 'warning',
    TYPE_MISMATCH_BOOLEAN: 'warning',
    TYPE_MISMATCH_DATE: 'warning',
    TYPE_MISMATCH_IP_RANGE: 'warning',
    TYPE_MISMATCH_NUMBER: 'warning',
    TYPE_MISMATCH_STRING: 'warning',
  },
  types: ANY_TYPE,
  covers: ['STATEMENT_DOES_NOTHING'],
  statement({ clauses }, report) {
    for (const one of clauses) {
      if (unreadableValue(one, report)) continue;
      operatorOfOtherType(one, report);
      bothTruths(one, report);
      epochAsDate(one, report);
    }
  },
};

/** `Bool` with both truths is a condition that everything with the key passes. */
function bothTruths({ clause, operator }: LintedClause, report: Report): void {
  if (operator.base.family !== 'Bool' && operator.base.family !== 'Null') return;
  const truths = new Set(clause.values.map(({ value }) => parseBoolean(value)));
  const [, second] = clause.values;
  if (truths.size < 2 || second === undefined) return;
  const message = `${quoted(clause.key.value)} is compared with both \`true\` and \`false\`, so that one of them is always right.`;
  report('INVALID_CONDITION_MULTIPLE_BOOLEAN', second.span, message, { help: 'Keep the one that is meant.' });
}

/** Fewer digits than seconds since 1970 have had since 1973: a year, or a date without its hyphens. */
const SHORT_EPOCH = /^\d{1,8}$/;

function epochAsDate({ clause, operator }: LintedClause, report: Report): void {
  if (operator.base.family !== 'Date') return;
  const found = clause.values.find(({ value }) => SHORT_EPOCH.test(value));
  if (found === undefined) return;
  const message = `${quoted(found.value)} is read as seconds since 1970, not as a year or a date.`;
  report('INVALID_DATE_VALUE', found.span, message, { help: 'Write the date as `2026-01-31`.' });
}

interface Expected {
  readonly code: string;
  readonly what: string;
  readonly reads: (text: string) => boolean;
}

const expected: Readonly<Partial<Record<OperatorFamily, Expected>>> = {
  Bool: {
    code: 'TYPE_MISMATCH_BOOLEAN',
    what: 'neither `true` nor `false`',
    reads: (text) => parseBoolean(text) !== undefined,
  },
  Null: {
    code: 'TYPE_MISMATCH_BOOLEAN',
    what: 'neither `true` nor `false`',
    reads: (text) => parseBoolean(text) !== undefined,
  },
  Date: {
    code: 'TYPE_MISMATCH_DATE',
    what: 'no date, such as `2026-01-31T12:00:00Z`',
    reads: (text) => parseInstant(text) !== undefined,
  },
  IpAddress: {
    code: 'TYPE_MISMATCH_IP_RANGE',
    what: 'no IP address or range, such as `203.0.113.0/24`',
    reads: (text) => parseRange(text) !== undefined,
  },
  Numeric: {
    code: 'TYPE_MISMATCH_NUMBER',
    what: 'no number',
    reads: (text) => parseDecimal(text) !== undefined,
  },
  Binary: {
    code: 'TYPE_MISMATCH_STRING',
    what: 'not in base64',
    reads: (text) => canonicalBase64(text) !== undefined,
  },
};

function unreadableValue({ clause, operator }: LintedClause, report: Report): boolean {
  const wanted = expected[operator.base.family];
  const found = wanted && clause.values.find(({ value }) => !value.includes('${') && !wanted.reads(value));
  if (wanted === undefined || found === undefined) return false;
  const message = `${quoted(found.value)} is ${wanted.what}, as ${quoted(operator.base.name)} needs.`;
  report(wanted.code, found.span, message);
  return true;
}

/** Which types of key an operator is for; ARNs and texts are told apart by another rule. */
const forTypes: Readonly<Partial<Record<OperatorFamily, readonly ConditionValueType[]>>> = {
  Bool: ['bool'],
  Date: ['date'],
  IpAddress: ['ip'],
  Numeric: ['numeric'],
  String: ['string', 'arn'],
};
const operatorFor: Readonly<Record<ConditionValueType, string>> = {
  string: 'StringEquals',
  arn: 'ArnLike',
  bool: 'Bool',
  date: 'DateLessThan',
  ip: 'IpAddress',
  numeric: 'NumericEquals',
};

function operatorOfOtherType({ clause, operator, info }: LintedClause, report: Report): void {
  const types = forTypes[operator.base.family];
  if (info === undefined || types === undefined || types.includes(info.type)) return;
  if (info.alsoUsableAs.some((type) => types.includes(type))) return;
  const message = `${quoted(clause.key.value)} is ${wordsFor[info.type]}, and ${quoted(operator.base.name)} is not for that.`;
  report('TYPE_MISMATCH', clause.operator.span, message, {
    help: `Use \`${operatorFor[info.type]}\` or its relatives.`,
  });
}

const wordsFor: Readonly<Record<ConditionValueType, string>> = {
  string: 'a text',
  arn: 'an ARN',
  bool: '`true` or `false`',
  date: 'a date',
  ip: 'an IP address',
  numeric: 'a number',
};
