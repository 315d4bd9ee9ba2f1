import { policyDocument } from './documentSource.ts';
import type { Expectation } from './scenario.ts';
import { contextValue, flag, json, listOf, mapOf, oneOf, optional, record, required, text } from './shape.ts';
import type { At, Reader } from './shape.ts';

const decision = oneOf(['allowed', 'explicitDeny', 'implicitDeny', 'denied']);

const expectationObject = record({
  decision: optional(decision),
  statements: optional(listOf(text)),
  // An error of null (none) is a value of its own; undefined would mean that reading failed.
  error: optional((at: At): { readonly name: string | null } | undefined => {
    if (at.node.kind === 'null') return { name: null };
    const name = text(at);
    return name === undefined ? undefined : { name };
  }),
});

/** `"expect": "allowed"` or the object with decision, statements and error. */
const expectation: Reader<Expectation> = (at) => {
  if (at.node.kind === 'string') {
    const word = decision(at);
    return word === undefined ? undefined : { decision: word };
  }
  const read = expectationObject(at);
  if (read === undefined) return undefined;
  const { error, ...rest } = read;
  return error === undefined ? rest : { ...rest, error: error.name };
};

/** An entry of `requests`. */
export const requestShape = record({
  name: optional(text),
  principal: required(text),
  action: required(text),
  resource: optional(text),
  parameters: optional(mapOf(json)),
  context: optional(mapOf(contextValue)),
  session: optional(
    record({
      policies: optional(listOf(policyDocument)),
      tags: optional(mapOf(text)),
      mfaAuthenticated: optional(flag),
      issuer: optional(text),
    }),
  ),
  viaService: optional(text),
  ciphertext: optional(record({ key: optional(text), encryptionContext: optional(mapOf(text)) })),
  expect: optional(expectation),
});
