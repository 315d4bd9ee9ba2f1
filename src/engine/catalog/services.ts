import type { ParameterTest, ServiceCall, ServiceUse } from './service.ts';
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

const byAction = new Map<string, ServiceCallOf[]>();
for (const use of serviceUses) {
  for (const call of use.calls) {
    for (const action of call.actions ?? []) {
      const lower = action.toLowerCase();
      byAction.set(lower, [...(byAction.get(lower) ?? []), { use, call }]);
    }
  }
}

/** One way in which an action of a service uses a key. */
export interface ServiceCallOf {
  readonly use: ServiceUse;
  readonly call: ServiceCall;
}

/**
 * What a service asks of KMS when one of its own actions touches an encrypted resource: `s3:GetObject` → `kms:Decrypt`
 * (KMS-204). Ignores case.
 *
 * @returns every use that has the action (`s3:GetObject` has one with and one without a Bucket Key); empty when none is known
 */
export function serviceCallsOf(action: string): readonly ServiceCallOf[] {
  return byAction.get(action.toLowerCase()) ?? [];
}

/**
 * The one of `serviceCallsOf` that a request makes.
 *
 * @param bucketKey whether the S3 bucket of the resource uses a Bucket Key
 * @param parameter reads a parameter of the service's request as text
 * @returns undefined where the action, or the action with these parameters, asks nothing of KMS
 */
export function serviceCallOf(
  action: string,
  bucketKey: boolean,
  parameter: (name: string) => string | undefined,
): ServiceCallOf | undefined {
  const possible = serviceCallsOf(action).filter(
    ({ use }) => use.via !== 's3' || bucketKey === isBucketKey(use),
  );
  const special = possible.find(({ call }) => call.when !== undefined && passes(call.when, parameter));
  return special ?? possible.find(({ call }) => call.when === undefined);
}

function isBucketKey(use: ServiceUse): boolean {
  return use.id === 's3BucketKey';
}

function passes(test: ParameterTest, parameter: (name: string) => string | undefined): boolean {
  const given = parameter(test.parameter);
  if (test.isNot !== undefined) return given === undefined || !test.isNot.includes(given);
  return given !== undefined && (test.is === undefined || test.is.includes(given));
}
