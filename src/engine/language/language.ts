import type { Scenario } from '../scenario/scenario.ts';
import { buildWorld } from '../world/buildWorld.ts';
import type { DocumentReader } from '../world/documents.ts';
import { complete } from './completion/complete.ts';
import type { CompletionList } from './completion/completion.ts';
import { definitions, type Definition } from './definition.ts';
import { folds } from './folds.ts';
import { formatEdits, type TextRange } from './format.ts';
import { hover } from './hover/hover.ts';
import type { HoverCard } from './hover/hoverCard.ts';
import type { OpenText, PlaceContext } from './languageContext.ts';
import { outline, type OutlineEntry } from './outline.ts';
import { placeOf } from './place.ts';
import { positionAt } from './position.ts';
import { surroundingsOf } from './surroundings.ts';
import type { TextEdit } from './textEdit.ts';

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
  /** What the word at an offset names, in other documents. */
  definitions(input: LanguageInput, offset: number): readonly Definition[];
  /** The statements or grants of a text. */
  outline(document: OpenText): readonly OutlineEntry[];
  /** What can be folded. */
  folds(document: OpenText): readonly TextRange[];
  /** What prints a text, or a part of it, evenly; nothing for a text that is no JSON. */
  format(document: OpenText, range?: TextRange): readonly TextEdit[];
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
  /** A caret behind a word is about the word. */
  const atWord = (input: LanguageInput, offset: number): PlaceContext => {
    const context = at(input, offset);
    return context.position.word === undefined ? at(input, offset - 1) : context;
  };
  return {
    complete: (input, offset) => complete(at(input, offset)) ?? null,
    hover: (input, offset) => hover(atWord(input, offset)) ?? null,
    definitions: (input, offset) => definitions(atWord(input, offset)),
    outline: ({ text, kind }) => outline(text, kind),
    folds: ({ text }) => folds(text),
    format: ({ text }, range) => formatEdits(text, range),
  };
}
