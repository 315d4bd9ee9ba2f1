import type { Check } from '../authorize/check.ts';
import { type ActionInfo, findAction } from '../catalog/actions.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import { splitArn } from '../vocabulary/arn.ts';
import type { KeyInWorld, World } from '../world/world.ts';
import { type Caller, callerAccount } from './caller.ts';
import { own, textParameter } from './parameters.ts';
import {
  aliasCheck,
  keyCheck,
  regionOf,
  type RequestFacts,
  resourceCheck,
  resourcelessCheck,
} from './prepare.ts';
import { readCaller } from './readCaller.ts';
import { readKeyIdentifier, resolveKey } from './resolveKey.ts';

/** A field of the request that cannot be used, and how it should look. */
export interface RequestProblem {
  readonly field: 'principal' | 'action' | 'resource' | 'parameters';
  readonly message: string;
}

/**
 * What a request asks of the policies: one check for each permission the operation needs, all of which must be allowed
 * (KMS section 6.3). `notFound` says that KMS would not find the key and answer `NotFoundException` before any policy is
 * asked (KMS-031).
 */
export type ReadRequest =
  | {
      readonly kind: 'checks';
      readonly caller: Caller;
      readonly operation: string;
      readonly checks: readonly Check[];
    }
  | {
      readonly kind: 'notFound';
      readonly caller: Caller;
      readonly operation: string;
      readonly because: string;
    }
  | { readonly kind: 'problems'; readonly problems: readonly RequestProblem[] };

/** Reads a request of the scenario format against a world. Never throws; what cannot be used comes back as problems. */
export function readRequest(world: World, request: ScenarioRequest): ReadRequest {
  const caller = readCaller(request, world.scenario.identities);
  if ('problem' in caller) return problem('principal', caller.problem);
  const colon = request.action.indexOf(':');
  if (colon <= 0 || colon === request.action.length - 1 || /[*?\s]/.test(request.action)) {
    return problem('action', `\`${request.action}\` is not an action: write one such as \`kms:Decrypt\`.`);
  }
  const facts = { world, request, caller };
  if (!request.action.toLowerCase().startsWith('kms:')) return otherService(facts);
  // A KMS action on another service's resource: no key is involved, so the caller's own policies are all there is.
  const arn = splitArn(request.resource ?? '');
  if (arn !== undefined && arn.service !== 'kms') return otherService(facts);
  const action = findAction(request.action);
  if (action === undefined) return problem('action', `KMS has no operation \`${request.action}\`.`);
  return kmsOperation(facts, action);
}

function problem(field: RequestProblem['field'], message: string): ReadRequest {
  return { kind: 'problems', problems: [{ field, message }] };
}

function otherService({ world, request, caller }: RequestFacts): ReadRequest {
  const facts = { world, request, caller };
  const arn = request.resource ?? '*';
  const known = world.resources.find((resource) => resource.matcher.test(arn));
  const account = known?.facts.account ?? (splitArn(arn)?.account || callerAccount(caller));
  const check =
    arn === '*'
      ? resourcelessCheck(facts, request.action, regionOf(world))
      : resourceCheck(facts, request.action, arn, account);
  return { kind: 'checks', caller, operation: request.action, checks: [check] };
}

function kmsOperation(facts: RequestFacts, action: ActionInfo): ReadRequest {
  if (action.authorizedOn === 'none') return done(facts, action, resourcelessChecks(facts, action));
  const named = keyOf(facts, action);
  if ('notFound' in named) return notFound(facts, action, named.notFound);
  if ('field' in named) return { kind: 'problems', problems: [named] };
  if (action.authorizedOn === 'alias+key') return aliasOperation(facts, action, named.key);
  switch (action.name) {
    case 'kms:ReEncrypt':
      return reEncrypt(facts, action, named);
    case 'kms:ReplicateKey':
      return done(facts, action, [
        keyCheck(facts, action.name, named.key, named.identifier),
        ...creationChecks(facts, replicaRegion(facts)),
      ]);
    case 'kms:UpdatePrimaryRegion':
      return updatePrimaryRegion(facts, action, named);
    default:
      return done(facts, action, [keyCheck(facts, action.name, named.key, named.identifier)]);
  }
}

type NamedKey = Extract<ReturnType<typeof resolveKey>, { readonly key: KeyInWorld }>;

function done({ caller }: RequestFacts, action: ActionInfo, checks: readonly Check[]): ReadRequest {
  return { kind: 'checks', caller, operation: action.name, checks };
}

