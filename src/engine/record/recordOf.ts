import { findAction } from '../catalog/actions.ts';
import type { ActionInfo } from '../catalog/actions.ts';
import { plain } from '../explain/phrase.ts';
import { type AwsMessage, messageText } from '../message/awsMessage.ts';
import { type AnsweredCall, messageOf } from '../message/messageOf.ts';
import { outcomeOf } from '../outcome/outcomeOf.ts';
import { callerAccount } from '../request/caller.ts';
import type { CallOfService } from '../request/reading.ts';
import { regionOf } from '../request/prepare.ts';
import type { Json } from '../scenario/scenario.ts';
import { loggedSecrets } from '../secrets/loggedSecrets.ts';
import { pointerTo } from '../source/pointer.ts';
import type { KeyInWorld } from '../world/world.ts';
import { additionalEventData } from './additionalEventData.ts';
import { objectOf } from './jsonObject.ts';
import { delivered } from './delivered.ts';
import { keysOf, loggedResources } from './loggedResources.ts';
import { givenKey, originOf } from './origin.ts';
import { isMadeUp, placeholder } from './placeholders.ts';
import type { CloudTrailRecord, JsonObject } from './record.ts';
import { isEndpointDenial, recordNotes, unrecorded } from './recordNotes.ts';
import { requestParameters } from './requestParameters.ts';
import { responseElements, type Worked } from './responseElements.ts';
import { userIdentity } from './userIdentity.ts';

/** The version of the event format whose fields are written. */
const EVENT_VERSION = '1.11';

/**
 * The CloudTrail event or events of a request (KMS-114, KMS-256, KMS-257), with what is made up in them, and the secrets they
 * would hold in plaintext (KMS-258). Never throws on user input.
 *
 * @param message what the caller is told; it is also the event's `errorMessage`
 */
export function recordOf(call: AnsweredCall, message: AwsMessage | null): CloudTrailRecord {
  const action = findAction(call.operation);
  if (action === undefined || !call.operation.toLowerCase().startsWith('kms:') || isOnOtherResource(call))
    return serviceRecords(call);
  if (isEndpointDenial(call)) return nothing(unrecorded.endpoint);
  const event = callersEvent(call, action, message);
  if (event === undefined) return nothing(unrecorded.anonymous);
  const parties = {
    caller: call.caller,
    request: call.request,
    owner: ownerOf(call),
    isDenied: isDenied(call),
  };
  const events = delivered(event, parties);
  const [first] = events;
  const madeUp = first === undefined ? [] : madeUpIn(first.event, '');
  const notes = recordNotes({
    call,
    accounts: events.map(({ account }) => account),
    isDenied: parties.isDenied,
    isForeign: call.caller.kind !== 'service' && parties.owner !== callerAccount(call.caller),
    madeUp,
  });
  return { events, madeUp, notes, secrets: loggedSecrets(call.request) };
}

function nothing(note: CloudTrailRecord['notes'][number]): CloudTrailRecord {
  return { events: [], madeUp: [], notes: [note], secrets: [] };
}

/** What the services behind a call to another service ask of KMS, one after the other until one call is refused (KMS-200). */
function serviceRecords(call: AnsweredCall): CloudTrailRecord {
  const behind = new Set((call.serviceCalls ?? []).flatMap(({ checks }) => checks));
  const isAllowed = call.checks.every(
    ({ check, outcome }) => behind.has(check) || outcome.decision === 'allowed',
  );
  const records: CloudTrailRecord[] = [];
  for (const made of isAllowed ? (call.serviceCalls ?? []) : []) {
    const own = callOfService(call, made);
    const message = messageOf(own);
    records.push(recordOf(own, message));
    if (message !== null) break;
  }
  const notes = [unrecorded.otherService, ...records.flatMap((record) => record.notes)];
  return {
    events: records.flatMap(({ events }) => events),
    madeUp: records[0]?.madeUp ?? [],
    notes: [...new Map(notes.map((note) => [plain(note.text), note])).values()],
    secrets: records.flatMap(({ secrets }) => secrets),
  };
}

