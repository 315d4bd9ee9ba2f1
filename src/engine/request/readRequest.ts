import { type ActionInfo, findAction } from '../catalog/actions.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import { splitArn } from '../vocabulary/arn.ts';
import type { World } from '../world/world.ts';
import { aliasOperation } from './aliasOperation.ts';
import { type Caller, callerAccount } from './caller.ts';
import { creationChecks, replicationChecks } from './creation.ts';
import { namedKey, type NamedKey } from './namedKey.ts';
import { textParameter } from './parameters.ts';
import { keyCheck, regionOf, type RequestFacts, resourceCheck, resourcelessCheck } from './prepare.ts';
import { readCaller } from './readCaller.ts';
import { notFound, permissions, problem, type ReadRequest } from './reading.ts';
import { resolveKey } from './resolveKey.ts';
import { serviceCalls } from './serviceCalls.ts';

/** Reads a request of the scenario format against a world. Never throws; what cannot be used comes back as problems. */
export function readRequest(world: World, request: ScenarioRequest): ReadRequest {
  const caller = readCaller(request, world.scenario.identities, world.keys[0]?.partition);
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

function isServiceLinked(caller: Caller): boolean {
  return caller.kind === 'roleSession' && caller.serviceLinked;
}

/** The permission of another service, and for an encrypted resource what the service asks of KMS (KMS-205). */
function otherService(facts: RequestFacts): ReadRequest {
  const { world, request, caller } = facts;
  const arn = request.resource ?? '*';
  const matching = world.resources.filter((resource) => resource.matcher.test(arn));
  const [known] = matching;
  const encrypted = matching.find((resource) => resource.facts.encryption !== undefined);
  const calls = serviceCalls(facts, arn, encrypted);
  if ('field' in calls) return { kind: 'problems', problems: [calls] };
  const account = known?.facts.account ?? (splitArn(arn)?.account || callerAccount(caller));
  const check =
    arn === '*'
      ? resourcelessCheck(facts, request.action, regionOf(world))
      : resourceCheck(facts, request.action, arn, account);
  const checks = [check, ...calls.flatMap((call) => call.checks)];
  return { kind: 'checks', caller, operation: request.action, checks, rule: 'KMS-205', serviceCalls: calls };
}

function kmsOperation(facts: RequestFacts, action: ActionInfo): ReadRequest {
  if (action.class === 'internal' && !isServiceLinked(facts.caller)) {
    return problem(
      'action',
      `\`${action.name}\` is no operation to call: KMS does it itself, with its service-linked role.`,
    );
  }
  if (action.authorizedOn === 'none') return withoutKey(facts, action);
  if (action.authorizedOn === 'alias+key') return aliasOperation(facts, action);
  const named = namedKey(facts, action);
  if ('notFound' in named) return notFound(facts, action, named);
  if ('field' in named) return { kind: 'problems', problems: [named] };
  const own = keyCheck(facts, action.name, named.key, named.identifier);
  switch (action.name) {
    case 'kms:ReEncrypt':
      return reEncrypt(facts, action, named);
    case 'kms:ReplicateKey':
      return permissions(facts, action, [own, ...replicationChecks(facts, named.key)], 'KMS-162');
    case 'kms:UpdatePrimaryRegion':
      return updatePrimaryRegion(facts, action, named);
    default:
      return permissions(facts, action, [own]);
  }
}

function withoutKey(facts: RequestFacts, action: ActionInfo): ReadRequest {
  if (action.name === 'kms:CreateKey') return permissions(facts, action, creationChecks(facts), 'KMS-164');
  return permissions(facts, action, [resourcelessCheck(facts, action.name, regionOf(facts.world))]);
}

function reEncrypt(facts: RequestFacts, action: ActionInfo, source: NamedKey): ReadRequest {
  const text = textParameter(facts.request.parameters ?? {}, 'DestinationKeyId');
  if (text === undefined) {
    return problem(
      'parameters',
      'ReEncrypt needs `DestinationKeyId`: the key that the data is encrypted under next.',
    );
  }
  const destination = resolveKey(text, { ...action, foreignKeyId: false }, facts.caller, facts.world);
  if ('notFound' in destination) return notFound(facts, action, destination);
  const same = destination.key === source.key;
  return permissions(facts, action, [
    keyCheck(facts, 'kms:ReEncryptFrom', source.key, source.identifier, same),
    keyCheck(facts, 'kms:ReEncryptTo', destination.key, destination.identifier, same),
  ]);
}

/** On the current primary, and on the replica that becomes primary (KMS-163); a replica outside the scenario is not asked. */
function updatePrimaryRegion(facts: RequestFacts, action: ActionInfo, primary: NamedKey): ReadRequest {
  const region = textParameter(facts.request.parameters ?? {}, 'PrimaryRegion');
  const replica = facts.world.keys.find(
    (key) =>
      key.id === primary.key.id &&
      key.partition === primary.key.partition &&
      key.account === primary.key.account &&
      key.region === region &&
      key !== primary.key,
  );
  const checks = [keyCheck(facts, action.name, primary.key, primary.identifier)];
  if (replica !== undefined) checks.push(keyCheck(facts, action.name, replica, undefined));
  return permissions(facts, action, checks, 'KMS-163');
}
