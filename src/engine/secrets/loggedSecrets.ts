import { isList, isObject, own, pairsOf } from '../request/parameters.ts';
import type { Json, ScenarioRequest } from '../scenario/scenario.ts';
import { type SecretKind, secretKind } from './secretValue.ts';

/** A value of a request that CloudTrail would hold in plaintext and that should not be read there. */
export interface LoggedSecret {
  /** The request parameter, `EncryptionContext`. */
  readonly parameter: string;
  /** Name of the pair. */
  readonly key: string;
  readonly kind: SecretKind;
}

/**
 * Looks through what a request puts into CloudTrail as it stands: encryption contexts, also those of grant constraints, tags
 * and descriptions (KMS-114, KMS-258).
 */
export function loggedSecrets(request: ScenarioRequest): readonly LoggedSecret[] {
  return loggedPairs(request).flatMap(({ parameter, key, value }) => {
    // Set by AWS services and by the AWS Encryption SDK, whose public key stands there by design.
    if (/^aws(?::|-crypto-)/.test(key)) return [];
    const kind = secretKind(key, value) ?? secretKind('', key);
    return kind === undefined ? [] : [{ parameter, key, kind }];
  });
}

interface Pair {
  readonly parameter: string;
  readonly key: string;
  readonly value: string;
}

function loggedPairs({ parameters = {} }: ScenarioRequest): readonly Pair[] {
  const contexts = Object.keys(parameters).filter((name) => name.endsWith('EncryptionContext'));
  const constraints = own(parameters, 'Constraints');
  const description = own(parameters, 'Description');
  return [
    ...contexts.flatMap((name) => pairs(name, own(parameters, name))),
    ...(isObject(constraints)
      ? Object.keys(constraints).flatMap((name) => pairs(`Constraints.${name}`, own(constraints, name)))
      : []),
    ...tagPairs(own(parameters, 'Tags')),
    ...(typeof description === 'string'
      ? [{ parameter: 'Description', key: 'Description', value: description }]
      : []),
  ];
}

function pairs(parameter: string, value: Json | undefined): readonly Pair[] {
  return [...pairsOf(value)].map(([key, text]) => ({ parameter, key, value: text }));
}

function tagPairs(tags: Json | undefined): readonly Pair[] {
  if (!isList(tags)) return [];
  return tags.flatMap((tag) => {
    const one = pairsOf(tag);
    const key = one.get('TagKey');
    return key === undefined ? [] : [{ parameter: 'Tags', key, value: one.get('TagValue') ?? '' }];
  });
}
