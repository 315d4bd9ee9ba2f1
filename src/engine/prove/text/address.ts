import { parseAddress, parseRange } from '#engine/conditions/address.ts';

/** An address as one number, of version 4 or 6. */
export interface AddressNumber {
  readonly version: 4 | 6;
  readonly value: bigint;
}

/** A block of addresses, from the first to the last. */
export interface Block {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

export const LAST_ADDRESS = { 4: (1n << 32n) - 1n, 6: (1n << 128n) - 1n } as const;

export function addressNumber(text: string): AddressNumber | undefined {
  const address = parseAddress(text);
  return address === undefined ? undefined : numberOf(address);
}

/** Reads `203.0.113.0/24` or a single address. */
export function readBlock(text: string): Block | undefined {
  const range = parseRange(text);
  if (range === undefined) return undefined;
  const { version, value } = numberOf(range.base);
  const rest = BigInt((version === 4 ? 32 : 128) - range.prefix);
  const first = (value >> rest) << rest;
  return { version, first, last: first + (1n << rest) - 1n };
}

export function contains(block: Block, { version, value }: AddressNumber): boolean {
  return block.version === version && block.first <= value && value <= block.last;
}

export function printAddress({ version, value }: AddressNumber): string {
  const [bits, count] = version === 4 ? [8n, 4] : [16n, 8];
  const groups: string[] = [];
  for (let group = 0; group < count; group++) {
    const part = (value >> (bits * BigInt(group))) & ((1n << bits) - 1n);
    groups.unshift(version === 4 ? String(part) : part.toString(16));
  }
  return groups.join(version === 4 ? '.' : ':');
}

function numberOf(address: number | readonly number[]): AddressNumber {
  if (typeof address === 'number') return { version: 4, value: BigInt(address) };
  return { version: 6, value: address.reduce((value, group) => (value << 16n) | BigInt(group), 0n) };
}
