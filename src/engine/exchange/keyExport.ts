import type { KeyMetadata } from '../scenario/scenario.ts';
import type { JsonNode } from '../source/json.ts';

/** A key as it leaves Keyway: its policy as a tree, and the facts that the other formats have a place for. */
export interface KeyExport {
  readonly arn: string;
  readonly region: string;
  readonly policy: JsonNode;
  /** The name it has in code: letters, digits and underscores, beginning with a letter. */
  readonly name: string;
  readonly metadata: KeyMetadata;
  readonly aliases: readonly string[];
  readonly tags: readonly (readonly [string, string])[];
}

/** A field of `KeyMetadata` that is a text and not AWS's default. */
export function factOf(
  metadata: KeyMetadata,
  field: 'Description' | 'KeySpec' | 'KeyUsage' | 'Origin',
): string | undefined {
  const value = metadata[field];
  const standard = {
    Description: '',
    KeySpec: 'SYMMETRIC_DEFAULT',
    KeyUsage: 'ENCRYPT_DECRYPT',
    Origin: 'AWS_KMS',
  };
  return typeof value === 'string' && value !== standard[field] ? value : undefined;
}

/** `orders_key` for "Orders key!": a name that every format takes. */
export function codeName(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 40);
  return name === '' ? 'key' : name;
}

/** `OrdersKey` for `orders_key`. */
export function pascalName(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
