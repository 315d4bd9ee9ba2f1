import type { Phrase } from '../explain/phrase.ts';
import type { LoggedSecret } from '../secrets/loggedSecrets.ts';
import type { Json } from '../scenario/scenario.ts';

export type JsonObject = { readonly [key: string]: Json };

/** One CloudTrail event, and the account that gets it. */
export interface RecordedEvent {
  readonly account: string;
  /** The account is the caller's, the key owner's, or both at once. */
  readonly side: 'caller' | 'keyOwner' | 'both';
  readonly event: JsonObject;
}

/** What CloudTrail would hold of one request (KMS-256, KMS-257). */
export interface CloudTrailRecord {
  /** None where CloudTrail writes nothing; `notes` says why. */
  readonly events: readonly RecordedEvent[];
  /** JSON pointers into the first event of values that are made up, because no scenario can know them. */
  readonly madeUp: readonly string[];
  readonly notes: readonly { readonly rule: string; readonly text: Phrase }[];
  readonly secrets: readonly LoggedSecret[];
}
