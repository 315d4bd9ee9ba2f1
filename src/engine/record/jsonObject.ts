import { isList, isObject } from '../request/parameters.ts';
import type { Json } from '../scenario/scenario.ts';
import type { JsonObject } from './record.ts';

/** An object of the members that have a value. */
export function objectOf(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const object: Record<string, Json> = {};
  for (const [name, value] of Object.entries(members)) if (value !== undefined) object[name] = value;
  return object;
}

/** CloudTrail writes member names with a small first letter, and no other one: `AWSAccountId` is `aWSAccountId`. */
export function lowerCamel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** A value of the API with its member names as CloudTrail writes them. `isData` names members whose own names are the user's. */
export function renamed(value: Json, isData: (name: string) => boolean): Json {
  if (isList(value)) return value.map((item) => renamed(item, isData));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      lowerCamel(name),
      isData(name) ? member : renamed(member, isData),
    ]),
  );
}
