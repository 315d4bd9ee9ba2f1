import type { PlaceContext } from '../languageContext.ts';
import { aboutAction } from './actions.ts';
import type { HoverCard } from './hoverCard.ts';

/** What the word at a place means here; undefined where there is no word, or nothing is known about it. */
export function hover(context: PlaceContext): HoverCard | undefined {
  const { word } = context.position;
  if (word === undefined) return undefined;
  const about = aboutWord(context, word.value);
  return about === undefined ? undefined : { from: word.from, to: word.to, ...about };
}

function aboutWord(
  { place, document }: PlaceContext,
  word: string,
): Pick<HoverCard, 'title' | 'lines' | 'page'> | undefined {
  switch (place.kind) {
    case 'action':
      return aboutAction(word, document.kind);
    case 'grantOperation':
      return aboutAction(word, 'grants');
    default:
      return undefined;
  }
}
