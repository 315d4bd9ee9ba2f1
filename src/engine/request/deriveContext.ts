import { findConditionKey } from '../catalog/conditionKeys.ts';
import type { RequestContext } from '../conditions/context.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import type { KeyInWorld, World } from '../world/world.ts';
import type { Caller } from './caller.ts';
import { ContextBuilder } from './contextBuilder.ts';
import { isEndpointKey } from './forwardedContext.ts';
import { ownerKeys } from './keyKeys.ts';
import { kmsKeys } from './kmsKeys.ts';
import { asText, isList } from './parameters.ts';
import { principalKeys } from './principalKeys.ts';

/** What the condition keys of one permission check are derived from. */
export interface ContextFacts {
  readonly world: World;
  readonly request: ScenarioRequest;
  readonly caller: Caller;
  readonly action: string;
  /** The key the permission is needed on; undefined for aliases, resource-less actions and other services. */
  readonly key: KeyInWorld | undefined;
  readonly resourceAccount: string | undefined;
  readonly region: string | undefined;
  readonly encryptionContext: ReadonlyMap<string, string>;
  /** Name of the parameter the encryption context came from. */
  readonly encryptionContextParameter: string;
  /** For RetireGrant: the grant the request names. */
  readonly grantId: string | undefined;
  /** Alias name by which the request named the key. */
  readonly requestAlias: string | undefined;
  readonly reEncryptOnSameKey: boolean | undefined;
  /** For the CreateKey behind a ReplicateKey: the primary key, whose properties the new key gets (KMS-162). */
  readonly replicaOf: KeyInWorld | undefined;
  /** Services before the one in `viaService`, in order. */
  readonly earlierServices: readonly string[];
}

/**
 * Derives every condition key of a request that follows from its principal, its parameters, the key, the calling style and
 * the scenario's facts (KMS section 5, IAM section 7). What the request's own `context` says replaces what would be derived.
 */
export function deriveContext(facts: ContextFacts): RequestContext {
  const builder = new ContextBuilder();
  principalKeys(builder, facts.caller, facts.request, facts.world);
  callingStyleKeys(builder, facts);
  ownerKeys(builder, facts.resourceAccount, facts.world);
  builder.set('aws:RequestedRegion', facts.region, { kind: 'network' });
  if (facts.action.startsWith('kms:')) kmsKeys(builder, facts);
  timeKeys(builder, facts.world);
  givenKeys(builder, facts.request);
  networkKeys(builder, facts);
  return builder.build();
}

function callingStyleKeys(builder: ContextBuilder, { request, caller, earlierServices }: ContextFacts): void {
  const origin = { kind: 'service' } as const;
  const via = request.viaService;
  builder.set('aws:ViaAWSService', via !== undefined, origin);
  if (via !== undefined) {
    const services = [...earlierServices, via].map((name) => `${name.split('.')[0] ?? name}.amazonaws.com`);
    builder.setAll('aws:CalledVia', services, origin);
    builder.set('aws:CalledViaFirst', services[0], origin).set('aws:CalledViaLast', services.at(-1), origin);
  }
  // KMS answers over TLS only; for a service's own calls AWS withholds network context.
  if (caller.kind !== 'service') builder.set('aws:SecureTransport', true, { kind: 'network' });
}

function timeKeys(builder: ContextBuilder, { now }: World): void {
  builder
    .set('aws:CurrentTime', now?.iso, { kind: 'clock' })
    .set('aws:EpochTime', now?.epochSeconds, { kind: 'clock' });
}

function givenKeys(builder: ContextBuilder, request: ScenarioRequest): void {
  for (const [key, value] of Object.entries(request.context ?? {})) {
    if (value === null) builder.give(key, null, false);
    else if (isList(value))
      builder.give(
        key,
        value.flatMap((item) => asText(item) ?? []),
        true,
      );
    else builder.give(key, [asText(value) ?? JSON.stringify(value)], false);
  }
}

/**
 * What follows from the connection. Through a VPC endpoint there is no public address, and the endpoint tells its VPC (KMS-238).
 * A forward access session hands neither endpoint nor VPC on (KMS-203), also where the request gives them.
 */
function networkKeys(builder: ContextBuilder, { request, caller, world }: ContextFacts): void {
  if (request.viaService !== undefined) {
    for (const key of builder.keys()) if (isEndpointKey(key)) builder.drop(key, { kind: 'service' });
    return;
  }
  const endpoint = endpointOf(request, caller);
  if (endpoint === undefined) return;
  builder.drop('aws:SourceIp', { kind: 'network' });
  const vpc = world.endpoints.get(endpoint)?.facts.vpc;
  if (vpc !== undefined && !builder.has('aws:SourceVpc'))
    builder.set('aws:SourceVpc', vpc, { kind: 'network' });
}

/** The VPC endpoint a direct request came through; what a service calls, for itself or for someone, passes none (KMS-230, IAM-122). */
export function endpointOf(request: ScenarioRequest, caller: Caller): string | undefined {
  if (request.viaService !== undefined || caller.kind === 'service') return undefined;
  const given = Object.entries(request.context ?? {}).find(([key]) => key.toLowerCase() === 'aws:sourcevpce');
  return asText(given?.[1]);
}

const iamOnly = (key: string): boolean => key === 'kms:resourcealiases' || key.startsWith('aws:resourcetag/');

function hasIamOnly({ entries }: RequestContext): boolean {
  for (const key of entries.keys()) if (iamOnly(key)) return true;
  return false;
}

/** The context as a key policy sees it: `kms:ResourceAliases` and `aws:ResourceTag` do not work there (KMS-134, U-14). */
export function inKeyPolicy(context: RequestContext): RequestContext {
  if (!hasIamOnly(context)) return context;
  const entries = new Map(context.entries);
  for (const key of context.entries.keys()) if (iamOnly(key)) entries.delete(key);
  return { ...context, entries };
}

/** The context of an alias: no condition key of KMS applies to it (KMS-024). */
export function onAlias(context: RequestContext): RequestContext {
  const applies = ([key]: readonly [string, unknown]) =>
    !key.startsWith('kms:') && !key.startsWith('aws:resourcetag/');
  return { ...context, entries: new Map([...context.entries].filter(applies)) };
}

/** Whether a condition key can be present at all for an action; keys the catalog does not know might be. */
export function canBePresent(key: string, action: string): boolean {
  const info = findConditionKey(key);
  if (info === undefined || info.operations === 'any') return true;
  return info.operations.includes(action);
}
