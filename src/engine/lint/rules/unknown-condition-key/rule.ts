import { conditionKeys } from '#engine/catalog/conditionKeys.ts';
import { nearest } from '#engine/source/nearest.ts';
import type { Sourced } from '#engine/policy/policy.ts';
import { quoted } from '#engine/source/quote.ts';
import { replaceString } from '#engine/lint/fixes.ts';
import { ALL_TYPES, type Report, type Rule } from '#engine/lint/rule.ts';
import type { LintedClause } from '#engine/lint/statement.ts';

/** Condition keys that AWS does not have: no request carries them (IAM-072, KMS-130). */
export const unknownConditionKey: Rule = {
  name: 'unknown-condition-key',
  codes: {
    INVALID_GLOBAL_CONDITION_KEY: 'error',
    INVALID_SERVICE_CONDITION_KEY: 'error',
    INVALID_CONDITION_KEY_FORMAT: 'error',
    MISSING_TAG_KEY_IN_CONDITION: 'error',
    DEPRECATED_GLOBAL_CONDITION_KEY: 'warning',
  },
  types: ALL_TYPES,
  covers: ['STATEMENT_DOES_NOTHING'],
  statement({ clauses }, report) {
    for (const one of clauses) if (one.info === undefined) look(one, report);
  },
};

const plainNames = conditionKeys.filter(({ prefix }) => prefix === undefined).map(({ name }) => name);
const families = conditionKeys.flatMap(({ prefix }) => prefix ?? []);

function look({ clause, key }: LintedClause, report: Report): void {
  const { value, span } = clause.key;
  if (value.includes('${')) return;
  if (key === 'aws:arn') {
    const message = '`aws:ARN` is the old name of `aws:PrincipalArn`.';
    const fix = replaceString('Write `aws:PrincipalArn`', clause.key, 'aws:PrincipalArn');
    report('DEPRECATED_GLOBAL_CONDITION_KEY', span, message, { fixes: [fix] });
    return;
  }
  const family = families.find(
    (prefix) => prefix.toLowerCase() === key || prefix.toLowerCase() === `${key}/`,
  );
  if (family === undefined) unknown(clause.key, report);
  else withoutName(clause.key, family, report);
}

function withoutName({ value, span }: Sourced, family: string, report: Report): void {
  const ofTags = family.endsWith('/');
  const code = ofTags ? 'MISSING_TAG_KEY_IN_CONDITION' : 'INVALID_SERVICE_CONDITION_KEY';
  const what = ofTags ? 'the key of a tag' : 'the name of a pair';
  report(code, span, `${quoted(value)} lacks ${what} at its end.`, {
    help: `Write it as \`${family}name\`.`,
  });
}

/** The key that was probably meant: one of a family keeps the name at its end, `App` of `kms:EncryptionContxt:App`. */
function meantBy(name: string): string | undefined {
  const [, family, rest] = /^([^:/]+:[^:/]+[:/])(.+)$/s.exec(name) ?? [];
  const meant = family === undefined ? undefined : nearest(family, families);
  return meant === undefined ? nearest(name, plainNames) : `${meant}${rest ?? ''}`;
}

function unknown(key: Sourced, report: Report): void {
  const { value, span } = key;
  const prefix = value.slice(0, Math.max(value.indexOf(':'), 0)).toLowerCase();
  const isOurs = prefix === 'aws' || prefix === 'kms';
  // Keys of other services and of identity providers are theirs to know.
  if (!isOurs && (prefix !== '' || /[./]/.test(value))) return;
  const meant = meantBy(prefix === '' ? `kms:${value}` : value);
  const fixes = meant === undefined ? [] : [replaceString(`Write \`${meant}\``, key, meant)];
  const more = meant === undefined ? {} : { help: `Did you mean \`${meant}\`?`, fixes };
  if (prefix === '') {
    const message = `${quoted(value)} is no condition key: keys have a prefix, such as \`kms:\` or \`aws:\`.`;
    report('INVALID_CONDITION_KEY_FORMAT', span, message, more);
    return;
  }
  const code = prefix === 'aws' ? 'INVALID_GLOBAL_CONDITION_KEY' : 'INVALID_SERVICE_CONDITION_KEY';
  report(code, span, `No request carries a condition key ${quoted(value)}.`, more);
}
