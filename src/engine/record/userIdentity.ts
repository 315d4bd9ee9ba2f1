import { callerArn, SESSION_NAME } from '../message/callerArn.ts';
import type { Caller, FederatedUserCaller, RoleSessionCaller, UserCaller } from '../request/caller.ts';
import type { Json, ScenarioRequest } from '../scenario/scenario.ts';
import { readIdentityArn } from '../vocabulary/identityArn.ts';
import { objectOf } from './jsonObject.ts';
import { placeholder } from './placeholders.ts';
import type { JsonObject } from './record.ts';

/**
 * Who called, as the caller's own account reads it (KMS-256, CT:cloudtrail-event-reference-user-identity): `Root`, `IAMUser`,
 * `AssumedRole`, `FederatedUser` or `AWSService`, with the session for temporary credentials, and `invokedBy` where a
 * service called on the caller's behalf.
 *
 * @returns undefined for callers that leave no record: unsigned requests
 */
export function userIdentity(caller: Caller, request: ScenarioRequest): JsonObject | undefined {
  const invokedBy = invokingService(request);
  switch (caller.kind) {
    case 'root':
      return objectOf({
        type: 'Root',
        principalId: caller.account,
        arn: caller.arn,
        accountId: caller.account,
        accessKeyId: placeholder.accessKeyId,
        invokedBy,
      });
    case 'user':
      return ofUser(caller, request, invokedBy);
    case 'roleSession':
      return ofRoleSession(caller, request, invokedBy);
    case 'federatedUser':
      return ofFederatedUser(caller, request, invokedBy);
    case 'service':
      return { type: 'AWSService', invokedBy: caller.name };
    case 'anonymous':
    case 'anyone':
      return undefined;
    default:
      return caller satisfies never;
  }
}

/** What the key owner's account reads of a caller from elsewhere: the account and the unique id, not the ARN. */
export function foreignIdentity(caller: Caller, request: ScenarioRequest): JsonObject | undefined {
  const own = userIdentity(caller, request);
  if (own === undefined || caller.kind === 'service') return own;
  return objectOf({
    type: 'AWSAccount',
    principalId: own['principalId'],
    accountId: own['accountId'],
    invokedBy: own['invokedBy'],
  });
}

/** The service's name without Region, as it stands in `invokedBy`, `sourceIPAddress` and `userAgent`. */
export function invokingService({ viaService }: ScenarioRequest): string | undefined {
  if (viaService === undefined) return undefined;
  return viaService.endsWith('.amazonaws.com')
    ? `${viaService.split('.')[0] ?? viaService}.amazonaws.com`
    : viaService;
}

/** A user has a session when the credentials are temporary: with MFA, or lent to a service. */
function ofUser(caller: UserCaller, request: ScenarioRequest, invokedBy: string | undefined): JsonObject {
  const isTemporary = invokedBy !== undefined || request.session?.mfaAuthenticated !== undefined;
  return objectOf({
    type: 'IAMUser',
    principalId: caller.id ?? placeholder.userId,
    arn: caller.arn,
    accountId: caller.account,
    accessKeyId: placeholder.accessKeyId,
    userName: caller.name,
    sessionContext: isTemporary ? { sessionIssuer: {}, attributes: attributes(request) } : undefined,
    invokedBy,
  });
}

function ofRoleSession(
  caller: RoleSessionCaller,
  request: ScenarioRequest,
  invokedBy: string | undefined,
): JsonObject {
  const roleId = caller.roleId ?? placeholder.roleId;
  return objectOf({
    type: 'AssumedRole',
    principalId: `${roleId}:${caller.sessionName ?? SESSION_NAME}`,
    arn: callerArn(caller),
    accountId: caller.account,
    accessKeyId: placeholder.accessKeyId,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: roleId,
        arn: caller.roleArn,
        accountId: caller.account,
        userName: caller.roleName,
      },
      attributes: attributes(request),
    },
    invokedBy,
  });
}

function ofFederatedUser(
  caller: FederatedUserCaller,
  request: ScenarioRequest,
  invokedBy: string | undefined,
): JsonObject {
  const user = caller.userArn === undefined ? undefined : readIdentityArn(caller.userArn);
  return objectOf({
    type: 'FederatedUser',
    principalId: `${caller.account}:${caller.name}`,
    arn: caller.arn,
    accountId: caller.account,
    accessKeyId: placeholder.accessKeyId,
    sessionContext: {
      sessionIssuer: objectOf({
        type: 'IAMUser',
        principalId: placeholder.userId,
        arn: caller.userArn,
        accountId: caller.account,
        userName: user?.kind === 'user' ? user.name : undefined,
      }),
      attributes: attributes(request),
    },
    invokedBy,
  });
}

function attributes({ session }: ScenarioRequest): Json {
  return { creationDate: placeholder.time, mfaAuthenticated: String(session?.mfaAuthenticated === true) };
}
