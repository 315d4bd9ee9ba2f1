import { type Caller, callerName } from '../request/caller.ts';

/** Stands where a role was named as the caller and its session has no name. */
export const SESSION_NAME = 'SESSION-NAME';

/** The caller's ARN as AWS writes it into messages and CloudTrail: a session's always ends in the session's name. */
export function callerArn(caller: Caller): string {
  return caller.kind === 'roleSession' && caller.sessionName === undefined
    ? `${caller.arn}/${SESSION_NAME}`
    : callerName(caller);
}
