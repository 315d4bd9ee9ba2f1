import type { editor } from 'monaco-editor/editor/editor.api';

/** What is known of each model: Monaco asks its providers about all of them alike. */
export class PerModel<Known> {
  readonly #known = new Map<string, Known>();

  of(model: editor.ITextModel): Known | undefined {
    return this.#known.get(model.uri.toString());
  }

  /** Says what is known of a model, until the returned function is called. */
  tell(model: editor.ITextModel, known: Known): () => void {
    const uri = model.uri.toString();
    this.#known.set(uri, known);
    return () => {
      if (this.#known.get(uri) === known) this.#known.delete(uri);
    };
  }
}
