import type { CloudTrailRecord, JsonObject, RecordedEvent } from '#engine/record/record.ts';
import type { LoggedSecret } from '#engine/secrets/loggedSecrets.ts';
import type { Phrase } from '#engine/explain/phrase.ts';

/** Neighbouring lines of an event. What is marked is the user's encryption context, in plaintext. */
export interface EventPart {
  readonly text: string;
  readonly isMarked: boolean;
}

const opensContext =
  /^ {4}\s*"(?:encryptionContext|encryptionContextEquals|encryptionContextSubset|sourceEncryptionContext|destinationEncryptionContext)": \{$/;

/** The event as CloudTrail writes it, cut where the encryption context begins and ends. */
export function eventParts(event: JsonObject): readonly EventPart[] {
  const parts: { text: string; isMarked: boolean }[] = [];
  let end: string | null = null;
  for (const line of eventText(event).split('\n')) {
    if (end === null && opensContext.test(line)) end = `${/^\s*/.exec(line)?.[0] ?? ''}}`;
    const isMarked = end !== null;
    const last = parts.at(-1);
    if (last?.isMarked === isMarked) last.text += `\n${line}`;
    else parts.push({ text: line, isMarked });
    if (end !== null && (line === end || line === `${end},`)) end = null;
  }
  return parts;
}

export function eventText(event: JsonObject): string {
  return JSON.stringify(event, null, 2);
}

/** Which event it is: in whose account, and of which call where there are several. */
export function eventTitle({ account, side, event }: RecordedEvent, count: number): string {
  const place = {
    both: `In account ${account}`,
    caller: `In the caller’s account, ${account}`,
    keyOwner: `In the key owner’s account, ${account}`,
  }[side];
  const name = event['eventName'];
  return count > 1 && typeof name === 'string' ? `${name}: ${place}` : place;
}

/** "1 event", "2 events", "none". */
export function eventCount({ events }: CloudTrailRecord): string {
  if (events.length === 0) return 'none';
  return events.length === 1 ? '1 event' : `${String(events.length)} events`;
}

const places: Readonly<Record<string, string>> = {
  EncryptionContext: 'the encryption context',
  SourceEncryptionContext: 'the source encryption context',
  DestinationEncryptionContext: 'the destination encryption context',
  'Constraints.EncryptionContextEquals': 'the grant constraint',
  'Constraints.EncryptionContextSubset': 'the grant constraint',
  Tags: 'the tags',
};

/** "`password` in the encryption context looks like a password." The value is not repeated. */
export function secretPhrase({ parameter, key, kind }: LoggedSecret): Phrase {
  const place = Object.hasOwn(places, parameter) ? places[parameter] : undefined;
  return [{ code: key }, place === undefined ? '' : ` in ${place}`, ` looks like ${kind}.`];
}
