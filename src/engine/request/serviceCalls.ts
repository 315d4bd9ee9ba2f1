import { findAction } from '../catalog/actions.ts';
import type { ServiceUse } from '../catalog/service.ts';
import { type ServiceCallOf, serviceCallOf } from '../catalog/services.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import { splitArn } from '../vocabulary/arn.ts';
import type { KeyInWorld, ResourceInWorld } from '../world/world.ts';
import type { Caller } from './caller.ts';
import { forwardedContext } from './forwardedContext.ts';
import { textParameter } from './parameters.ts';
import { encryptionContextParameter, keyCheck, type RequestFacts } from './prepare.ts';
import type { CallOfService, RequestProblem } from './reading.ts';
import { resolveKey } from './resolveKey.ts';
import { fillIn, serviceContext } from './serviceContext.ts';

/**
 * The calls to KMS that a service makes when a request touches a resource that is encrypted under a KMS key (KMS-200, KMS-204):
 * with the caller's identity where the service forwards it, otherwise with the service's own. What it does later under a grant
 * is no part of the request.
 *
 * @param arn the resource of the request
 * @param resource the scenario's entry about it
 * @returns none where the resource is not encrypted, or the service asks nothing of KMS for this action; a problem where the
 *   scenario does not have the key.
 */
export function serviceCalls(
  facts: RequestFacts,
  arn: string,
  resource: ResourceInWorld | undefined,
): readonly CallOfService[] | RequestProblem {
  const encryption = resource?.facts.encryption;
  if (encryption === undefined) return [];
  const parameters = facts.request.parameters ?? {};
  const made = serviceCallOf(facts.request.action, encryption.bucketKey === true, (name) =>
    textParameter(parameters, name),
  );
  if (made === undefined) return [];
  const key = encryptingKey(facts, encryption.kmsKey);
  if (key === undefined) {
    return {
      field: 'resource',
      message: `\`${arn}\` is encrypted under \`${encryption.kmsKey}\`, and the scenario has no such key: add it to \`keys\` with its policy.`,
    };
  }
  const place = { arn, account: resource?.facts.account, key };
  const later = new Set(made.call.underGrant);
  return made.call.kms.filter((name) => !later.has(name)).map((name) => callOf(facts, made, name, place));
}

/** Where a service uses which key. */
export interface EncryptedPlace {
  readonly arn: string;
  readonly account: string | undefined;
  readonly key: KeyInWorld;
}

/** A key can be named in every form; an alias name or bare id means one in the caller's account (KMS-033). */
function encryptingKey({ caller, world }: RequestFacts, text: string): KeyInWorld | undefined {
  const decrypt = findAction('kms:Decrypt');
  const found = decrypt && resolveKey(text, decrypt, caller, world);
  return found !== undefined && 'key' in found ? found.key : undefined;
}

function callOf(
  facts: RequestFacts,
  made: ServiceCallOf,
  operation: string,
  place: EncryptedPlace,
): CallOfService {
  const region = regionAt(place);
  const caller = callerOf(facts.caller, made.use, region);
  // A service that calls as itself forwards nobody's identity.
  const asItself = caller.kind === 'service';
  const { use } = made;
  const via = asItself || use.via === undefined ? undefined : `${use.via}.${region}.amazonaws.com`;
  const request: ScenarioRequest = {
    principal: asItself ? caller.name : facts.request.principal,
    action: operation,
    resource: place.key.arn,
    parameters: parametersOf(facts, made, operation, place),
    context: forwardedContext(facts.request, asItself),
    ...whereGiven('session', asItself ? undefined : facts.request.session),
    ...whereGiven('viaService', via),
    ...whereGiven('ciphertext', facts.request.ciphertext),
  };
  const earlier = facts.request.viaService;
  const earlierServices = earlier === undefined ? [] : [earlier];
  const callFacts = { world: facts.world, request, caller, earlierServices };
  const checks = [keyCheck(callFacts, operation, place.key, undefined, sameKey(operation))];
  return { request, caller, operation, checks };
}

function regionAt({ arn, key }: EncryptedPlace): string {
  const region = splitArn(arn)?.region;
  return region === undefined || region === '' ? key.region : region;
}

/** The service where it calls as itself, otherwise whoever made the request, a service included. */
function callerOf(caller: Caller, use: ServiceUse, region: string): Caller {
  if (use.principal === undefined || use.styles[0] !== 'servicePrincipal' || caller.kind === 'service')
    return caller;
  return { kind: 'service', name: fillIn(use.principal, { region }) };
}

/** An optional field, left out where there is nothing to say. */
function whereGiven<Name extends keyof ScenarioRequest>(
  name: Name,
  value: ScenarioRequest[Name] | undefined,
): Partial<Record<Name, ScenarioRequest[Name]>> {
  const fields: Partial<Record<Name, ScenarioRequest[Name]>> = {};
  if (value !== undefined) fields[name] = value;
  return fields;
}

/** A service that copies data keeps it under the key it is under. */
function sameKey(operation: string): boolean | undefined {
  return operation.startsWith('kms:ReEncrypt') ? true : undefined;
}

type Parameters = NonNullable<ScenarioRequest['parameters']>;

function parametersOf(
  { request }: RequestFacts,
  { use, call }: ServiceCallOf,
  operation: string,
  place: EncryptedPlace,
): Parameters {
  const pairs = serviceContext(use, request.parameters ?? {}, place);
  if (operation === 'kms:CreateGrant') {
    const constraints =
      Object.keys(pairs).length === 0 ? {} : { Constraints: { EncryptionContextSubset: pairs } };
    if (call.grant === undefined) return constraints;
    const arn = splitArn(place.arn);
    const known = {
      partition: place.key.partition,
      region: regionAt(place),
      account: arn?.account || place.account || place.key.account,
      InstanceId: textParameter(request.parameters ?? {}, 'InstanceId'),
    };
    return {
      GranteePrincipal: fillIn(call.grant.grantee, known),
      Operations: call.grant.operations,
      ...constraints,
    };
  }
  const takesContext = findAction(operation)?.conditionKeys.includes('kms:EncryptionContextKeys') === true;
  return takesContext ? { [encryptionContextParameter(operation)]: pairs } : {};
}
