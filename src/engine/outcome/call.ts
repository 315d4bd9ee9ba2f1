import type { Check, CheckTarget } from '../authorize/check.ts';
import type { ActionInfo } from '../catalog/actions.ts';
import type { ApiErrorAnswer } from '../explain/answer.ts';
import type { Caller } from '../request/caller.ts';
import type { CallOfService } from '../request/reading.ts';
import type { Parameters } from '../request/parameters.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import type { KeyInWorld, World } from '../world/world.ts';

/** A request whose permissions have been decided: what `readRequest` made of it, and where it was asked. */
export interface Call {
  readonly world: World;
  readonly request: ScenarioRequest;
  readonly caller: Caller;
  /** The operation in canonical spelling, `kms:ReEncrypt`; of other services as the request has it. */
  readonly operation: string;
  /** One for each permission the operation needs, in the order of `readRequest`. */
  readonly checks: readonly Check[];
  /** Calls to KMS that a service makes for it, each with those of `checks` that are its own (KMS-200). */
  readonly serviceCalls?: readonly CallOfService[];
}

/** A call of a KMS operation, with what the catalog knows of it. */
export interface KmsCall extends Call {
  readonly action: ActionInfo;
  readonly parameters: Parameters;
}

/** One thing KMS looks at: the error the call would meet there, or null where nothing stands in its way. */
export type Stage = (call: KmsCall) => ApiErrorAnswer | null;

/** A permission on an existing key. */
export interface KeyCheck extends Check {
  readonly target: Extract<CheckTarget, { readonly kind: 'key' }>;
}

/** The checks on existing keys, the key the request names first. */
export function keyChecks({ checks }: Call): readonly KeyCheck[] {
  return checks.filter((check): check is KeyCheck => check.target.kind === 'key');
}

/** The key the request names; undefined where the operation is about no existing key. */
export function namedKey(call: Call): KeyInWorld | undefined {
  return keyChecks(call)[0]?.target.key;
}

/** The first error that one of some things to look at gives. */
export function firstError<Item>(
  items: readonly Item[],
  look: (item: Item) => ApiErrorAnswer | null,
): ApiErrorAnswer | null {
  for (const item of items) {
    const error = look(item);
    if (error !== null) return error;
  }
  return null;
}