function callOfService({ world, checks }: AnsweredCall, made: CallOfService): AnsweredCall {
  const own = checks.filter(({ check }) => made.checks.includes(check));
  const decisions = own.map(({ outcome }) => outcome.decision);
  const isAllowed = decisions.every((decision) => decision === 'allowed');
  const decision = decisions.includes('explicitDeny')
    ? 'explicitDeny'
    : isAllowed
      ? 'allowed'
      : 'implicitDeny';
  const asked = { ...made, world };
  return { ...asked, checks: own, decision, error: outcomeOf(asked, decision) };
}

function isOnOtherResource({ checks, operation }: AnsweredCall): boolean {
  const creates = operation === 'kms:CreateKey' || operation === 'kms:ReplicateKey';
  return !creates && checks.some(({ check }) => check.target.kind === 'resource');
}

function isDenied({ decision, error }: AnsweredCall): boolean {
  return decision !== 'allowed' && (error === null || error.name === 'AccessDeniedException');
}

function keyOf(call: AnsweredCall): KeyInWorld | undefined {
  return keysOf(call)[0];
}

/** Account of the key, or of the caller where there is none. */
function ownerOf(call: AnsweredCall): string {
  return keyOf(call)?.account ?? callerAccount(call.caller) ?? '';
}

function callersEvent(
  call: AnsweredCall,
  action: ActionInfo,
  message: AwsMessage | null,
): JsonObject | undefined {
  const { request, caller } = call;
  const identity = userIdentity(caller, request);
  if (identity === undefined) return undefined;
  const worked = workedOf(call, action);
  const { key, region, account } = worked;
  const succeeded = message === null;
  return objectOf({
    eventVersion: EVENT_VERSION,
    userIdentity: identity,
    eventTime: toTheSecond(call.world.now?.iso) ?? placeholder.time,
    eventSource: 'kms.amazonaws.com',
    eventName: action.name.slice('kms:'.length),
    awsRegion: region,
    ...originOf(caller, request),
    ...errorOf(message),
    requestParameters: requestParameters(action, request, key),
    responseElements: succeeded ? responseElements(worked) : null,
    additionalEventData: additionalEventData(worked, succeeded),
    requestID: placeholder.requestId,
    eventID: placeholder.eventId,
    readOnly: isReadOnly(action),
    resources: loggedResources({ ...worked, checks: call.checks, succeeded }),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    vpcEndpointId: givenKey(request, 'aws:SourceVpce'),
    eventCategory: 'Management',
  });
}

function toTheSecond(iso: string | undefined): string | undefined {
  return iso?.replace(/\.\d+Z$/, 'Z');
}

function workedOf(call: AnsweredCall, action: ActionInfo): Worked {
  const key = keyOf(call);
  return {
    action,
    parameters: call.request.parameters ?? {},
    key,
    hasReplicas: hasReplicas(call),
    account: callerAccount(call.caller) ?? ownerOf(call),
    region: key?.region ?? regionOf(call.world),
  };
}

/** CloudTrail shortens the name of one exception (observed). */
function errorOf(message: AwsMessage | null): {
  readonly errorCode?: string;
  readonly errorMessage?: string;
} {
  if (message === null) return {};
  const errorCode = message.code === 'AccessDeniedException' ? 'AccessDenied' : message.code;
  const errorMessage = messageText(message);
  return errorMessage === undefined ? { errorCode } : { errorCode, errorMessage };
}

/** Cryptographic operations count as reading. */
function isReadOnly({ class: kind, name }: ActionInfo): boolean {
  return kind === 'crypto' || kind === 'view' || /^kms:(?:Get|List|Describe)/.test(name);
}

function hasReplicas(call: AnsweredCall): boolean {
  const key = keyOf(call);
  return (
    key?.multiRegionKeyType === 'PRIMARY' &&
    call.world.keys.some((other) => other !== key && other.id === key.id && other.multiRegion)
  );
}

function madeUpIn(value: Json, at: string): readonly string[] {
  if (typeof value === 'string') return isMadeUp(value) ? [at] : [];
  if (typeof value !== 'object' || value === null) return [];
  // What the user sent is not made up, whatever it says.
  return Object.entries(value).flatMap(([name, member]: readonly [string, Json]) =>
    name === 'requestParameters' ? [] : madeUpIn(member, pointerTo(at, name)),
  );
}
