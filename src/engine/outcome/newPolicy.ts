import { parsePolicy } from '../policy/parsePolicy.ts';
import type { ParsedPolicy } from '../policy/policy.ts';
import { isObject, own } from '../request/parameters.ts';
import type { KmsCall } from './call.ts';

/** The `Policy` parameter of CreateKey, PutKeyPolicy or ReplicateKey. */
export type NewPolicy =
  | { readonly kind: 'none' }
  /** Neither an object nor a text. */
  | { readonly kind: 'noDocument' }
  | {
      readonly kind: 'document';
      /** As it is sent; of an object the shortest text there is. */
      readonly text: string;
    };

const carriers: ReadonlySet<string> = new Set(['kms:CreateKey', 'kms:PutKeyPolicy', 'kms:ReplicateKey']);

/** The policy a call carries, as an object or as the escaped string the API takes (scenario format). */
export function newPolicyOf({ action, parameters }: KmsCall): NewPolicy {
  const given = carriers.has(action.name) ? (own(parameters, 'Policy') ?? null) : null;
  if (given === null) return { kind: 'none' };
  if (typeof given === 'string') return { kind: 'document', text: given };
  return isObject(given) ? { kind: 'document', text: JSON.stringify(given) } : { kind: 'noDocument' };
}

/** Reads a new policy as a key policy; its places point into a text of its own. */
export function readNewPolicy(text: string): ParsedPolicy {
  return parsePolicy(text, { id: 'parameters/Policy', type: 'key', name: 'key' });
}
