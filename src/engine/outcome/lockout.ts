import { layersOf } from '../authorize/layers.ts';
import { sessionPolicies } from '../authorize/sessionPolicies.ts';
import { type TracedCheck, traceCheck } from '../authorize/trace.ts';
import { decidersOf } from '../explain/deciders.ts';
import { verdictSentence } from '../explain/explainedVerdict.ts';
import { code, shortCaller } from '../explain/words.ts';
import { textParameter } from '../request/parameters.ts';
import { keyCheck } from '../request/prepare.ts';
import { apiError } from './apiError.ts';
import type { KmsCall, Stage } from './call.ts';
import { keyToBe } from './keyToBe.ts';
import { newPolicyOf, readNewPolicy } from './newPolicy.ts';

/**
 * The lockout safety check (KMS-016): under the new policy the same caller, in the same context, must be allowed to call
 * PutKeyPolicy again, by the policy itself or by IAM policies that it lets decide. Conditions count as in any request (U-03).
 */
export const lockout: Stage = (call) => {
  if (bypassesLockoutCheck(call)) return null;
  const later = laterPutKeyPolicy(call);
  if (later === undefined || later.outcome.decision === 'allowed') return null;
  return apiError('MalformedPolicyDocumentException', 'KMS-016', [
    'The new policy would not let ',
    code(shortCaller(call.caller)),
    ' call ',
    code('kms:PutKeyPolicy'),
    ' again. Under it: ',
    ...verdictSentence(later, decidersOf(later)),
  ]);
};

/** Whether the request asks KMS to leave the check out. */
export function bypassesLockoutCheck({ parameters }: KmsCall): boolean {
  return textParameter(parameters, 'BypassPolicyLockoutSafetyCheck') === 'true';
}

/** The PutKeyPolicy that the check imagines: by the same caller under the new policy. Undefined where the call carries no policy that can be read. */
export function laterPutKeyPolicy(call: KmsCall): TracedCheck | undefined {
  const given = newPolicyOf(call);
  if (given.kind !== 'document') return undefined;
  const { policy } = readNewPolicy(given.text);
  const key = policy && keyToBe(call, policy, given.text);
  if (key === undefined) return undefined;
  const check = keyCheck(call, 'kms:PutKeyPolicy', key, undefined);
  return traceCheck(check, layersOf(call.world, check, sessionPolicies(call.request)));
}
