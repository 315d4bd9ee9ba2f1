import { member } from '../source/read.ts';
import type { KeyMetadata } from './scenario.ts';
import { flag, inside, json, mapOf, text } from './shape.ts';
import type { At, Reader } from './shape.ts';

const TEXTS = ['KeySpec', 'KeyUsage', 'Origin', 'KeyState', 'KeyManager', 'CustomKeyStoreId'];

/**
 * AWS's `KeyMetadata`, verbatim: unknown fields are kept and ignored; those that decide something must be of the type that
 * `DescribeKey` gives them.
 */
export const keyMetadata: Reader<KeyMetadata> = (at) => {
  const metadata = mapOf(json)(at);
  if (metadata === undefined) return undefined;
  const checks = [
    ...TEXTS.map((name) => check(at, name, text)),
    check(at, 'MultiRegion', flag),
    check(at, 'MultiRegionConfiguration', multiRegionConfiguration),
  ];
  // The checks have made sure of the fields the type names.
  return checks.every((fine) => fine) ? (metadata as KeyMetadata) : undefined;
};

/** Whether a member is absent or readable. */
function check(at: At, name: string, read: Reader<unknown>): boolean {
  const value = member(at.node, name)?.value;
  if (value === undefined) return true;
  const result = read(inside(at, name, value));
  return result !== undefined;
}

const multiRegionConfiguration: Reader<true> = (at) =>
  mapOf(json)(at) !== undefined && check(at, 'MultiRegionKeyType', text) ? true : undefined;
