import { type Caller, callerAccount } from '../request/caller.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import { placeholder } from './placeholders.ts';
import type { JsonObject, RecordedEvent } from './record.ts';
import { foreignIdentity } from './userIdentity.ts';

export interface Parties {
  readonly caller: Caller;
  readonly request: ScenarioRequest;
  /** Account of the key, or of the caller where there is none. */
  readonly owner: string;
  readonly isDenied: boolean;
}

/** One event, or one for each of two accounts; of a denied call only the caller's (DG26:logging-using-cloudtrail). */
export function delivered(event: JsonObject, parties: Parties): readonly RecordedEvent[] {
  const { caller, request, owner, isDenied } = parties;
  const account = callerAccount(caller);
  const shared = { sharedEventID: placeholder.sharedEventId };
  if (account === undefined) return [{ account: owner, side: 'keyOwner', event: withShared(event, shared) }];
  if (account === owner) return [{ account, side: 'both', event }];
  if (isDenied) return [{ account, side: 'caller', event }];
  const foreign = foreignIdentity(caller, request);
  const owners = {
    ...event,
    userIdentity: foreign ?? null,
    eventID: placeholder.ownersEventId,
    recipientAccountId: owner,
  };
  return [
    { account, side: 'caller', event: withShared(event, shared) },
    { account: owner, side: 'keyOwner', event: withShared(owners, shared) },
  ];
}

/** Behind the recipient, where AWS's examples have it. */
function withShared(event: JsonObject, shared: JsonObject): JsonObject {
  const members = Object.entries(event);
  const at = members.findIndex(([name]) => name === 'recipientAccountId') + 1;
  return Object.fromEntries([...members.slice(0, at), ...Object.entries(shared), ...members.slice(at)]);
}
