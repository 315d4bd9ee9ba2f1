import type { ActionCell, CellEvidence, CellValue } from '#engine/access/table.ts';
import { plain } from '#engine/explain/phrase.ts';
import type { Phrase } from '#engine/explain/phrase.ts';
import { distinctEvidence } from './evidence.view.ts';
import { valueOrder } from './words.view.ts';

/** Actions that share one value, for one reason, resting on the same statements. */
export interface Reason {
  readonly value: CellValue;
  readonly because: Phrase;
  readonly evidence: readonly CellEvidence[];
  readonly actions: readonly string[];
}

/** Every action once, under its reason; what is granted first, what nothing allows last. */
export function reasons(cells: readonly ActionCell[]): readonly Reason[] {
  const found = new Map<string, Reason>();
  for (const cell of cells) {
    const evidence = distinctEvidence(cell.evidence);
    const key = JSON.stringify([
      cell.value,
      plain(cell.because),
      evidence.map((item) => [item.ref, item.span]),
    ]);
    const known = found.get(key);
    found.set(key, {
      value: cell.value,
      because: cell.because,
      evidence,
      actions: [...(known?.actions ?? []), cell.action],
    });
  }
  return [...found.values()].toSorted(
    (left, right) => valueOrder.indexOf(left.value) - valueOrder.indexOf(right.value),
  );
}
