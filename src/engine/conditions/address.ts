import ipaddr from 'ipaddr.js';

/** An IPv4 address as a 32-bit number, or the eight 16-bit groups of an IPv6 address. */
export type Address = number | readonly number[];

/** All addresses whose first `prefix` bits are those of `base`; further bits of `base` say nothing (IAM-087). */
export interface AddressRange {
  readonly base: Address;
  readonly prefix: number;
}

const longestAddress = 45; // 0000:0000:0000:0000:0000:ffff:255.255.255.255

/** Reads an IPv4 address (four decimal numbers, no leading zeros) or an IPv6 address; undefined for every other text. */
export function parseAddress(text: string): Address | undefined {
  return parseIpv4(text) ?? parseIpv6(text);
}

/** Reads an address or `address/prefix`; without a prefix the range is that one address (IAM-087). */
export function parseRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  const base = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (base === undefined) return undefined;
  const bits = typeof base === 'number' ? 32 : 128;
  if (slash < 0) return { base, prefix: bits };
  const written = text.slice(slash + 1);
  if (!/^(0|[1-9]\d{0,2})$/.test(written) || Number(written) > bits) return undefined;
  return { base, prefix: Number(written) };
}

/** Whether the address lies in the range. An IPv4 address is in no IPv6 range and the other way round. */
export function isInRange(address: Address, range: AddressRange): boolean {
  const { base, prefix } = range;
  if (typeof address === 'number') return typeof base === 'number' && sameStart(address, base, prefix, 32);
  if (typeof base === 'number') return false;
  for (let group = 0; group * 16 < prefix; group++) {
    if (!sameStart(address[group] ?? 0, base[group] ?? 0, prefix - group * 16, 16)) return false;
  }
  return true;
}

function sameStart(left: number, right: number, prefix: number, bits: number): boolean {
  if (prefix === 0) return true;
  // Shifting a 32-bit number by 32 would not shift it at all, hence the case above.
  return (left ^ right) >>> Math.max(0, bits - prefix) === 0;
}

function parseIpv4(text: string): number | undefined {
  let address = 0;
  let octets = 0;
  for (let from = 0; from <= text.length; octets++) {
    const dot = text.indexOf('.', from);
    const end = dot < 0 ? text.length : dot;
    const octet = parseOctet(text, from, end);
    if (octet === undefined) return undefined;
    address = ((address << 8) | octet) >>> 0;
    from = end + 1;
  }
  return octets === 4 ? address : undefined;
}

function parseOctet(text: string, from: number, end: number): number | undefined {
  const length = end - from;
  if (length < 1 || (length > 1 && text[from] === '0')) return undefined;
  let octet = 0;
  for (let at = from; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    octet = octet * 10 + digit;
  }
  return octet <= 255 ? octet : undefined;
}

function parseIpv6(text: string): readonly number[] | undefined {
  if (text.length > longestAddress) return undefined;
  const native = text.includes('.') ? withoutDottedTail(text) : text;
  if (native === undefined || !/^[0-9a-fA-F:]+$/.test(native) || !ipaddr.IPv6.isValid(native))
    return undefined;
  return ipaddr.IPv6.parse(native).parts;
}

/** `::1.2.3.4` → `::102:304`. The library would take some of these for IPv4-mapped addresses, and reads octets loosely. */
function withoutDottedTail(text: string): string | undefined {
  const tail = text.lastIndexOf(':') + 1;
  const address = parseIpv4(text.slice(tail));
  if (address === undefined) return undefined;
  return `${text.slice(0, tail)}${(address >>> 16).toString(16)}:${(address & 0xffff).toString(16)}`;
}
