import { findAction } from '../catalog/actions.ts';
import { findConditionKey } from '../catalog/conditionKeys.ts';
import type { RequestContext } from '../conditions/context.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import type { KeyInWorld, World } from '../world/world.ts';
import { type Caller, callerAccount } from './caller.ts';
import { ContextBuilder } from './contextBuilder.ts';
import { keyKeys, ownerKeys } from './keyKeys.ts';
import { asText, isList } from './parameters.ts';
import { encryptionContextKeys, parameterKeys } from './parameterKeys.ts';
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
  /** Alias name by which the request named the key. */
  readonly requestAlias: string | undefined;
  readonly reEncryptOnSameKey: boolean | undefined;
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

function callingStyleKeys(builder: ContextBuilder, { request, caller }: ContextFacts): void {
  const origin = { kind: 'service' } as const;
  const via = request.viaService;
  builder.set('aws:ViaAWSService', via !== undefined, origin);
  if (via !== undefined) {
    const service = `${via.split('.')[0] ?? via}.amazonaws.com`;
    builder.setAll('aws:CalledVia', [service], origin);
    builder.set('aws:CalledViaFirst', service, origin).set('aws:CalledViaLast', service, origin);
  }
  // KMS answers over TLS only; for a service's own calls AWS withholds network context.
  if (caller.kind !== 'service') builder.set('aws:SecureTransport', true, { kind: 'network' });
}

function timeKeys(builder: ContextBuilder, { now }: World): void {
  builder
    .set('aws:CurrentTime', now?.iso, { kind: 'clock' })
    .set('aws:EpochTime', now?.epochSeconds, { kind: 'clock' });
}

function kmsKeys(builder: ContextBuilder, facts: ContextFacts): void {
  const { action, request, caller, key } = facts;
  const supported = new Set(findAction(action)?.conditionKeys);
  if (key !== undefined) keyKeys(builder, key);
  if (supported.has('kms:CallerAccount'))
    builder.set('kms:CallerAccount', callerAccount(caller), { kind: 'principal' });
  if (supported.has('kms:ViaService')) builder.set('kms:ViaService', request.viaService, { kind: 'service' });
  if (supported.has('kms:GrantIsForAWSResource')) {
    // EKS is documented not to set it (KMS-069).
    const forResource = request.viaService !== undefined && !request.viaService.startsWith('eks.');
    builder.set('kms:GrantIsForAWSResource', forResource, { kind: 'service' });
  }
  if (supported.has('kms:RequestAlias')) {
    builder.set('kms:RequestAlias', facts.requestAlias, { kind: 'parameter', name: 'KeyId' });
  }
  builder.set('kms:ReEncryptOnSameKey', facts.reEncryptOnSameKey, {
    kind: 'parameter',
    name: 'DestinationKeyId',
  });
  parameterKeys(builder, action, request.parameters ?? {});
  if (supported.has('kms:EncryptionContextKeys') && action !== 'kms:CreateGrant') {
    encryptionContextKeys(builder, facts.encryptionContext, facts.encryptionContextParameter);
  }
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

/** The VPC of an endpoint the request names; neither is carried into a forward access session (KMS-203). */
function networkKeys(builder: ContextBuilder, { request, world }: ContextFacts): void {
  const endpoint = endpointOf(request);
  const vpc = endpoint === undefined ? undefined : world.endpoints.get(endpoint)?.facts.vpc;
  if (vpc !== undefined && !builder.has('aws:SourceVpc'))
    builder.set('aws:SourceVpc', vpc, { kind: 'network' });
}

/** The VPC endpoint a direct request came through (KMS-230). */
export function endpointOf(request: ScenarioRequest): string | undefined {
  if (request.viaService !== undefined) return undefined;
  const given = Object.entries(request.context ?? {}).find(([key]) => key.toLowerCase() === 'aws:sourcevpce');
  return asText(given?.[1]);
}

const iamOnly = (key: string): boolean => key === 'kms:resourcealiases' || key.startsWith('aws:resourcetag/');

/** The context as a key policy sees it: `kms:ResourceAliases` and `aws:ResourceTag` do not work there (KMS-134, U-14). */
export function inKeyPolicy(context: RequestContext): RequestContext {
  if (![...context.entries.keys()].some(iamOnly)) return context;
  return { ...context, entries: new Map([...context.entries].filter(([key]) => !iamOnly(key))) };
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
