import type { editor } from 'monaco-editor/editor/editor.api';
import type { DocumentKind } from '#engine/language/documentKind.ts';
import type { OpenText } from '#engine/language/languageContext.ts';
import type { TextId } from '#engine/source/span.ts';
import type { LanguageService } from '#state/language.ts';

/** Who answers for the text of a model. */
interface Owner {
  readonly language: LanguageService;
  readonly id: TextId;
  readonly kind: DocumentKind;
}

const owners = new Map<string, Owner>();

/** Monaco asks for all its models alike: says whose a model is, until the returned function is called. */
export function ownModel(model: editor.ITextModel, owner: Owner): () => void {
  const uri = model.uri.toString();
  owners.set(uri, owner);
  return () => {
    if (owners.get(uri) === owner) owners.delete(uri);
  };
}

/** Asks about a model's text as it is when asked. Null where nobody answers for it. */
export async function askAboutText<Answer>(
  model: editor.ITextModel,
  text: string,
  ask: (language: LanguageService, document: OpenText) => Promise<Answer | null>,
): Promise<Answer | null> {
  const owner = owners.get(model.uri.toString());
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
