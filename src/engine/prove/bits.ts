/** A set of small whole numbers. */
export type Bits = Uint32Array;

export function bitsWhere(size: number, holds: (index: number) => boolean): Bits {
  const bits = new Uint32Array(Math.ceil(size / 32));
  for (let index = 0; index < size; index++) if (holds(index)) set(bits, index);
  return bits;
}

export function has(bits: Bits, index: number): boolean {
  return (((bits[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}

function set(bits: Bits, index: number): void {
  bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31));
}

export function both(left: Bits, right: Bits): Bits {
  return left.map((word, at) => word & (right[at] ?? 0));
}

export function without(left: Bits, right: Bits): Bits {
  return left.map((word, at) => word & ~(right[at] ?? 0));
}

/** Whether two sets have nothing in common. */
export function areDisjoint(left: Bits, right: Bits): boolean {
  for (let at = 0; at < left.length; at++) if (((left[at] ?? 0) & (right[at] ?? 0)) !== 0) return false;
  return true;
}

export function isWithin(inner: Bits, outer: Bits): boolean {
  for (let at = 0; at < inner.length; at++) if (((inner[at] ?? 0) & ~(outer[at] ?? 0)) !== 0) return false;
  return true;
}

export function firstOf(bits: Bits): number | undefined {
  for (let at = 0; at < bits.length; at++) {
    const word = bits[at] ?? 0;
    if (word !== 0) return at * 32 + (31 - Math.clz32(word & -word));
  }
  return undefined;
}

export function membersOf(bits: Bits): readonly number[] {
  const members: number[] = [];
  for (let index = 0; index < bits.length * 32; index++) if (has(bits, index)) members.push(index);
  return members;
}

export function nameOf(bits: Bits): string {
  return [...bits].map((word) => word.toString(36)).join('.');
}
