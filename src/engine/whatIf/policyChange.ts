import { type AccessChange, accessChanges } from '../access/accessChanges.ts';
import type { Phrase } from '../explain/phrase.ts';
import { code, shortCaller } from '../explain/words.ts';
import { type KmsCall, namedKey } from '../outcome/call.ts';
import { keyToBe } from '../outcome/keyToBe.ts';
import { bypassesLockoutCheck, laterPutKeyPolicy, lockout } from '../outcome/lockout.ts';
import { newPolicyOf, readNewPolicy } from '../outcome/newPolicy.ts';
import { kmsCallOf } from '../outcome/outcomeOf.ts';
import { readRequest } from '../request/readRequest.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import type { Steps } from '../steps.ts';
import type { World } from '../world/world.ts';

/** What a PutKeyPolicy would do if it went through. */
export interface PolicyChange {
  /** Which permissions of whom become what; empty where the new policy gives everyone the same. */
  readonly changes: readonly AccessChange[];
  readonly lockout: {
    readonly outcome: 'passed' | 'failed' | 'bypassed';
    readonly text: Phrase;
  };
}

/**
 * What the policy that a PutKeyPolicy carries would change: the access table before and after, and the lockout safety check
 * (KMS-016, KMS-017).
 *
 * @returns null for other calls, and where the call carries no policy that can be read.
 */
export function* policyChangeOf(world: World, request: ScenarioRequest): Steps<PolicyChange | null> {
  const read = readRequest(world, request);
  if (read.kind !== 'checks' || read.operation !== 'kms:PutKeyPolicy') return null;
  const call = kmsCallOf({ ...read, world, request });
  const key = call && namedKey(call);
  const given = call && newPolicyOf(call);
  if (call === undefined || key === undefined || given?.kind !== 'document') return null;
  const { policy } = readNewPolicy(given.text);
  const next = policy && keyToBe(call, policy, given.text);
  if (next === undefined) return null;
  const after: World = {
    ...world,
    keys: world.keys.map((one) => (one === key ? next : one)),
    documents: world.documents.map((one) =>
      one.id === key.facts.policy.id ? { ...one, policy: next.policy } : one,
    ),
  };
  return { changes: yield* accessChanges(world, after, key.arn), lockout: lockoutOf(call) };
}

function lockoutOf(call: KmsCall): PolicyChange['lockout'] {
  const caller = code(shortCaller(call.caller));
  const again: Phrase = [' call ', code('kms:PutKeyPolicy'), ' again'];
  const passes = laterPutKeyPolicy(call)?.outcome.decision === 'allowed';
  if (bypassesLockoutCheck(call)) {
    const what: Phrase = passes
      ? ['; under the new policy ', caller, ' could', ...again, '.']
      : ['; under the new policy ', caller, ' could not', ...again, '.'];
    return { outcome: 'bypassed', text: ['The request bypasses the lockout safety check', ...what] };
  }
  const refusal = lockout(call);
  if (refusal === null)
    return {
      outcome: 'passed',
      text: ['Under the new policy ', caller, ' could', ...again, ': the lockout safety check passes.'],
    };
  return { outcome: 'failed', text: refusal.text };
}
