const deepest = 64;

/** Whether two JSON values say the same; the order of an object's members and members that are undefined don't count. */
export function sameJson(left: unknown, right: unknown, depth = 0): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (depth === deepest || Array.isArray(left) !== Array.isArray(right)) return false;
  const leftMembers = membersOf(left);
  const rightMembers = new Map(membersOf(right));
  return (
    leftMembers.length === rightMembers.size &&
    leftMembers.every(
      ([key, value]) => rightMembers.has(key) && sameJson(value, rightMembers.get(key), depth + 1),
    )
  );
}

function membersOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}
