import type { Json } from '../scenario/scenario.ts';

export type Parameters = Readonly<Record<string, Json>>;

/** A parameter as text: texts as they are, numbers and booleans as JSON writes them; undefined for everything else. */
export function textParameter(parameters: Parameters, name: string): string | undefined {
  return asText(own(parameters, name));
}

export function asText(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A list of texts; a single text counts as a list of one. */
export function listParameter(parameters: Parameters, name: string): readonly string[] {
  const value = own(parameters, name);
  const items: readonly Json[] = isList(value) ? value : value === undefined ? [] : [value];
  return items.flatMap((item) => asText(item) ?? []);
}

/** The pairs of an object parameter such as `EncryptionContext`; values that are no texts are taken as their text (KMS-103). */
export function pairsParameter(parameters: Parameters, name: string): ReadonlyMap<string, string> {
  return pairsOf(own(parameters, name));
}

export function pairsOf(value: Json | undefined): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  if (!isObject(value)) return pairs;
  for (const [key, item] of Object.entries(value)) {
    const text = asText(item);
    if (text !== undefined) pairs.set(key, text);
  }
  return pairs;
}

/** A member of an object parameter. */
export function memberParameter(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) ? own(value, name) : undefined;
}

/** A parameter by its exact name; names that objects have by themselves (`constructor`) are not parameters. */
export function own(parameters: Parameters, name: string): Json | undefined {
  return Object.hasOwn(parameters, name) ? parameters[name] : undefined;
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
