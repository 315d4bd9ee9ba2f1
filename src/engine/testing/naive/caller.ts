import { arnField, arnFields } from './glob.ts';
import type { PlainIdentity, PlainRequest, PlainScenario } from './plain.ts';

/** Who makes a request (IAM section 2.1). */
export interface NaiveCaller {
  readonly kind: 'root' | 'user' | 'session' | 'federated' | 'service' | 'anonymous';
  /** The principal as the request writes it. */
  readonly principal: string;
  readonly account: string | undefined;
  /** Of callers in an account: nobody is in two partitions (IAM-019). */
  readonly partition: string | undefined;
  /** The user; the role of a session with its path, as far as known; the user behind a federated session. */
  readonly identityArn: string | undefined;
  /** Role of a session, without path. */
  readonly roleName: string | undefined;
  /** The path of the role is known: from `session.issuer`, from the scenario, or because the request names the role. */
  readonly pathKnown: boolean;
  readonly sessionName: string | undefined;
  readonly serviceLinked: boolean;
}

const lastPart = (resource: string): string => resource.slice(resource.lastIndexOf('/') + 1);

const nobody = {
  account: undefined,
  partition: undefined,
  identityArn: undefined,
  roleName: undefined,
  pathKnown: false,
  sessionName: undefined,
  serviceLinked: false,
} as const;

export const naiveService = (principal: string): NaiveCaller => ({ ...nobody, principal, kind: 'service' });

/** Who a request's `principal` is; a bare account id is of the partition of the scenario's first key. */
export function naiveCaller(request: PlainRequest, { identities = [], keys }: PlainScenario): NaiveCaller {
  const { principal } = request;
  if (principal === 'anonymous') return { ...nobody, principal, kind: 'anonymous' };
  const [, partition, , , account] = arnFields(principal) ?? [];
  const blank = { ...nobody, principal, partition };
  if (/^\d{12}$/.test(principal))
    return { ...blank, partition: arnField(keys[0]?.arn ?? '', 1), kind: 'root', account: principal };
  if (account === undefined) return naiveService(principal);
  const resource = arnField(principal, 5);
  switch (resource.split('/')[0]) {
    case 'root':
      return { ...blank, kind: 'root', account };
    case 'user':
      return { ...blank, kind: 'user', account, identityArn: principal };
    case 'federated-user':
      return {
        ...blank,
        kind: 'federated',
        account,
        sessionName: lastPart(resource),
        identityArn: userBehind(request.session?.issuer, principal),
      };
    default:
      return sessionOf(request, account, resource, identities);
  }
}

/** IAM-032, IAM-019: only a user of the same account in the same partition can have federated. */
function userBehind(issuer: string | undefined, principal: string): string | undefined {
  const isOwn =
    issuer !== undefined && [1, 4].every((index) => arnField(issuer, index) === arnField(principal, index));
  return isOwn ? issuer : undefined;
}

/** A session, by its ARN or by the role's. */
function sessionOf(
  request: PlainRequest,
  account: string,
  resource: string,
  identities: readonly PlainIdentity[],
): NaiveCaller {
  const [type, firstName, sessionName] = resource.split('/');
  const roleName = type === 'role' ? lastPart(resource) : firstName;
  // IAM-029: a session ARN has no path, so the role behind it is found by account and name.
  const partition = arnField(request.principal, 1);
  const isTheRole = (arn: string): boolean =>
    arnField(arn, 1) === partition &&
    arnField(arn, 4) === account &&
    arnField(arn, 5).startsWith('role/') &&
    lastPart(arnField(arn, 5)) === roleName;
  const named = [request.session?.issuer ?? [], identities.map(({ arn }) => arn)].flat();
  const known = type === 'role' ? request.principal : named.find(isTheRole);
  const identityArn = known ?? `arn:${partition}:iam::${account}:role/${roleName}`;
  return {
    kind: 'session',
    principal: request.principal,
    account,
    partition,
    identityArn,
    roleName,
    pathKnown: known !== undefined,
    sessionName: type === 'role' ? undefined : sessionName,
    // KMS-187: the path tells a service-linked role, and where it is not known the name, which AWS keeps for them.
    serviceLinked:
      arnField(identityArn, 5).startsWith('role/aws-service-role/') ||
      roleName?.startsWith('AWSServiceRoleFor') === true,
  };
}

export const identityOf = (
  caller: NaiveCaller,
  identities: readonly PlainIdentity[],
): PlainIdentity | undefined => identities.find(({ arn }) => arn === caller.identityArn);
