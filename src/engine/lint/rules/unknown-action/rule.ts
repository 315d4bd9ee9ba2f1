import { findAction, kmsActionNames } from '#engine/catalog/actions.ts';
import { isServicePrefix } from '#engine/catalog/servicePrefixes.ts';
import type { Sourced } from '#engine/policy/policy.ts';
import { nearest } from '#engine/source/nearest.ts';
import { quoted } from '#engine/source/quote.ts';
import { compileWildcard } from '#engine/vocabulary/wildcard.ts';
import { replaceString } from '#engine/lint/fixes.ts';
import { ANY_TYPE, type Report, type Rule } from '#engine/lint/rule.ts';

const names = kmsActionNames.map((name) => name.slice('kms:'.length));

/** Actions that KMS does not have, and prefixes that no service has (KMS-113, KMS-168, IAM-050). */
export const unknownAction: Rule = {
  name: 'unknown-action',
  codes: { INVALID_ACTION: 'error', INVALID_SERVICE_IN_ACTION: 'error' },
  types: ANY_TYPE,
  covers: ['PART_DOES_NOTHING'],
  statement({ statement }, report) {
    for (const pattern of statement.action?.patterns ?? []) checkPattern(pattern, report);
  },
};

function checkPattern(pattern: Sourced, report: Report): void {
  const { value, span } = pattern;
  if (value === '*') return;
  const colon = value.indexOf(':');
  if (colon < 1) return withoutService(pattern, report);
  const prefix = value.slice(0, colon);
  if (/[*?$]/.test(prefix)) return;
  if (!isServicePrefix(prefix)) {
    const message = `${quoted(prefix)} is the prefix of no AWS service, so ${quoted(value)} is no action.`;
    const meant = findAction(value.slice(colon + 1));
    const name = meant?.kind === 'operation' ? undefined : meant?.name;
    const help = name === undefined ? undefined : `Did you mean ${quoted(name)}?`;
    report('INVALID_SERVICE_IN_ACTION', span, message, withHelp(help, pattern, name));
  } else if (prefix.toLowerCase() === 'kms') unknownName(pattern, value.slice(colon + 1), report);
}

function withoutService(pattern: Sourced, report: Report): void {
  const { value, span } = pattern;
  const found = findAction(value.replace(/^kms\W/i, ''));
  const meant = found === undefined || found.kind === 'operation' ? undefined : found.name;
  const help = meant === undefined ? 'Write it as `kms:Decrypt`.' : `Did you mean ${quoted(meant)}?`;
  const message = `${quoted(value)} is no action: the service and a colon are missing in front.`;
  report('INVALID_ACTION', span, message, withHelp(help, pattern, meant));
}

function unknownName(pattern: Sourced, name: string, report: Report): void {
  const { value, span } = pattern;
  if (name.includes('$')) return;
  const wildcard = /[*?]/.test(name);
  if (wildcard) {
    const matcher = compileWildcard(name, { ignoreCase: true });
    if (names.some((known) => matcher.test(known))) return;
    report('INVALID_ACTION', span, `No action of KMS fits ${quoted(value)}.`);
    return;
  }
  const found = findAction(name);
  if (found === undefined) {
    const meant = nearest(name, names);
    const help = meant === undefined ? undefined : `Did you mean \`kms:${meant}\`?`;
    const to = meant === undefined ? undefined : `kms:${meant}`;
    report('INVALID_ACTION', span, `KMS has no action ${quoted(value)}.`, withHelp(help, pattern, to));
  } else if (found.kind === 'operation') {
    const message = `${quoted(value)} is an operation but no action of policies.`;
    const help = `It needs ${found.permissions.map((one) => `\`${one}\``).join(' and ')}.`;
    const fix = replaceString('Replace it with `kms:ReEncrypt*`', pattern, 'kms:ReEncrypt*');
    report('INVALID_ACTION', span, message, { help, fixes: found.name === 'kms:ReEncrypt' ? [fix] : [] });
  }
}

function withHelp(help: string | undefined, pattern: Sourced, to: string | undefined) {
  const fixes = to === undefined ? [] : [replaceString(`Replace it with \`${to}\``, pattern, to)];
  return { ...(help === undefined ? {} : { help }), fixes };
}
