import { nearest } from '#engine/source/nearest.ts';
import { quoted } from '#engine/source/quote.ts';
import type { Sourced } from '#engine/policy/policy.ts';
import { isAccountId } from '#engine/vocabulary/arn.ts';
import { isRegion } from '#engine/vocabulary/region.ts';
import { compileWildcard } from '#engine/vocabulary/wildcard.ts';
import { placeholder } from '#engine/lint/placeholder.ts';
import { replaceString } from '#engine/lint/fixes.ts';
import { ALL_TYPES, type Report, type Rule } from '#engine/lint/rule.ts';
import type { LintedClause, LintedStatement } from '#engine/lint/statement.ts';

/** Values that the condition key never has: words that are not among those there are, and ids of another form. */
export const conditionValues: Rule = {
  name: 'condition-values',
  codes: {
    INVALID_VPC_FORMAT: 'error',
    INVALID_VPCE_FORMAT: 'error',
    INVALID_ACCOUNT_IN_CONDITION: 'error',
    INVALID_ORGANIZATION_IN_CONDITION: 'error',
    INVALID_REGION: 'error',
    INVALID_KMS_KEY_VALUE: 'error',
    UNKNOWN_CONDITION_VALUE: 'warning',
    VARIABLE_USAGE_TOO_PERMISSIVE: 'error',
    WILDCARD_USAGE_TOO_PERMISSIVE: 'error',
  },
  types: [...ALL_TYPES, 'resource'],
  covers: ['STATEMENT_DOES_NOTHING', 'PART_DOES_NOTHING'],
  statement(statement, report) {
    for (const one of statement.clauses) {
      if (one.operator.base.family !== 'String') continue;
      tooPermissive(statement, one, report);
      chosenByCaller(statement, one, report);
      for (const value of one.clause.values)
        if (placeholder(value.value) === undefined && !value.value.includes('${')) look(one, value, report);
    }
  },
};

const accounts = new Set([
  'kms:calleraccount',
  'aws:principalaccount',
  'aws:sourceaccount',
  'aws:resourceaccount',
]);
const organizations = new Set(['aws:principalorgid', 'aws:sourceorgid', 'aws:resourceorgid']);

function look(one: LintedClause, value: Sourced, report: Report): void {
  const form = formOf(one.key);
  if (form !== undefined) {
    if (/[*?]/.test(value.value) || form.fits(value.value)) return;
    report(form.code, value.span, `${quoted(value.value)} is ${form.isNot}.`, { help: form.help });
    return;
  }
  knownWord(one, value, report);
}

interface Form {
  readonly code: string;
  readonly fits: (text: string) => boolean;
  readonly isNot: string;
  readonly help: string;
}

const account: Form = {
  code: 'INVALID_ACCOUNT_IN_CONDITION',
  fits: (text) => isAccountId(text) || text === 'anonymous',
  isNot: 'no account id',
  help: 'Account ids have 12 digits.',
};
const organization: Form = {
  code: 'INVALID_ORGANIZATION_IN_CONDITION',
  fits: (text) => /^o-[a-z0-9]{10,32}$/.test(text),
  isNot: 'no organization id',
  help: 'Organization ids look like `o-exampleorgid`.',
};
const vpc: Form = {
  code: 'INVALID_VPC_FORMAT',
  fits: (text) => /^vpc-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(text),
  isNot: 'no VPC id',
  help: 'VPC ids are `vpc-` with 8 or 17 hexadecimal digits.',
};
const endpoint: Form = {
  code: 'INVALID_VPCE_FORMAT',
  fits: (text) => /^vpce-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(text),
  isNot: 'no VPC endpoint id',
  help: 'VPC endpoint ids are `vpce-` with 8 or 17 hexadecimal digits.',
};
const region: Form = {
  code: 'INVALID_REGION',
  fits: isRegion,
  isNot: 'no Region',
  help: 'Regions look like `eu-west-1`.',
};
const kmsKey: Form = {
  code: 'INVALID_KMS_KEY_VALUE',
  fits: (text) => /^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key\/./.test(text),
  isNot: 'no ARN of a KMS key',
  help: 'S3 compares the ARN of the key, whatever the request calls it.',
};
const regions = new Set(['aws:requestedregion', 'kms:replicaregion', 'kms:primaryregion']);

function formOf(key: string): Form | undefined {
  if (accounts.has(key)) return account;
  if (organizations.has(key)) return organization;
  if (regions.has(key)) return region;
  if (key === 'aws:sourcevpc') return vpc;
  if (key === 's3:x-amz-server-side-encryption-aws-kms-key-id') return kmsKey;
  return key === 'aws:sourcevpce' ? endpoint : undefined;
}

function knownWord({ info, operator, clause }: LintedClause, value: Sourced, report: Report): void {
  const values = info?.values;
  if (values === undefined || operator.base.name.includes('IgnoreCase')) return;
  const fits = operator.base.wildcards
    ? values.some((word) => compileWildcard(value.value).test(word))
    : values.includes(value.value);
  if (fits) return;
  const meant = nearest(value.value, values);
  const message = `${quoted(clause.key.value)} is never ${quoted(value.value)}.`;
  const help = meant === undefined ? {} : { help: `Did you mean ${quoted(meant)}?` };
  const fixes = meant === undefined ? [] : [replaceString(`Write \`${meant}\``, value, meant)];
  report('UNKNOWN_CONDITION_VALUE', value.span, message, { ...help, fixes });
}

/** A pattern where only exact values keep strangers out; one that takes in everything is public and told as that. */
function tooPermissive({ effect }: LintedStatement, one: LintedClause, report: Report): void {
  const { clause, info, operator } = one;
  if (effect !== 'Allow' || info?.sensitive !== true || !operator.base.wildcards || operator.base.negated)
    return;
  const found = clause.values.find(({ value }) => /[*?]/.test(value) && !/^\*+$/.test(value));
  if (found === undefined) return;
  const message = `${quoted(found.value)} takes in ids that anyone may happen to get: ${quoted(clause.key.value)} needs exact values.`;
  report('WILDCARD_USAGE_TOO_PERMISSIVE', found.span, message, { help: 'Write them out.' });
}

/** What the caller's own account decides: names, tags, and what the request says. */
const OF_CALLER =
  /\$\{(?:aws:(?:principal|username|userid|requesttag|sourceidentity)|saml:|sts:|kms:encryptioncontext)/i;

/** A variable where only exact values keep strangers out: a stranger's account may give it any value. */
function chosenByCaller(
  { effect }: LintedStatement,
  { clause, key, info, operator }: LintedClause,
  report: Report,
): void {
  const needsExact = info?.sensitive === true || key === 'kms:calleraccount';
  if (effect !== 'Allow' || !needsExact || operator.base.negated) return;
  const found = clause.values.find(({ value }) => OF_CALLER.test(value));
  if (found === undefined) return;
  const message = `${quoted(found.value)} is what the caller brings along: ${quoted(clause.key.value)} needs exact values.`;
  report('VARIABLE_USAGE_TOO_PERMISSIVE', found.span, message, { help: 'Write them out.' });
}
