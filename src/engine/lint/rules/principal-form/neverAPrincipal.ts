import { planEntry } from '#engine/authorize/principalMatch.ts';
import type { PrincipalEntry } from '#engine/policy/policy.ts';
import { placeholder } from '#engine/lint/placeholder.ts';
import { type Arn, isAccountId, splitArn } from '#engine/vocabulary/arn.ts';

export interface Never {
  readonly code: 'INVALID_PRINCIPAL' | 'PRINCIPAL_WITHOUT_PATH';
  /** Follows the principal. */
  readonly because: string;
  readonly help: string;
}

/** Why no principal can have this name; undefined where one may, and where another check says it already. */
export function neverOf(entry: PrincipalEntry, partition: string | undefined): Never | undefined {
  const { kind, value } = entry;
  if (/[*?]|\$\{/.test(value) || placeholder(value) !== undefined) return undefined;
  if (kind !== 'AWS') return undefined;
  return neverAnIdentity(entry, partition) ?? withoutPath(value);
}

function neverAnIdentity(entry: PrincipalEntry, partition: string | undefined): Never | undefined {
  const { value } = entry;
  const arn = splitArn(value);
  if (arn === undefined) {
    if (planEntry(entry).kind !== 'invalid') return undefined;
    return never(
      'is neither an account id nor an ARN',
      'Write 12 digits, or an ARN that begins with `arn:`.',
    );
  }
  if (arn.service !== 'iam' && arn.service !== 'sts') {
    if (arn.service === 'organizations') return undefined;
    return never('is not the ARN of a principal', 'Name an account, a user, a role or a session.');
  }
  return neverAnArn(entry, arn, partition);
}

function never(because: string, help: string): Never {
  return { code: 'INVALID_PRINCIPAL', because, help };
}

function neverAnArn(entry: PrincipalEntry, arn: Arn, partition: string | undefined): Never | undefined {
  if (!isAccountId(arn.account))
    return never('has no account id of 12 digits in its fifth part', 'Put the account in.');
  if (arn.region !== '')
    return never('names a Region, and identities belong to none', 'Leave the fourth part empty.');
  if (partition !== undefined && partition !== '' && arn.partition !== partition)
    return never(
      `is in the partition \`${arn.partition}\`, and the key is in \`${partition}\``,
      'A principal of another partition cannot use the key.',
    );
  // Groups, policies and instance profiles are reported where the document is read.
  if (planEntry(entry).kind !== 'invalid' || /^(?:group|policy|instance-profile)\//.test(arn.resource))
    return undefined;
  const help = 'After the account comes `root`, `user/…`, `role/…` or, of STS, `assumed-role/…/…`.';
  return never('is not the ARN of an account, a user, a role or a session', help);
}

/** Roles that AWS makes have a path, which belongs to their ARN. */
function withoutPath(value: string): Never | undefined {
  const name = /:role\/((?:AWSServiceRoleFor|AWSReservedSSO_)[^/]*)$/.exec(value)?.[1];
  if (name === undefined) return undefined;
  const path = name.startsWith('AWSReserved')
    ? 'aws-reserved/sso.amazonaws.com/'
    : 'aws-service-role/<service>.amazonaws.com/';
  return {
    code: 'PRINCIPAL_WITHOUT_PATH',
    because: 'lacks the path of the role, so it names none',
    help: `The ARN has \`${path}\` in front of the name.`,
  };
}
