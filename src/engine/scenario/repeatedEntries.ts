import type { JsonNode } from '../source/json.ts';
import { pointerTo } from '../source/pointer.ts';
import type { Problems } from '../source/problems.ts';
import { quoted } from '../source/quote.ts';
import { where } from './shape.ts';
import { asArray, asSourced, memberValue } from '../source/read.ts';

/** Lists in which two entries about the same thing would contradict each other, and the field that says what it is. */
const IDENTIFIED_BY: readonly (readonly [string, string])[] = [
  ['accounts', 'id'],
  ['keys', 'arn'],
  ['identities', 'arn'],
  ['vpcEndpoints', 'id'],
];

/** Reports the second entry about one account, key, identity or endpoint. */
export function checkRepeatedEntries(problems: Problems, scenario: JsonNode, pointer: string): void {
  for (const [list, field] of IDENTIFIED_BY) {
    const seen = new Set<string>();
    for (const [index, entry] of (asArray(memberValue(scenario, list))?.items ?? []).entries()) {
      const name = asSourced(memberValue(entry, field));
      if (name === undefined) continue;
      const place = pointerTo(pointerTo(pointerTo(pointer, list), index), field);
      if (seen.has(name.value)) {
        const message = `${where(place)} is ${quoted(name.value)}, which an earlier entry already describes.`;
        problems.add('REPEATED_ENTRY', 'error', name.span, message, 'Merge the two entries.');
      }
      seen.add(name.value);
    }
  }
}
