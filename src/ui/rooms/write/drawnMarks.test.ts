import { expect, test } from 'vitest';
import type { editor } from 'monaco-editor/editor/editor.api';
import { drawnMarks } from './drawnMarks.ts';

type Decoration = editor.IModelDeltaDecoration;

/** Decorations as a model keeps them: each under a new name, where it was put or moved to. */
function model() {
  const standing = new Map<string, Decoration>();
  const changes: { readonly gone: number; readonly made: number }[] = [];
  let count = 0;
  return {
    changes,
    lines: () => [...standing.values()].map(({ range }) => range.startLineNumber).toSorted((a, b) => a - b),
    move(by: number) {
      for (const [id, each] of standing) {
        const line = each.range.startLineNumber + by;
        standing.set(id, at(line, each.options.className ?? ''));
      }
    },
    deltaDecorations(old: string[], next: Decoration[]) {
      changes.push({ gone: old.length, made: next.length });
      for (const id of old) standing.delete(id);
      return next.map((decoration) => {
        const id = String((count += 1));
        standing.set(id, decoration);
        return id;
      });
    },
    getDecorationRange: (id: string) =>
      (standing.get(id)?.range ?? null) as ReturnType<editor.ITextModel['getDecorationRange']>,
  };
}

function at(line: number, className: string): Decoration {
  const range = { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 };
  return { range, options: { className } };
}

test('marks that an edit has moved to where they are wanted are left alone', () => {
  const on = model();
  const marks = drawnMarks(on);
  marks.set([at(1, 'bar'), at(4, 'bar')]);
  on.move(2);
  marks.set([at(3, 'bar'), at(6, 'bar')]);
  expect(on.changes).toEqual([{ gone: 0, made: 2 }]);
});

test('what stands elsewhere, looks otherwise or is one of a kind too few is drawn again', () => {
  const on = model();
  const marks = drawnMarks(on);
  marks.set([at(1, 'bar'), at(4, 'bar'), at(8, 'note')]);
  marks.set([at(1, 'bar'), at(1, 'bar'), at(5, 'bar'), at(8, 'other')]);
  expect(on.changes.at(-1)).toEqual({ gone: 2, made: 3 });
  expect(on.lines()).toEqual([1, 1, 5, 8]);
});

test('nothing is left behind', () => {
  const on = model();
  const marks = drawnMarks(on);
  marks.set([at(1, 'bar'), at(4, 'bar')]);
  marks.set([at(4, 'bar'), at(5, 'bar')]);
  marks.clear();
  expect(on.lines()).toEqual([]);
});
