import type { PlainValue } from '../source/plainValue.ts';

/**
 * A statement in one way of writing it, so that equal texts mean the same: without its Sid, a single value as a list, lists and members
 * in order (IAM-004, IAM-070). Two ways of saying the same that differ in more than that are two statements.
 */
export function canonicalStatement(statement: PlainValue): string {
  if (!isObject(statement)) return JSON.stringify(statement);
  const { Sid: _sid, ...rest } = statement;
  return JSON.stringify(canonical(rest));
}

function canonical(value: PlainValue): PlainValue {
  if (isObject(value)) {
    return Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, inner]): PlainValue => [name, canonical(inner)]);
  }
  const list: readonly PlainValue[] = isList(value) ? value : [value];
  return [
    ...new Set(
      list.map((item) =>
        typeof item === 'string' ? item : JSON.stringify(isObject(item) ? canonical(item) : item),
      ),
    ),
  ].toSorted();
}

function isObject(value: PlainValue): value is { readonly [name: string]: PlainValue } {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}
