import { setFlagsFromString } from 'node:v8';
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { Context, StatefulAuthorizationCall } from '@cedar-policy/cedar-wasm/nodejs';
import type { Check } from '#engine/authorize/check.ts';
import { callerName } from '#engine/request/caller.ts';

const ORDERS = 'P::"arn:aws:iam::111122223333:role/Orders"';
const KEY_ADMIN = 'P::"arn:aws:iam::111122223333:role/KeyAdmin"';
const DATA_KEYS =
  'Action::"kms:GenerateDataKey", Action::"kms:GenerateDataKeyPair", Action::"kms:GenerateDataKeyPairWithoutPlaintext", Action::"kms:GenerateDataKeyWithoutPlaintext"';
const TENANT = 'context["kms:EncryptionContext:tenant"]';
const PATH = 'context["kms:EncryptionContext:path"]';
const TRAIL = 'context["kms:EncryptionContext:aws:cloudtrail:arn"]';

/**
 * The policy of `tenStatements.ts` in Cedar, by hand. A session is given as its role. Callers have no IAM policies here, so an
 * account that is allowed reaches its root user only. Cedar has no wildcards in actions: those that the pool can ask for and the
 * patterns cover are listed.
 */
const policies = `
permit(principal == P::"arn:aws:iam::111122223333:root", action, resource);

permit(principal, action in [Action::"kms:DescribeKey", Action::"kms:EnableKey", Action::"kms:EnableKeyRotation", Action::"kms:DisableKey",
    Action::"kms:DisableKeyRotation", Action::"kms:PutKeyPolicy", Action::"kms:ScheduleKeyDeletion"], resource)
when { [${KEY_ADMIN}, P::"arn:aws:iam::111122223333:user/alice"].contains(principal) };

permit(principal, action in [Action::"kms:Encrypt", Action::"kms:Decrypt", Action::"kms:DescribeKey", ${DATA_KEYS}], resource)
when { [${ORDERS}, P::"arn:aws:iam::111122223333:role/Billing", P::"arn:aws:iam::111122223333:role/Shipping"].contains(principal) };

permit(principal, action in [Action::"kms:Decrypt", ${DATA_KEYS}], resource)
when { [P::"arn:aws:iam::111122223333:role/TenantReader", P::"arn:aws:iam::111122223333:role/TenantWriter"].contains(principal) &&
  context has "kms:EncryptionContext:tenant" && ["tenant-1", "tenant-2", "tenant-3"].contains(${TENANT}) &&
  context has "kms:ViaService" && context["kms:ViaService"] == "s3.us-east-1.amazonaws.com" };

permit(principal == P::"arn:aws:iam::111122223333:role/Reports", action == Action::"kms:Decrypt", resource)
when { context has "kms:EncryptionContext:path" && (${PATH} like "reports/*" || ${PATH} like "archive/*/summary") };

permit(principal, action in [Action::"kms:CreateGrant", Action::"kms:ListGrants", Action::"kms:RevokeGrant"], resource)
when { [${ORDERS}, ${KEY_ADMIN}].contains(principal) &&
  context has "kms:GrantIsForAWSResource" && context["kms:GrantIsForAWSResource"] == "true" };

permit(principal == P::"cloudtrail.amazonaws.com", action in [${DATA_KEYS}], resource)
when { context has "aws:SourceArn" && context["aws:SourceArn"] == "arn:aws:cloudtrail:us-east-1:111122223333:trail/audit" &&
  context has "kms:EncryptionContext:aws:cloudtrail:arn" && ${TRAIL} like "arn:aws:cloudtrail:*:111122223333:trail/*" };

permit(principal == P::"arn:aws:iam::444455556666:root", action in [Action::"kms:Decrypt", Action::"kms:DescribeKey"], resource);

forbid(principal, action, resource)
when { (!(context has "aws:PrincipalOrgID") || context["aws:PrincipalOrgID"] != "o-a1b2c3d4e5") &&
  (!(context has "aws:PrincipalIsAWSService") || context["aws:PrincipalIsAWSService"] == "false") };

forbid(principal, action in [Action::"kms:ScheduleKeyDeletion", Action::"kms:DisableKey", Action::"kms:PutKeyPolicy"], resource)
when { !(context has "aws:MultiFactorAuthPresent") || context["aws:MultiFactorAuthPresent"] == "false" };
`;

const POLICY_SET = 'tenStatements';

// Node 20 ends the process when it takes back an inlined call to WebAssembly that returns an object, as Cedar's do.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

/** Has Cedar parse the policy, once; its stateful calls then refer to it by name. */
export function prepareCedar(): void {
  const parsed = preparsePolicySet(POLICY_SET, { staticPolicies: policies });
  if (parsed.type === 'failure')
    throw new Error(`Cedar: ${parsed.errors.map(({ message }) => message).join(', ')}`);
}

/**
 * The call that asks Cedar what a check asks. It is as small as can be, in Cedar's favour: no entities, no schema, and of the
 * context only the keys in `mentioned`, those the policy looks at.
 */
export function cedarCall(check: Check, mentioned: ReadonlySet<string>): StatefulAuthorizationCall {
  const { caller } = check;
  const context: Context = {};
  for (const [name, { key, values }] of check.keyPolicyContext.entries) {
    if (mentioned.has(name)) context[key] = values[0] ?? '';
  }
  return {
    principal: { type: 'P', id: caller.kind === 'roleSession' ? caller.roleArn : callerName(caller) },
    action: { type: 'Action', id: check.action },
    resource: { type: 'Key', id: check.resource },
    context,
    preparsedPolicySetId: POLICY_SET,
    entities: [],
  };
}

/** Whether Cedar allows a call. */
export function cedarAllows(call: StatefulAuthorizationCall): boolean {
  const answer = statefulIsAuthorized(call);
  return answer.type === 'success' && answer.response.decision === 'allow';
}
