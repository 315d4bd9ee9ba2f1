import type { Check, CheckTarget, GrantFacts, NewGrant } from '../authorize/check.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import { splitArn } from '../vocabulary/arn.ts';
import type { KeyInWorld, World } from '../world/world.ts';
import { type Caller, callerAccount, callerPartition } from './caller.ts';
import { type ContextFacts, deriveContext, endpointOf, inKeyPolicy, onAlias } from './deriveContext.ts';
import {
  asText,
  listParameter,
  memberParameter,
  own,
  pairsOf,
  type Parameters,
  pairsParameter,
  textParameter,
} from './parameters.ts';
import type { KeyIdentifier } from './resolveKey.ts';

/** What is the same for every permission of one request. */
export interface RequestFacts {
  readonly world: World;
  readonly request: ScenarioRequest;
  readonly caller: Caller;
  /** Services through which the request reached the one it names in `viaService`, in order. */
  readonly earlierServices?: readonly string[];
}

/** A permission on an existing key. */
export function keyCheck(
  facts: RequestFacts,
  action: string,
  key: KeyInWorld,
  identifier: KeyIdentifier | undefined,
  reEncryptOnSameKey?: boolean,
): Check {
  const target: CheckTarget = { kind: 'key', key };
  return build(facts, action, key.arn, target, key.account, {
    key,
    region: key.region,
    requestAlias: identifier?.alias,
    reEncryptOnSameKey,
  });
}

/** A permission on an alias: decided by the caller's IAM policies alone (KMS-024). */
export function aliasCheck(facts: RequestFacts, action: string, alias: string, key: KeyInWorld): Check {
  const arn = alias.startsWith('arn:')
    ? alias
    : `arn:${key.partition}:kms:${key.region}:${key.account}:${alias}`;
  const check = build(facts, action, arn, { kind: 'alias' }, splitArn(arn)?.account, { region: key.region });
  return { ...check, context: onAlias(check.context), keyPolicyContext: onAlias(check.context) };
}

/** A permission without a resource (KMS-021, KMS-023); `replicaOf` is the key that a new one is to be a replica of (KMS-162). */
export function resourcelessCheck(
  facts: RequestFacts,
  action: string,
  region: string,
  replicaOf?: KeyInWorld,
): Check {
  const target: CheckTarget = { kind: 'none', region, partition: partitionOf(facts) };
  return build(facts, action, '*', target, callerAccount(facts.caller), { region, replicaOf });
}

/** A permission on another service's resource. */
export function resourceCheck(
  facts: RequestFacts,
  action: string,
  arn: string,
  account: string | undefined,
): Check {
  return newThingCheck(facts, action, arn, account, splitArn(arn)?.region);
}

/** A permission on something that is about to exist, asked in a Region that its ARN need not name. */
export function newThingCheck(
  facts: RequestFacts,
  action: string,
  arn: string,
  account: string | undefined,
  region: string | undefined,
): Check {
  return build(facts, action, arn, { kind: 'resource' }, account, { region });
}

function build(
  { world, request, caller, earlierServices = [] }: RequestFacts,
  action: string,
  resource: string,
  target: CheckTarget,
  resourceAccount: string | undefined,
  more: Partial<Pick<ContextFacts, 'key' | 'region' | 'requestAlias' | 'reEncryptOnSameKey' | 'replicaOf'>>,
): Check {
  const parameter = encryptionContextParameter(action);
  const encryptionContext = pairsParameter(request.parameters ?? {}, parameter);
  const facts = grantFacts(action, request, encryptionContext);
  const context = deriveContext({
    world,
    request,
    caller,
    action,
    key: more.key,
    resourceAccount,
    region: more.region || regionOf(world),
    encryptionContext,
    encryptionContextParameter: parameter,
    requestAlias: more.requestAlias,
    reEncryptOnSameKey: more.reEncryptOnSameKey,
    grantId: facts.grantId,
    replicaOf: more.replicaOf,
    earlierServices,
  });
  return {
    action,
    resource,
    target,
    resourceAccount,
    caller,
    context,
    keyPolicyContext: inKeyPolicy(context),
    grantFacts: facts,
    endpoint: endpointOf(request, caller),
    open: false,
  };
}

/** ReEncrypt has two encryption contexts, each for its own permission (KMS-113). */
export function encryptionContextParameter(action: string): string {
  if (action === 'kms:ReEncryptFrom') return 'SourceEncryptionContext';
  return action === 'kms:ReEncryptTo' ? 'DestinationEncryptionContext' : 'EncryptionContext';
}

function grantFacts(
  action: string,
  request: ScenarioRequest,
  encryptionContext: ReadonlyMap<string, string>,
): GrantFacts {
  const parameters = request.parameters ?? {};
  return {
    encryptionContext,
    encryptionContextOpen: false,
    newGrant: action === 'kms:CreateGrant' ? newGrant(parameters) : undefined,
    grantId:
      action === 'kms:RetireGrant'
        ? (textParameter(parameters, 'GrantId') ?? textParameter(parameters, 'GrantToken'))
        : undefined,
  };
}

function newGrant(parameters: Parameters): NewGrant {
  const constraints = own(parameters, 'Constraints');
  const equals = memberParameter(constraints, 'EncryptionContextEquals');
  const subset = memberParameter(constraints, 'EncryptionContextSubset');
  return {
    operations: listParameter(parameters, 'Operations'),
    equals: equals === undefined ? undefined : pairsOf(equals),
    subset: subset === undefined ? undefined : pairsOf(subset),
    sourceArn: asText(memberParameter(constraints, 'SourceArn')),
  };
}

/** Where an operation takes place when it names no key: the Region of the scenario's first key. */
export function regionOf(world: World): string {
  return world.keys[0]?.region ?? '';
}

/** The partition of a request: that of the caller, or of the scenario's first key. */
export function partitionOf({ world, caller }: RequestFacts): string {
  return callerPartition(caller) ?? world.keys[0]?.partition ?? 'aws';
}
