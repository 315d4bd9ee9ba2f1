import { quoted } from '#engine/source/quote.ts';
import { operationRows } from '#engine/catalog/operations.data.ts';
import { present } from '#engine/scenario/present.ts';
import type { Expectation, Json, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { JsonNode } from '#engine/source/json.ts';
import { plainValue, recordOf } from '#engine/source/plainValue.ts';
import { asArray, asObject, asString, memberValue } from '#engine/source/read.ts';

export type EventRequest = { readonly request: ScenarioRequest } | { readonly because: string };

/**
 * The request that a CloudTrail event records. Whether it was authorized is what is expected of the answer: an event without an error,
 * or with one that comes after authorization, was.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference.html
 */
export function requestOfEvent(event: JsonNode): EventRequest {
  const read = (name: string) => asString(memberValue(event, name));
  const name = read('eventName') ?? '';
  if (!CALLED.has(name)) return { because: `${quoted(name)} is no operation that somebody calls.` };
  const identity = memberValue(event, 'userIdentity');
  const caller = callerOf(identity);
  if (caller === undefined) return { because: 'The event does not say who called.' };
  const time = read('eventTime');
  return {
    request: present({
      name: time === undefined ? name : `${name} at ${time}`,
      principal: caller,
      action: `kms:${name}`,
      resource: keyOf(event),
      parameters: unlessEmpty(parametersOf(memberValue(event, 'requestParameters'))),
      context: unlessEmpty(contextOf(event)),
      session: hadMfa(identity) ? { mfaAuthenticated: true } : undefined,
      viaService: serviceBetween(identity, caller, read('awsRegion') ?? 'us-east-1'),
      expect: expectationOf(read('errorCode'), read('errorMessage')),
    }),
  };
}

function unlessEmpty<Value>(
  record: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> | undefined {
  return Object.keys(record).length === 0 ? undefined : record;
}

function hadMfa(identity: JsonNode | undefined): boolean {
  const attributes = memberValue(memberValue(identity, 'sessionContext'), 'attributes');
  const mfa = memberValue(attributes, 'mfaAuthenticated');
  return mfa?.kind === 'string' ? mfa.value === 'true' : mfa?.kind === 'boolean' && mfa.value;
}

/** The service that called on behalf of the caller, with its Region. */
function serviceBetween(identity: JsonNode | undefined, caller: string, region: string): string | undefined {
  const service = asString(memberValue(identity, 'invokedBy'));
  const isForwarded = service?.endsWith('.amazonaws.com') === true && service !== caller;
  return isForwarded ? regional(service, region) : undefined;
}

const CALLED: ReadonlySet<string> = new Set(
  operationRows.filter(({ kind }) => kind !== 'permission').map(({ name }) => name),
);

function callerOf(identity: JsonNode | undefined): string | undefined {
  const arn = asString(memberValue(identity, 'arn'));
  if (arn !== undefined) return arn;
  const isService = asString(memberValue(identity, 'type')) === 'AWSService';
  return isService ? asString(memberValue(identity, 'invokedBy')) : undefined;
}

/** `s3.us-east-1.amazonaws.com` for `s3.amazonaws.com`. */
function regional(service: string, region: string): string {
  const name = service.slice(0, -'.amazonaws.com'.length);
  return name.includes('.') ? service : `${name}.${region}.amazonaws.com`;
}

function keyOf(event: JsonNode): string | undefined {
  const arns = (asArray(memberValue(event, 'resources'))?.items ?? []).flatMap(
    (item) => asString(memberValue(item, 'ARN')) ?? [],
  );
  const parameters = memberValue(event, 'requestParameters');
  return (
    arns.find((arn) => arn.includes(':key/')) ??
    asString(memberValue(parameters, 'keyId')) ??
    asString(memberValue(parameters, 'sourceKeyId'))
  );
}

/** Parameters in the API's spelling, `EncryptionContext` for `encryptionContext`. The key is the request's resource. */
function parametersOf(node: JsonNode | undefined): Readonly<Record<string, Json>> {
  const members = asObject(node)?.members ?? [];
  const known = members.filter(
    ({ key, value }) => key !== 'keyId' && key !== 'policyName' && value.kind !== 'null',
  );
  return recordOf(
    known.map(({ key, value }) => [
      capitalized(key),
      (key === 'constraints'
        ? recordOf(
            (asObject(value)?.members ?? []).map((each) => [capitalized(each.key), plainValue(each.value)]),
          )
        : plainValue(value)) as Json,
    ]),
  );
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function contextOf(event: JsonNode): Readonly<Record<string, Json>> {
  const address = asString(memberValue(event, 'sourceIPAddress'));
  const endpoint = asString(memberValue(event, 'vpcEndpointId'));
  const isAddress = address !== undefined && /^[0-9a-fA-F.:]+$/.test(address) && /[.:]/.test(address);
  if (endpoint !== undefined) return { 'aws:SourceVpce': endpoint };
  return isAddress ? { 'aws:SourceIp': address } : {};
}

/** What authorization came to, as far as the event tells. */
function expectationOf(code: string | undefined, message: string | undefined): Expectation | undefined {
  if (code === undefined) return { decision: 'allowed' };
  if (!code.includes('AccessDenied')) return undefined;
  return { decision: message?.includes('explicit deny') === true ? 'explicitDeny' : 'denied' };
}
