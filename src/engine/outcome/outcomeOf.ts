import { findAction } from '../catalog/actions.ts';
import type { ApiErrorAnswer, Decision } from '../explain/answer.ts';
import { algorithm } from './algorithm.ts';
import { aliasesThere, aliasNames } from './aliases.ts';
import { type Call, firstError, keyChecks, type KmsCall, type Stage } from './call.ts';
import { ciphertext } from './ciphertext.ts';
import { dryRun } from './dryRun.ts';
import { encryptionContext } from './encryptionContext.ts';
import { grantConstraints } from './grantConstraints.ts';
import { grantOperations } from './grantOperations.ts';
import { grantParties } from './grantParties.ts';
import { grantTokens } from './grantTokens.ts';
import { keyState } from './keyState.ts';
import { keyUsage } from './keyUsage.ts';
import { lockout } from './lockout.ts';
import { grantToRetire, grantToRevoke } from './namedGrant.ts';
import { parameterRanges } from './parameterRanges.ts';
import { parameterValues } from './parameterValues.ts';
import { policyDocument } from './policyDocument.ts';
import { replicas } from './replicas.ts';

/**
 * In the order of KMS-252 (U-21), which is shown and not documented. Identifiers are resolved before any policy is asked, in
 * `readRequest`.
 */
const stages: readonly Stage[] = [
  // The request's own parameters.
  parameterValues,
  parameterRanges,
  aliasNames,
  encryptionContext,
  grantParties,
  grantOperations,
  grantConstraints,
  policyDocument,
  // Grants it mentions.
  grantTokens,
  grantToRevoke,
  // The key, and what else must be there.
  aliasesThere,
  keyUsage,
  algorithm,
  replicas,
  keyState,
  lockout,
  // The ciphertext.
  ciphertext,
  dryRun,
];

/** What can go wrong with a call that a service makes: its parameters are the service's business (KMS-204). */
const stagesOfServices: readonly Stage[] = [keyUsage, algorithm, keyState, ciphertext];

/**
 * Would the call work? The error that KMS gives although policies and grants allow the request: parameters, grant tokens, key
 * usage and algorithm, key state, the lockout safety check, ciphertext and encryption context (KMS-250, KMS-252).
 *
 * A denied request has no error of its own here, because the decision says it; except that a RetireGrant about a grant that
 * does not exist is refused for that reason.
 *
 * @param call the request as `readRequest` made checks of it
 * @param decision of all its checks
 * @returns null where the call would work, where it is denied, and for operations of other services. Never throws.
 */
export function outcomeOf(call: Call, decision: Decision): ApiErrorAnswer | null {
  const kmsCall = kmsCallOf(call);
  if (kmsCall === undefined) return decision === 'allowed' ? errorOfServiceCalls(call) : null;
  switch (decision) {
    case 'allowed':
      return firstError(stages, (stage) => stage(kmsCall));
    case 'implicitDeny':
      return grantToRetire(kmsCall);
    case 'explicitDeny':
      return null;
    default:
      return decision satisfies never;
  }
}

/**
 * All errors that an allowed call would meet if those before were mended, in the order of KMS-252. Which one AWS reports first is
 * open (U-21), so an answer needs to know whether there are several.
 */
export function errorsOf(call: Call): readonly ApiErrorAnswer[] {
  const kmsCall = kmsCallOf(call);
  return kmsCall === undefined ? [] : stages.flatMap((stage) => stage(kmsCall) ?? []);
}

/** The call as one of KMS; undefined for operations of other services, and on a resource of another service, where there is no key. */
export function kmsCallOf(call: Call): KmsCall | undefined {
  const action = findAction(call.operation);
  if (action === undefined) return undefined;
  if (action.authorizedOn !== 'none' && keyChecks(call).length === 0) return undefined;
  return { ...call, action, parameters: call.request.parameters ?? {} };
}

/** The first error that KMS gives a service, which hands it on to its own caller (KMS-205). */
function errorOfServiceCalls({ world, serviceCalls = [] }: Call): ApiErrorAnswer | null {
  return firstError(serviceCalls, (made) => {
    const action = findAction(made.operation);
    if (action === undefined) return null;
    const parameters = made.request.parameters ?? {};
    return firstError(stagesOfServices, (stage) => stage({ ...made, world, action, parameters }));
  });
}
