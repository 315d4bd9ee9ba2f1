import { arnField, arnFields } from './glob.ts';
import type { PlainIdentity, PlainRequest } from './plain.ts';

/** Who makes a request (IAM section 2.1). */
export interface NaiveCaller {
  readonly kind: 'root' | 'user' | 'session' | 'federated' | 'service' | 'anonymous';
  /** The principal as the request writes it. */
  readonly principal: string;
  readonly account: string | undefined;
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

/** Who a request's `principal` is. */
export function naiveCaller(request: PlainRequest, identities: readonly PlainIdentity[]): NaiveCaller {
  const { principal } = request;
  const blank = {
    principal,
    account: undefined,
    identityArn: undefined,
    roleName: undefined,
    pathKnown: false,
    sessionName: undefined,
    serviceLinked: false,
  };
  if (principal === 'anonymous') return { ...blank, kind: 'anonymous' };
  if (/^\d{12}$/.test(principal)) return { ...blank, kind: 'root', account: principal };
  const account = arnFields(principal)?.[4];
  if (account === undefined) return { ...blank, kind: 'service' };
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
        identityArn: request.session?.issuer,
      };
    default:
      return sessionOf(request, account, resource, identities);
  }
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
  const listed = identities.find(
    ({ arn }) =>
      arnField(arn, 4) === account &&
      arnField(arn, 5).startsWith('role/') &&
      lastPart(arnField(arn, 5)) === roleName,
  );
  const known = type === 'role' ? request.principal : (request.session?.issuer ?? listed?.arn);
  const identityArn = known ?? `arn:${arnField(request.principal, 1)}:iam::${account}:role/${roleName}`;
  return {
    kind: 'session',
    principal: request.principal,
    account,
    identityArn,
    roleName,
    pathKnown: known !== undefined,
    sessionName: type === 'role' ? undefined : sessionName,
    // KMS-187: the path tells a service-linked role.
    serviceLinked: arnField(identityArn, 5).startsWith('role/aws-service-role/'),
  };
}

export const identityOf = (
  caller: NaiveCaller,
  identities: readonly PlainIdentity[],
): PlainIdentity | undefined => identities.find(({ arn }) => arn === caller.identityArn);
