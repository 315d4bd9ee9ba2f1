import { interned } from '../vocabulary/interned.ts';

const remembered = new Map<string, string>();

// Tags and encryption contexts may name any key; the memory stays bounded whatever they name.
const MOST_REMEMBERED = 4096;
const LONGEST_REMEMBERED = 256;

/** A condition key's name in lower case, as contexts are looked up (IAM-072); the same string each time, so that look-ups are quick. */
export function keyName(key: string): string {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const name = interned(key.toLowerCase());
  if (remembered.size < MOST_REMEMBERED && key.length <= LONGEST_REMEMBERED) remembered.set(key, name);
  return name;
}
