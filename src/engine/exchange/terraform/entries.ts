import type { Value } from '../value.ts';
import type { Scope } from './evaluate.ts';

/** An item of a list or a member of an object, as a loop sees it. */
export interface Entry {
  readonly key: Value;
  readonly value: Value;
}

/** Items with their keys; undefined where they are not known one by one. */
export function entriesOf(list: Value): readonly Entry[] | undefined {
  if (list.kind === 'object') return list.members;
  if (list.kind !== 'list') return undefined;
  const items: Value[] = [];
  for (const item of list.items) {
    if (item.kind !== 'spread') items.push(item);
    else if (item.list.kind === 'list') for (const inner of item.list.items) items.push(inner);
    else return undefined;
  }
  return items.map((value, index) => ({
    key: { kind: 'number', span: value.span, lexeme: String(index) },
    value,
  }));
}

/** The scope within a loop: its one name is the value, two are key and value. */
export function bound(scope: Scope, names: readonly string[], { key, value }: Entry): Scope {
  const [first = '', second] = names;
  return new Map([
    ...scope,
    ...(second === undefined
      ? ([[first, value]] as const)
      : ([
          [first, key],
          [second, value],
        ] as const)),
  ]);
}
