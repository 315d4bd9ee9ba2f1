import type { Caller } from './caller.ts';

/** The IAM identity whose policies and tags count: the user, the role of a session, the user who federated (IAM-122). */
export function identityArnOf(caller: Caller): string | undefined {
  switch (caller.kind) {
    case 'user':
      return caller.arn;
    case 'roleSession':
      return caller.roleArn;
    case 'federatedUser':
      return caller.userArn;
    default:
      return undefined;
  }
}
