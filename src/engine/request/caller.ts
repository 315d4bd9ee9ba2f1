/**
 * Who makes a request (IAM-122, section 2.1). A forward access session has no kind of its own: it is the original caller
 * with `viaService` in the request (IAM-136).
 */
export type Caller =
  | RootCaller
  | UserCaller
  | RoleSessionCaller
  | FederatedUserCaller
  | ServiceCaller
  | AnonymousCaller
  | AnyoneCaller;

/** An account's root user. */
export interface RootCaller {
  readonly kind: 'root';
  readonly arn: string;
  readonly partition: string;
  readonly account: string;
}

export interface UserCaller {
  readonly kind: 'user';
  readonly arn: string;
  readonly partition: string;
  readonly account: string;
  readonly name: string;
  /** Unique id `AIDA…`, where the scenario gives it. */
  readonly id: string | undefined;
}

/** A session of an IAM role, whoever assumed it. */
export interface RoleSessionCaller {
  readonly kind: 'roleSession';
  /** Session ARN; without a session name where a role ARN was given as the caller. */
  readonly arn: string;
  readonly partition: string;
  readonly account: string;
  /** The role's ARN, with its path where the scenario or the request's `session.issuer` gives it. */
  readonly roleArn: string;
  readonly roleName: string;
  /** Whether `roleArn` is known to be right; a session ARN alone does not tell the path (IAM-029). */
  readonly pathKnown: boolean;
  readonly sessionName: string | undefined;
  /** Unique id `AROA…` of the role. */
  readonly roleId: string | undefined;
  readonly serviceLinked: boolean;
}

/** A GetFederationToken session. */
export interface FederatedUserCaller {
  readonly kind: 'federatedUser';
  readonly arn: string;
  readonly partition: string;
  readonly account: string;
  readonly name: string;
  /** ARN of the IAM user who federated; the session's name does not tell it (IAM-032). */
  readonly userArn: string | undefined;
}

/** An AWS service calling with its own service principal. */
export interface ServiceCaller {
  readonly kind: 'service';
  readonly name: string;
}

/** Unsigned requests. KMS refuses them always (IAM section 2.1). */
export interface AnonymousCaller {
  readonly kind: 'anonymous';
}

/**
 * Any IAM principal that no document names: of one account, or of any account. Only questions about many requests have it;
 * whether it matches anything but wildcards and accounts is decided as "no" for named entries.
 */
export interface AnyoneCaller {
  readonly kind: 'anyone';
  readonly account: string | undefined;
}

/** The account of a caller; service principals and anonymous callers have none. */
export function callerAccount(caller: Caller): string | undefined {
  return caller.kind === 'service' || caller.kind === 'anonymous' ? undefined : caller.account;
}

/** The partition a caller is of, `aws` or `aws-cn`; undefined for callers without an ARN (IAM-019). */
export function callerPartition(caller: Caller): string | undefined {
  return 'partition' in caller ? caller.partition : undefined;
}

/** How the caller is written in messages and in CloudTrail: its ARN, its service name, or `anonymous`. */
export function callerName(caller: Caller): string {
  switch (caller.kind) {
    case 'service':
      return caller.name;
    case 'anonymous':
      return 'anonymous';
    case 'anyone':
      return caller.account === undefined ? 'anyone' : `anyone in ${caller.account}`;
    default:
      return caller.arn;
  }
}
