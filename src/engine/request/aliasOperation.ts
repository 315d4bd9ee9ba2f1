import type { ActionInfo } from '../catalog/actions.ts';
import { splitArn } from '../vocabulary/arn.ts';
import type { KeyInWorld, World } from '../world/world.ts';
import { callerPartition } from './caller.ts';
import { textParameter } from './parameters.ts';
import { aliasCheck, keyCheck, type RequestFacts } from './prepare.ts';
import {
  notFound,
  permissions,
  problem,
  type NotFound,
  type ReadRequest,
  type RequestProblem,
} from './reading.ts';
import { isOwn, readKeyIdentifier, resolveKey } from './resolveKey.ts';

/**
 * CreateAlias, UpdateAlias and DeleteAlias: the permission on the alias, and on the key; UpdateAlias also on the key the alias
 * points at now (KMS-024, KMS-161). `AliasName` names the alias, or else the request's `resource`, as alias name or ARN.
 */
export function aliasOperation(facts: RequestFacts, action: ActionInfo): ReadRequest {
  const parameters = facts.request.parameters ?? {};
  const named = readKeyIdentifier(textParameter(parameters, 'AliasName') ?? facts.request.resource ?? '');
  const given = textParameter(parameters, 'AliasName');
  const alias = named.alias ?? given;
  if (alias === undefined || alias === '') {
    return problem(
      'parameters',
      `${action.name.slice('kms:'.length)} needs \`AliasName\`, for example \`alias/orders\`.`,
    );
  }
  const target = targetKey(facts, action, alias);
  if ('notFound' in target) return notFound(facts, action, target);
  if ('field' in target) return { kind: 'problems', problems: [target] };
  const keys = new Set([target]);
  const current = action.name === 'kms:UpdateAlias' ? keyWithAlias(facts.world, alias, target) : undefined;
  if (current !== undefined) keys.add(current);
  const checks = [
    aliasCheck(facts, action.name, alias, target),
    ...[...keys].map((key) => keyCheck(facts, action.name, key, undefined)),
  ];
  return permissions(facts, action, checks, 'KMS-161');
}

/** The key of an alias among those of one account and Region, which is where alias names are unique (KMS-033). */
export function keyWithAlias(world: World, alias: string, beside: KeyInWorld): KeyInWorld | undefined {
  return world.keys.find(
    (key) =>
      key.aliases.includes(alias) &&
      key.partition === beside.partition &&
      key.account === beside.account &&
      key.region === beside.region,
  );
}

/** The key the alias is to point at; of DeleteAlias the key it points at. */
function targetKey(
  facts: RequestFacts,
  action: ActionInfo,
  alias: string,
): KeyInWorld | NotFound | RequestProblem {
  const { world, request, caller } = facts;
  if (action.name === 'kms:DeleteAlias') {
    const owner = aliasOwner(facts, alias);
    if (owner !== undefined) return owner;
  }
  const named = request.resource !== undefined && readKeyIdentifier(request.resource).alias === undefined;
  const text = named ? request.resource : textParameter(request.parameters ?? {}, 'TargetKeyId');
  const key = text ?? world.keys[0]?.arn;
  if (key === undefined || key === '')
    return { field: 'resource', message: 'The scenario has no key to ask about.' };
  const found = resolveKey(key, action, caller, world);
  return 'key' in found ? found.key : found;
}

function aliasOwner({ world, request, caller }: RequestFacts, alias: string): KeyInWorld | undefined {
  const arn = splitArn(request.resource ?? '');
  const partition = callerPartition(caller);
  return world.keys.find(
    (key) =>
      key.aliases.includes(alias) &&
      (partition === undefined || partition === key.partition) &&
      (arn?.service === 'kms'
        ? arn.account === key.account && arn.region === key.region
        : isOwn(key, caller)),
  );
}
