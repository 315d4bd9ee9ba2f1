import { splitArn } from '#engine/vocabulary/arn.ts';
import { quoted } from '../source/quote.ts';
import { RULES_OF } from './elements.ts';
import type { PrincipalEntry } from './policy.ts';
import type { Reading } from './reading.ts';

/** Reports principals that can never match in this type of policy (IAM-031, IAM-035, IAM-036, KMS-180, KMS-181). */
export function checkPrincipalForm(reading: Reading, entry: PrincipalEntry): void {
  checkWildcard(reading, entry);
  if (entry.kind === 'Federated') checkFederated(reading, entry);
  else if (entry.kind === 'CanonicalUser') checkCanonicalUser(reading, entry);
  else if (entry.kind === 'AWS') checkArn(reading, entry);
  if (reading.variables && entry.value.includes('${')) {
    const message = `A policy variable cannot stand in a principal, as in ${quoted(entry.value)}.`;
    reading.problems.add('VARIABLE_UNSUPPORTED_IN_ELEMENT', 'error', entry.span, message);
  }
}

function checkWildcard(reading: Reading, { kind, value, span }: PrincipalEntry): void {
  const whole = value === '*' && (kind === '*' || kind === 'AWS');
  if (whole) {
    if (reading.type !== 'trust') return;
    const code = 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL';
    reading.problems.add(
      code,
      'error',
      span,
      'A role trust policy must name who may assume the role, not `*`.',
    );
  } else if (/[*?]/.test(value)) {
    const what =
      value === '*'
        ? `\`${kind}\` cannot be \`*\``
        : `A wildcard never matches a part of a principal, as in ${quoted(value)}`;
    const help =
      value === '*'
        ? 'Name each of them.'
        : 'Use `"Principal": "*"` with a condition on `aws:PrincipalArn`, or name each principal.';
    reading.problems.add('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', 'error', span, `${what}.`, help);
  }
}

function checkFederated(reading: Reading, { value, span }: PrincipalEntry): void {
  if (reading.type === 'trust') return;
  const message = `The federated principal ${quoted(value)} matches nobody in ${RULES_OF[reading.type].inWords}.`;
  const help = 'Name the role that the federated user assumes.';
  reading.problems.add('FEDERATED_PRINCIPAL_NOT_SUPPORTED', 'error', span, message, help);
}

function checkCanonicalUser(reading: Reading, { value, span }: PrincipalEntry): void {
  if (reading.type !== 'key') return;
  const message = `The canonical user ${quoted(value)} is an identifier of Amazon S3 and matches nobody in a key policy.`;
  reading.problems.add(
    'INEFFECTIVE_PRINCIPAL',
    'warning',
    span,
    message,
    'Name the account or the identity by its ARN.',
  );
}

function checkArn(reading: Reading, { value, span }: PrincipalEntry): void {
  const what = neverAPrincipal(value);
  if (what === undefined) return;
  const message = `${quoted(value)} names ${what}, which is never a principal.`;
  reading.problems.add(
    'INEFFECTIVE_PRINCIPAL',
    'error',
    span,
    message,
    'Name an account, a user, a role or a session.',
  );
}

function neverAPrincipal(value: string): string | undefined {
  const arn = splitArn(value);
  if (arn?.service === 'organizations') return 'a part of an organization';
  if (arn?.service !== 'iam') return undefined;
  if (arn.resource.startsWith('group/')) return 'an IAM group';
  if (arn.resource.startsWith('instance-profile/')) return 'an instance profile';
  return arn.resource.startsWith('policy/') ? 'a policy' : undefined;
}
