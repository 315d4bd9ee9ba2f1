import { findAction } from '#engine/catalog/actions.ts';
import { variablePart } from '#engine/catalog/conditionKeys.ts';
import { encryptionContextParameter } from '#engine/request/prepare.ts';
import { isEndpointKey } from '#engine/request/forwardedContext.ts';
import { readRequest } from '#engine/request/readRequest.ts';
import type { ContextEntry, RequestContext } from '#engine/conditions/context.ts';
import type { Json, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import { ACTION, CALLER } from './atom.ts';
import type { Cell } from './callers/cell.ts';
import type { Node } from './node.ts';
import type { Solver } from './solver.ts';
import { nameOfCaller, type Value } from './value.ts';
import type { Found, WantedKey } from './witness.ts';

/**
 * The model of a node as a request of the scenario format. Parameters carry what AWS takes from parameters; what would be derived
 * otherwise than the model has it is set in `context`.
 */
export function concrete(solver: Solver, world: World, key: KeyInWorld, node: Node): Found {
  const { universe } = solver;
  const value = (attribute: number): Value =>
    (node.states.get(attribute) ?? solver.unconstrained(attribute)).value;
  const [asked, caller] = [value(ACTION), value(CALLER)];
  const action = asked.kind === 'action' ? (universe.actions[asked.index] ?? '') : '';
  const cell = caller.kind === 'caller' ? universe.cells[caller.cell] : undefined;
  const keys: WantedKey[] = [];
  for (const [index, attribute] of universe.attributes.entries()) {
    if (attribute.kind !== 'key') continue;
    const own = value(index);
    const absent = own.kind !== 'key' || own.form === 'absent';
    keys.push({
      key: attribute.key,
      name: attribute.name,
      values: absent ? undefined : own.texts,
      multivalued: own.kind === 'key' && own.form === 'list',
      keptFromKeyPolicy: attribute.keptFromKeyPolicy,
    });
  }
  const who = cell === undefined ? {} : callerOf(cell, caller.kind === 'caller' ? caller.words : []);
  const plain: ScenarioRequest = {
    principal: '',
    ...who,
    action: action.startsWith('kms:ReEncrypt') ? 'kms:ReEncrypt' : action,
  };
  const natural = { ...plain, ...parametersOf(action, key, keys, cell) };
  return { request: withContext(world, key, natural, action, keys), action, keys };
}

function callerOf(cell: Cell, words: readonly string[]): Pick<ScenarioRequest, 'principal' | 'session'> {
  const name = nameOfCaller(cell, words);
  if (cell.session === undefined) return { principal: name };
  return { principal: cell.session, session: { issuer: name } };
}

/** Request parameters, and the service in between, for the keys that AWS takes from them. */
function parametersOf(
  action: string,
  key: KeyInWorld,
  keys: readonly WantedKey[],
  cell: Cell | undefined,
): Pick<ScenarioRequest, 'parameters' | 'viaService'> {
  const pairs = encryptionContext(action, keys);
  const parameters: Readonly<Record<string, Json>> = {
    ...NEEDED[action]?.(key),
    ...(pairs === undefined ? {} : { [encryptionContextParameter(action)]: pairs }),
    ...(action === 'kms:CreateGrant' ? grantParameters(keys) : {}),
  };
  const [via] = valuesOf(keys, 'kms:viaservice') ?? [];
  // A call that a service forwards carries no keys of an endpoint: asked against that fact, it is asked as a direct one.
  const endpoint = keys.some(({ key, values }) => values !== undefined && isEndpointKey(key));
  const direct = endpoint || cell?.kind === 'service';
  return {
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    ...(via === undefined || direct ? {} : { viaService: via }),
  };
}

function grantParameters(keys: readonly WantedKey[]): Readonly<Record<string, Json>> {
  const operations = valuesOf(keys, 'kms:grantoperations');
  const [grantee] = valuesOf(keys, 'kms:granteeprincipal') ?? [];
  return {
    ...(operations === undefined ? {} : { Operations: operations }),
    ...(grantee === undefined ? {} : { GranteePrincipal: grantee }),
  };
}

const NEEDED: Readonly<Record<string, (key: KeyInWorld) => Readonly<Record<string, Json>>>> = {
  'kms:ReEncryptFrom': (key) => ({ DestinationKeyId: key.arn }),
  'kms:ReEncryptTo': (key) => ({ DestinationKeyId: key.arn }),
  'kms:CreateAlias': (key) => ({ AliasName: 'alias/example', TargetKeyId: key.arn }),
  'kms:UpdateAlias': (key) => ({ AliasName: 'alias/example', TargetKeyId: key.arn }),
  'kms:DeleteAlias': () => ({ AliasName: 'alias/example' }),
};

function valuesOf(keys: readonly WantedKey[], key: string): readonly string[] | undefined {
  return keys.find((wanted) => wanted.key === key && !wanted.keptFromKeyPolicy)?.values;
}

function encryptionContext(
  action: string,
  keys: readonly WantedKey[],
): Readonly<Record<string, string>> | undefined {
  if (findAction(action)?.conditionKeys.includes('kms:EncryptionContextKeys') !== true) return undefined;
  if (action === 'kms:CreateGrant') return undefined;
  const pairs = new Map(keys.flatMap((wanted) => pairOf(wanted)));
  for (const name of valuesOf(keys, 'kms:encryptioncontextkeys') ?? []) {
    if (!pairs.has(name)) pairs.set(name, 'example');
  }
  return pairs.size === 0 ? undefined : Object.fromEntries(pairs);
}

function pairOf({ key, name, values }: WantedKey): readonly (readonly [string, string])[] {
  const [text] = values ?? [];
  if (text === undefined || !key.startsWith('kms:encryptioncontext:')) return [];
  const part = variablePart(name);
  return part === undefined ? [] : [[part, text]];
}

/** Sets what the request does not carry by itself, and takes away what it should not carry. */
function withContext(
  world: World,
  key: KeyInWorld,
  request: ScenarioRequest,
  action: string,
  keys: readonly WantedKey[],
): ScenarioRequest {
  const read = readRequest(world, request);
  const check =
    read.kind === 'checks'
      ? read.checks.find(
          (one) => one.action === action && one.target.kind === 'key' && one.target.key.arn === key.arn,
        )
      : undefined;
  // What a key policy alone is shown of a key comes first, so that what the request carries replaces it.
  const given = keys.toSorted(
    (left, right) => Number(right.keptFromKeyPolicy) - Number(left.keptFromKeyPolicy),
  );
  const context = Object.fromEntries(given.flatMap((wanted) => contextOf(wanted, check?.context)));
  return Object.keys(context).length === 0 ? request : { ...request, context };
}

/** A member of `context` for a key that the request would carry otherwise than it should. */
function contextOf(
  { key, name, values, multivalued, keptFromKeyPolicy }: WantedKey,
  derived: RequestContext | undefined,
): readonly (readonly [string, Json])[] {
  const entry = carriedEntry(derived, key);
  if (values === undefined) return entry === undefined || keptFromKeyPolicy ? [] : [[name, null]];
  const same = entry?.values.join('\n') === values.join('\n') && entry.multivalued === multivalued;
  return same ? [] : [[name, multivalued ? values : (values[0] ?? '')]];
}

function carriedEntry(context: RequestContext | undefined, key: string): ContextEntry | undefined {
  const entry = context?.entries.get(key);
  return entry?.state === 'present' && entry.values.length > 0 ? entry : undefined;
}
