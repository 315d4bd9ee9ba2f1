import type { TracedCheck } from '../authorize/trace.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import { own } from '../request/parameters.ts';
import { documented, type MessagePart, observed } from './awsMessage.ts';
import { isForeign } from '../explain/explainedStatement.ts';
import type { Blocker, BlockingLayer } from './blockers.ts';
import { callerArn } from './callerArn.ts';

/** How AWS's page on access denied messages names each kind of policy. */
const names: Readonly<Record<BlockingLayer, { readonly deny: string; readonly allow: string }>> = {
  scp: { deny: 'a service control policy', allow: 'service control policy' },
  rcp: { deny: 'a resource control policy', allow: 'resource control policy' },
  endpoint: { deny: 'a VPC endpoint policy', allow: 'VPC endpoint policy' },
  resource: { deny: 'a resource-based policy', allow: 'resource-based policy' },
  identity: { deny: 'an identity-based policy', allow: 'identity-based policy' },
  boundary: { deny: 'a permissions boundary', allow: 'permissions boundary' },
  session: { deny: 'a session policy', allow: 'session policy' },
};

/** What KMS says where the refusal is on the side of a key of another account. */
export const vagueReason =
  ' because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access';

/** What KMS said about Decrypt until about 2021, and what other services still quote. */
export const olderDecryptText =
  'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.';

/**
 * The text for one check that one layer refuses (KMS-255).
 *
 * @param blocker undefined where no kind of policy is to blame (RetireGrant): then AWS's text gives no reason
 */
export function denialText(
  traced: TracedCheck,
  request: ScenarioRequest,
  blocker: Blocker | undefined,
): readonly MessagePart[] {
  const { check } = traced;
  const head = documented(`User: ${callerArn(check.caller)} is not authorized to perform: ${check.action}`);
  const hidden = isHidden(traced, blocker);
  const where = resourceWords(traced, request, hidden);
  if (blocker === undefined) return [head, where];
  if (hidden) return [head, where, observed(vagueReason)];
  const { deny, allow } = names[blocker.layer];
  const why = blocker.explicit
    ? ` with an explicit deny in ${deny}`
    : ` because no ${allow} allows the ${check.action} action`;
  return [head, where, documented(why)];
}

/** Across accounts KMS does not tell the caller what the key's owner decided. */
export function isHidden(traced: TracedCheck, blocker: Blocker | undefined): boolean {
  return blocker?.layer === 'resource' && traced.check.target.kind === 'key' && isForeign(traced.check);
}

function resourceWords(traced: TracedCheck, request: ScenarioRequest, hidden: boolean): MessagePart {
  if (namesNoKey(traced, request)) return documented(' on the resource associated with this ciphertext');
  if (hidden) return observed(' on this resource');
  const { resource } = traced.check;
  const words = ` on resource: ${resource}`;
  return resource === '*' ? observed(words) : documented(words);
}

/** A Decrypt that leaves the key to the ciphertext. */
export function namesNoKey({ check }: TracedCheck, request: ScenarioRequest): boolean {
  const parameters = request.parameters ?? {};
  switch (check.action) {
    case 'kms:Decrypt':
      return request.resource === undefined && own(parameters, 'KeyId') === undefined;
    case 'kms:ReEncryptFrom':
      return request.resource === undefined && own(parameters, 'SourceKeyId') === undefined;
    default:
      return false;
  }
}
