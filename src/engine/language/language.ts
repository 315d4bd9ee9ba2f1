import type { Scenario } from '../scenario/scenario.ts';
import { buildWorld } from '../world/buildWorld.ts';
import type { DocumentReader } from '../world/documents.ts';
import { complete } from './completion/complete.ts';
import type { CompletionList } from './completion/completion.ts';
import { hover } from './hover/hover.ts';
import type { HoverCard } from './hover/hoverCard.ts';
import type { OpenText, PlaceContext } from './languageContext.ts';
import { placeOf } from './place.ts';
import { positionAt } from './position.ts';
import { surroundingsOf } from './surroundings.ts';

/** A text of a scenario as it is in the editor, and the scenario: other documents know names that fit here. */
export interface LanguageInput {
  readonly scenario: Scenario;
  readonly document: OpenText;
}

/** What an editor asks about a text. Every answer is about the very text that was asked about, in its offsets. */
export interface Language {
  /** What can be entered at an offset. Null: nothing to offer. */
  complete(input: LanguageInput, offset: number): CompletionList | null;
  /** What the word at an offset means. Null: no word, or an unknown one. */
  hover(input: LanguageInput, offset: number): HoverCard | null;
}

/** @param reader the one that reads the scenario for answers, so that its texts are not read again. */
export function createLanguage(reader: DocumentReader): Language {
  const at = ({ scenario, document }: LanguageInput, offset: number): PlaceContext => {
    const position = positionAt(document.text, offset);
    return {
      document,
      world: buildWorld(scenario, reader),
      offset,
      position,
      place: placeOf(position, document.kind),
      around: surroundingsOf(document.text, offset, position),
    };
  };
  return {
    complete: (input, offset) => complete(at(input, offset)) ?? null,
    // A caret behind a word is about the word.
    hover: (input, offset) => hover(at(input, offset)) ?? hover(at(input, offset - 1)) ?? null,
  };
}
