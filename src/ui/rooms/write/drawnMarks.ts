import type { editor, IRange } from 'monaco-editor/editor/editor.api';

/** What is drawn onto a text, as far as it is ours. */
export interface DrawnMarks {
  /** Draws these in the place of all others. What stands where it should, looking as it should, is left alone. */
  readonly set: (decorations: readonly editor.IModelDeltaDecoration[]) => void;
  readonly clear: () => void;
}

type Model = Pick<editor.ITextModel, 'deltaDecorations' | 'getDecorationRange'>;

interface Drawn {
  readonly id: string;
  readonly look: string;
}

/** The marks on a model: none at first. An edit moves most of them to where they are wanted, so that few are drawn again. */
export function drawnMarks(model: Model): DrawnMarks {
  let drawn: readonly Drawn[] = [];

  function set(decorations: readonly editor.IModelDeltaDecoration[]): void {
    const inPlace = new Map<string, Drawn[]>();
    for (const each of drawn) {
      const range = model.getDecorationRange(each.id);
      const key = range === null ? each.id : keyOf(each.look, range);
      inPlace.set(key, [...(inPlace.get(key) ?? []), each]);
    }
    const kept: Drawn[] = [];
    const missing: { readonly decoration: editor.IModelDeltaDecoration; readonly look: string }[] = [];
    for (const decoration of decorations) {
      const look = JSON.stringify(decoration.options);
      const same = inPlace.get(keyOf(look, decoration.range))?.pop();
      if (same === undefined) missing.push({ decoration, look });
      else kept.push(same);
    }
    const gone = [...inPlace.values()].flat().map(({ id }) => id);
    if (gone.length === 0 && missing.length === 0) return;
    const ids = model.deltaDecorations(
      gone,
      missing.map(({ decoration }) => decoration),
    );
    drawn = [
      ...kept,
      ...missing.flatMap(({ look }, index) => ids.slice(index, index + 1).map((id) => ({ id, look }))),
    ];
  }
  return { set, clear: () => set([]) };
}

function keyOf(look: string, range: IRange): string {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = range;
  return `${startLineNumber} ${startColumn} ${endLineNumber} ${endColumn} ${look}`;
}