function notFound({ caller }: RequestFacts, action: ActionInfo, because: string): ReadRequest {
  return { kind: 'notFound', caller, operation: action.name, because };
}

/** The key a request is about: its `resource`, the parameter that names the key, or the scenario's first key. */
function keyOf(
  { world, request, caller }: RequestFacts,
  action: ActionInfo,
): NamedKey | { readonly notFound: string } | RequestProblem {
  const parameters = request.parameters ?? {};
  const text =
    request.resource ??
    (action.keyParameter && textParameter(parameters, action.keyParameter)) ??
    world.keys[0]?.arn;
  if (text === undefined || text === '')
    return { field: 'resource', message: 'The scenario has no key to ask about.' };
  return resolveKey(text, action, caller, world);
}

function resourcelessChecks(facts: RequestFacts, action: ActionInfo): readonly Check[] {
  const region = regionOf(facts.world);
  return action.name === 'kms:CreateKey'
    ? creationChecks(facts, region)
    : [resourcelessCheck(facts, action.name, region)];
}

/** CreateKey, and TagResource where the request carries tags: from IAM policies alone, since no key exists yet (KMS-025, KMS-162). */
function creationChecks(facts: RequestFacts, region: string): readonly Check[] {
  const checks = [resourcelessCheck(facts, 'kms:CreateKey', region)];
  const tags = own(facts.request.parameters ?? {}, 'Tags');
  if (Array.isArray(tags) && tags.length > 0) {
    const account = callerAccount(facts.caller) ?? '';
    checks.push(
      resourceCheck(facts, 'kms:TagResource', `arn:aws:kms:${region}:${account}:key/new-key`, account),
    );
  }
  return checks;
}

function replicaRegion({ world, request }: RequestFacts): string {
  return textParameter(request.parameters ?? {}, 'ReplicaRegion') ?? regionOf(world);
}

function reEncrypt(facts: RequestFacts, action: ActionInfo, source: NamedKey): ReadRequest {
  const parameters = facts.request.parameters ?? {};
  const text = textParameter(parameters, 'DestinationKeyId');
  if (text === undefined) {
    return problem(
      'parameters',
      'ReEncrypt needs `DestinationKeyId`: the key that the data is encrypted under next.',
    );
  }
  const destination = resolveKey(text, action, facts.caller, facts.world);
  if ('notFound' in destination) return notFound(facts, action, destination.notFound);
  const same = destination.key === source.key;
  return done(facts, action, [
    keyCheck(facts, 'kms:ReEncryptFrom', source.key, source.identifier, same),
    keyCheck(facts, 'kms:ReEncryptTo', destination.key, destination.identifier, same),
  ]);
}

/** The permission on the alias, and on the key: UpdateAlias also on the key the alias points at now (KMS-161). */
function aliasOperation(facts: RequestFacts, action: ActionInfo, key: KeyInWorld): ReadRequest {
  const parameters = facts.request.parameters ?? {};
  const alias =
    textParameter(parameters, 'AliasName') ?? readKeyIdentifier(facts.request.resource ?? '').alias;
  if (alias === undefined)
    return problem(
      'parameters',
      `${action.name.slice(4)} needs \`AliasName\`, for example \`alias/orders\`.`,
    );
  const current = facts.world.keys.find(
    (candidate) => candidate.aliases.includes(alias) && candidate.region === key.region,
  );
  const keys = new Set([key]);
  if (action.name !== 'kms:CreateAlias' && current !== undefined) keys.add(current);
  return done(facts, action, [
    aliasCheck(facts, action.name, alias, key),
    ...[...keys].map((one) => keyCheck(facts, action.name, one, undefined)),
  ]);
}

/** On the current primary, and on the replica that becomes primary (KMS-163); a replica outside the scenario is not asked. */
function updatePrimaryRegion(facts: RequestFacts, action: ActionInfo, primary: NamedKey): ReadRequest {
  const region = textParameter(facts.request.parameters ?? {}, 'PrimaryRegion');
  const replica = facts.world.keys.find(
    (key) => key.id === primary.key.id && key.region === region && key !== primary.key,
  );
  const checks = [keyCheck(facts, action.name, primary.key, primary.identifier)];
  if (replica !== undefined) checks.push(keyCheck(facts, action.name, replica, undefined));
  return done(facts, action, checks);
}
