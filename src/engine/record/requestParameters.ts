import type { ActionInfo } from '../catalog/actions.ts';
import { isObject, own, type Parameters } from '../request/parameters.ts';
import type { Json, ScenarioRequest } from '../scenario/scenario.ts';
import type { KeyInWorld } from '../world/world.ts';
import { lowerCamel, renamed } from './jsonObject.ts';
import {
  loggedDefaults,
  loggedNames,
  moreDefaults,
  unlogged,
  withoutParameters,
} from './loggedOperations.data.ts';

/**
 * The request's parameters as CloudTrail holds them (KMS-114, KMS-256): the encryption context as it was sent, the key as it
 * was named, some defaults spelled out, and nothing of what is encrypted, decrypted or signed.
 *
 * @param key the key asked about; its ARN stands for an identifier the scenario left out, except where a call may leave it out
 */
export function requestParameters(
  action: ActionInfo,
  request: ScenarioRequest,
  key: KeyInWorld | undefined,
): Json {
  if (withoutParameters.has(action.name)) return null;
  const given = request.parameters ?? {};
  const logged = new Map<string, Json>();
  nameKey(logged, action, request, key);
  for (const [name, value] of Object.entries(given)) {
    if (!unlogged.has(name) && value !== null) logged.set(loggedName(name), loggedValue(name, value));
  }
  for (const name of loggedDefaults[action.name] ?? []) {
    const value = own(given, name) ?? defaultOf(action, given, name);
    if (value !== undefined && !logged.has(lowerCamel(name))) logged.set(lowerCamel(name), value);
  }
  return logged.size === 0 ? null : Object.fromEntries(logged);
}

function nameKey(
  logged: Map<string, Json>,
  action: ActionInfo,
  request: ScenarioRequest,
  key: KeyInWorld | undefined,
): void {
  const parameter = action.keyParameter;
  if (parameter === undefined || own(request.parameters ?? {}, parameter) !== undefined) return;
  const isOptional = action.parameters.some(({ name, required }) => name === parameter && !required);
  const identifier = request.resource ?? (isOptional ? undefined : key?.arn);
  // An alias operation takes the alias and the key from parameters of their own.
  const fits =
    action.authorizedOn !== 'alias+key' || parameter !== 'AliasName' || identifier?.includes('alias/');
  if (identifier !== undefined && fits) logged.set(lowerCamel(parameter), identifier);
}

function loggedValue(name: string, value: Json): Json {
  if (holdsUserNames(name)) return value;
  // Policies are sent and logged as texts, however the scenario writes them.
  if (name === 'Policy' && isObject(value)) return JSON.stringify(value);
  return renamed(value, holdsUserNames);
}

/** Members whose names are the user's: they stay as they are. */
function holdsUserNames(name: string): boolean {
  return name.startsWith('EncryptionContext') || name.endsWith('EncryptionContext');
}

function loggedName(name: string): string {
  return Object.hasOwn(loggedNames, name) ? (loggedNames[name] ?? name) : lowerCamel(name);
}

function defaultOf(action: ActionInfo, given: Parameters, name: string): Json | undefined {
  // The deprecated name says what the new one does.
  if (name === 'CustomerMasterKeySpec') return own(given, 'KeySpec') ?? defaultOf(action, given, 'KeySpec');
  if (Object.hasOwn(moreDefaults, name)) return moreDefaults[name];
  const text = action.parameters.find((parameter) => parameter.name === name)?.default;
  return text === 'true' || text === 'false' ? text === 'true' : text;
}
