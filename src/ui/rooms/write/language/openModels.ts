import type { editor } from 'monaco-editor/editor/editor.api';
import type { DocumentKind } from '#engine/language/documentKind.ts';
import type { OpenText } from '#engine/language/languageContext.ts';
import type { TextId } from '#engine/source/span.ts';
import type { LanguageService } from '#state/language.ts';
import { PerModel } from './perModel.ts';

/** Who answers for the text of a model. */
interface Owner {
  readonly language: LanguageService;
  readonly id: TextId;
  readonly kind: DocumentKind;
}

export const owners = new PerModel<Owner>();

/** Asks about a model's text as it is when asked. Null where nobody answers for it. */
export async function askAboutText<Answer>(
  model: editor.ITextModel,
  text: string,
  ask: (language: LanguageService, document: OpenText) => Promise<Answer | null>,
): Promise<Answer | null> {
  const owner = owners.of(model);
  return owner === undefined ? null : ask(owner.language, { id: owner.id, kind: owner.kind, text });
}

/** As `askAboutText`, for places that must fit the text now: null, too, where it has changed before the answer came. */
export async function askAbout<Answer>(
  model: editor.ITextModel,
  ask: (language: LanguageService, document: OpenText) => Promise<Answer | null>,
): Promise<Answer | null> {
  const version = model.getVersionId();
  const answer = await askAboutText(model, model.getValue(), ask);
  return !model.isDisposed() && model.getVersionId() === version ? answer : null;
}
