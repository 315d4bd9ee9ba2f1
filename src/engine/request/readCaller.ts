import type { ScenarioIdentity, ScenarioRequest } from '../scenario/scenario.ts';
import { isAccountId, rootArn, splitArn } from '../vocabulary/arn.ts';
import { type IdentityArn, readIdentityArn } from '../vocabulary/identityArn.ts';
import type { Caller, RoleSessionCaller } from './caller.ts';

/** What is wrong with the `principal` of a request, as one sentence that says how it should look. */
export interface CallerProblem {
  readonly problem: string;
}

/**
 * Reads the principal of a request: an ARN of any kind, a bare account id (its root user), a service principal, or
 * `anonymous`. A role ARN is taken as a session of that role whose name is not known, since a role itself makes no
 * requests (IAM-029, IAM-032).
 *
 * @param request its `principal` and `session` are read.
 * @param identities tell paths and unique ids of users and roles.
 * @param partition of a caller that is given as a bare account id.
 */
export function readCaller(
  request: ScenarioRequest,
  identities: readonly ScenarioIdentity[],
  partition = 'aws',
): Caller | CallerProblem {
  const text = request.principal.trim();
  if (text === '') return { problem: 'No principal is given: enter an ARN or a service principal.' };
  if (text === 'anonymous') return { kind: 'anonymous' };
  if (isAccountId(text)) return { kind: 'root', partition, account: text, arn: rootArn(text, partition) };
  const identity = readIdentityArn(text);
  if (identity !== undefined) return fromIdentity(text, identity, request, identities);
  if (isServicePrincipal(text)) return { kind: 'service', name: text };
  return { problem: problemOf(text) };
}

/** Whether a text has the form of a service principal: lower-case labels, ending in an AWS domain (IAM-033). */
export function isServicePrincipal(text: string): boolean {
  return (
    /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/.test(text) || text === 'edgelambda.amazonaws.com'
  );
}

function fromIdentity(
  arn: string,
  identity: IdentityArn,
  request: ScenarioRequest,
  identities: readonly ScenarioIdentity[],
): Caller | CallerProblem {
  const { partition, account } = identity;
  switch (identity.kind) {
    case 'root':
      return { kind: 'root', partition, account, arn };
    case 'user': {
      const known = identities.find((candidate) => candidate.arn === arn);
      return { kind: 'user', arn, partition, account, name: identity.name, id: known?.id };
    }
    case 'session':
      return roleSession(arn, identity, request.session?.issuer, identities);
    case 'role':
      return roleSession(
        `arn:${partition}:sts::${account}:assumed-role/${identity.name}`,
        { partition, account, role: identity.name, session: undefined },
        arn,
        identities,
      );
    case 'federatedUser':
      return {
        kind: 'federatedUser',
        arn,
        partition,
        account,
        name: identity.name,
        userArn: userBehind(request.session?.issuer, identity),
      };
    case 'group':
      return { problem: `\`${arn}\` is a group, and a group makes no requests: enter one of its users.` };
    default:
      return identity satisfies never;
  }
}

/** The user who federated is of the session's own account and partition; anything else says nothing about it (IAM-019, IAM-032). */
function userBehind(issuer: string | undefined, { partition, account }: IdentityArn): string | undefined {
  const named = issuer === undefined ? undefined : splitArn(issuer);
  return named?.partition === partition && named.account === account ? issuer : undefined;
}

interface Session {
  readonly partition: string;
  readonly account: string;
  readonly role: string;
  readonly session: string | undefined;
}

function roleSession(
  arn: string,
  of: Session,
  issuer: string | undefined,
  identities: readonly ScenarioIdentity[],
): RoleSessionCaller {
  const { partition, account, role, session } = of;
  const known = identities.find((candidate) => isRole(candidate.arn, of));
  const issuerIsRole = issuer !== undefined && isRole(issuer, of);
  const roleArn = issuerIsRole ? issuer : (known?.arn ?? `arn:${partition}:iam::${account}:role/${role}`);
  return {
    kind: 'roleSession',
    arn,
    partition,
    account,
    roleArn,
    roleName: role,
    pathKnown: issuerIsRole || known !== undefined,
    sessionName: session,
    roleId: known?.id,
    // AWS reserves both the path and the name prefix for service-linked roles (KMS-187).
    serviceLinked: roleArn.includes(':role/aws-service-role/') || role.startsWith('AWSServiceRoleFor'),
  };
}

function isRole(arn: string, { partition, account, role }: Session): boolean {
  // Most of a scenario's identities have other names, and need not be taken apart.
  if (!arn.endsWith(`/${role}`)) return false;
  const named = readIdentityArn(arn);
  return (
    named?.kind === 'role' &&
    named.partition === partition &&
    named.account === account &&
    named.name === role
  );
}

function problemOf(text: string): string {
  if (!text.startsWith('arn:')) {
    return `\`${text}\` is neither an ARN nor a service principal: write \`arn:aws:iam::111122223333:user/Name\`, \`arn:aws:sts::111122223333:assumed-role/Role/session\` or \`logs.us-east-1.amazonaws.com\`.`;
  }
  if (text.includes(':assumed-role/')) {
    return `\`${text}\` names no session: write \`arn:aws:sts::111122223333:assumed-role/Role/session\`.`;
  }
  return `\`${text}\` names no principal that makes requests: an IAM user, a role session, a federated user, an account root or a service principal does.`;
}
