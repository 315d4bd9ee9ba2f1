import { quoted } from '../source/quote.ts';
import type { ElementRules } from './elements.ts';
import type { InertReason, PatternElement, Statement } from './policy.ts';
import type { Reading } from './reading.ts';

/**
 * What single policy types forbid beyond their elements (IAM-012, IAM-023, IAM-040).
 *
 * @returns why the statement is without effect, where the type is the reason
 */
export function checkTypeRules(
  reading: Reading,
  statement: Statement,
  rules: ElementRules,
): InertReason | undefined {
  if (reading.type === 'rcp') return checkRcp(reading, statement);
  const { principal } = statement;
  if (principal?.negated !== true || rules.principal === 'forbidden') return undefined;
  if (reading.type === 'trust') {
    const message = '`NotPrincipal` cannot stand in a role trust policy.';
    reading.problems.add(
      'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
      'error',
      principal.span,
      message,
      'Name who may assume the role.',
    );
  } else if (statement.effect === 'Allow') {
    const message =
      '`Allow` with `NotPrincipal` admits everybody who is not listed, anonymous callers included.';
    reading.problems.add(
      'ALLOW_WITH_NOT_PRINCIPAL',
      'securityWarning',
      principal.span,
      message,
      'Name whom to allow in `Principal`.',
    );
  }
  return undefined;
}

function checkRcp(reading: Reading, statement: Statement): InertReason | undefined {
  const { principal, action } = statement;
  if (principal !== undefined && (principal.negated || principal.entries.some(({ kind }) => kind !== '*'))) {
    const message = 'A resource control policy can only have `"Principal": "*"`.';
    const help = 'Narrow it with a condition on `aws:PrincipalArn` or `aws:PrincipalAccount`.';
    reading.problems.add('RCP_SYNTAX_ERROR_PRINCIPAL', 'error', principal.span, message, help);
  }
  if (statement.effect === 'Allow') return checkRcpAllow(reading, statement);
  if (action !== undefined) checkRcpAction(reading, action);
  return undefined;
}

function checkRcpAction({ problems }: Reading, { negated, patterns, span }: PatternElement): void {
  if (negated) {
    const message = '`NotAction` cannot stand in a resource control policy.';
    problems.add('RCP_SYNTAX_ERROR_NOTACTION', 'error', span, message, 'List the actions in `Action`.');
    return;
  }
  for (const pattern of patterns.filter(({ value }) => value.startsWith('*'))) {
    const message = `${quoted(pattern.value)} names no service, which a resource control policy must.`;
    const help = 'Write a service prefix, such as `kms:*`.';
    problems.add('RCP_SYNTAX_ERROR_ACTION', 'error', pattern.span, message, help);
  }
}

/** Only AWS's own RCPFullAWSAccess may allow: everything, to everyone, without a condition. */
function checkRcpAllow(
  reading: Reading,
  { principal, action, resource, conditions, span, effectSpan }: Statement,
): InertReason | undefined {
  const everything = [action, resource].every(
    (element) =>
      element?.negated === false && element.patterns.length === 1 && element.patterns[0]?.value === '*',
  );
  if (everything && principal?.negated === false && conditions.length === 0) return undefined;
  const place = effectSpan ?? span;
  const message = 'A resource control policy of your own can only deny.';
  reading.problems.add(
    'RCP_SYNTAX_ERROR_ALLOW',
    'error',
    place,
    message,
    'Write what is forbidden as a `Deny`.',
  );
  return { rule: 'IAM-012', because: 'a resource control policy cannot allow', span: place };
}
