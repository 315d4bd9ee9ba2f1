import type { ServiceCall, ServiceUse } from './service.ts';
import { serviceUses, viaServicePrefixes } from './services.data.ts';

/** The services that can stand in `kms:ViaService`, by the part before the Region (`s3`, `ec2`, …), sorted. */
export const viaServices: readonly string[] = viaServicePrefixes.trim().split(/\s+/).toSorted();

const known = new Set(viaServices);

/**
 * Takes a value of `kms:ViaService` apart: `s3.us-east-1.amazonaws.com`. The ending is `.amazonaws.com` in every
 * partition. The Region is not checked and may be a pattern, as policies write `dynamodb.*.amazonaws.com`.
 *
 * @returns undefined when the value has another shape or names a service that is not known to support the key; values are
 *   compared exactly, as policies compare them
 */
export function readViaService(
  value: string,
): { readonly service: string; readonly region: string } | undefined {
  const [service, region, ...rest] = value.split('.');
  if (service === undefined || !known.has(service) || region === undefined || region === '') return undefined;
  return rest.join('.') === 'amazonaws.com' ? { service, region } : undefined;
}

const byAction = new Map<string, { readonly use: ServiceUse; readonly call: ServiceCall }[]>();
for (const use of serviceUses) {
  for (const call of use.calls) {
    for (const action of call.actions ?? []) {
      const lower = action.toLowerCase();
      byAction.set(lower, [...(byAction.get(lower) ?? []), { use, call }]);
    }
  }
}

/**
 * What a service asks of KMS when one of its own actions touches an encrypted resource: `s3:GetObject` → `kms:Decrypt`
 * (KMS-204). Ignores case.
 *
 * @returns every use that has the action (`s3:GetObject` has one with and one without a Bucket Key); empty when none is known
 */
export function serviceCallsOf(
  action: string,
): readonly { readonly use: ServiceUse; readonly call: ServiceCall }[] {
  return byAction.get(action.toLowerCase()) ?? [];
}
