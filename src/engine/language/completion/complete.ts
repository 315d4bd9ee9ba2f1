import type { PlaceContext } from '../languageContext.ts';
import type { Position } from '../position.ts';
import { completeActions } from './actions.ts';
import type { Completion, CompletionEdit, CompletionList } from './completion.ts';

/** What can be entered at a place, best first; undefined where there is nothing to say. */
export function complete(context: PlaceContext): CompletionList | undefined {
  const items = itemsAt(context);
  if (items.length === 0) return undefined;
  return { ...replaced(context), items, edits: missingCommas(context.position) };
}

function itemsAt(context: PlaceContext): readonly Completion[] {
  switch (context.place.kind) {
    case 'action':
      return completeActions(context);
    default:
      return [];
  }
}

/** The whole word with its quotes, as far as they are there. */
function replaced({ position: { word }, offset }: PlaceContext): Pick<CompletionList, 'from' | 'to'> {
  if (word === undefined) return { from: offset, to: offset };
  const { from, to, quoted, unclosed } = word;
  return { from: quoted ? from - 1 : from, to: quoted && !unclosed ? to + 1 : to };
}

function missingCommas({ commaMissingAt }: Position): readonly CompletionEdit[] {
  return commaMissingAt === undefined ? [] : [{ at: commaMissingAt, insert: ',' }];
}
