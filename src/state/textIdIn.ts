import type { Scenario } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import { documentsOf } from '#engine/scenario/mapDocuments.ts';

/** The id for a new text: the wanted one, with a number after it where another text has it. */
export function textIdIn(scenario: Scenario, wanted: TextId): TextId {
  return freeName(wanted, new Set(documentsOf(scenario).map(({ id }) => id)), '~');
}

/** The wanted name, with the first number from 2 that makes it one that is not taken. */
export function freeName(wanted: string, taken: ReadonlySet<string | undefined>, before = '-'): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${before}${number}`;
  return name;
}
