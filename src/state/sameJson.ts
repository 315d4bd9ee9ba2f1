/**
 * Whether two plain values say the same: the order of fields, fields that are `undefined`, and the texts remembered as
 * fallbacks do not count.
 */
export function sameJson(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left, inOrder) === JSON.stringify(right, inOrder);
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([name]) => name !== 'fallback');
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
