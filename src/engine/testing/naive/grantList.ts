import { documentOf, isList, type Json, listed, memberOf, type PlainKey, textOf } from './plain.ts';

/** The grants of a key, given as a list or as the output of `list-grants`. */
export function grantsOf(key: PlainKey): readonly Json[] {
  if (key.grants === undefined) return [];
  const document = documentOf(key.grants);
  return isList(document) ? document : listed(memberOf(document, 'Grants') ?? document);
}

/** The grant that a RetireGrant names by id or token (KMS-074). */
export function namedGrant(key: PlainKey, parameters: Json): Json | undefined {
  const id = textOf(memberOf(parameters, 'GrantId')) ?? textOf(memberOf(parameters, 'GrantToken'));
  return grantsOf(key).find((one) => id !== undefined && textOf(memberOf(one, 'GrantId')) === id);
}
