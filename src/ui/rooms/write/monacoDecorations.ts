import type { editor, IRange } from 'monaco-editor/editor/editor.api';
import type { EditorMarks, Highlight, LineNote, TextRange } from './editorMarks.ts';
import { escapeMarkdown } from './language/markdown.ts';

/** The classes the marks are drawn with. */
export interface MarkClasses {
  readonly barAllow: string;
  readonly barDeny: string;
  readonly litLines: string;
  readonly litMargin: string;
  readonly litText: string;
  readonly noteMark: string;
  readonly noteWords: string;
  readonly noteDecides: string;
  readonly noteMarks: Readonly<Record<string, string>>;
}

// Values of Monaco's enums, which cannot be imported without the whole editor.
const neverGrows: editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges = 1;
const noCursorStops: editor.InjectedTextCursorStops.None = 3;

/** The marks as Monaco's decorations. */
export function monacoDecorations(
  marks: EditorMarks,
  classes: MarkClasses,
): readonly editor.IModelDeltaDecoration[] {
  return [
    ...marks.bars.map(({ effect, from, to }) => ({
      range: wholeLines(from, to),
      options: {
        isWholeLine: true,
        marginClassName: effect === 'Allow' ? classes.barAllow : classes.barDeny,
        stickiness: neverGrows,
        zIndex: 2,
      },
    })),
    ...marks.highlights.map((highlight) => highlightDecoration(highlight, classes)),
    ...marks.notes.map((note) => noteDecoration(note, classes)),
    ...marks.hovers.map(({ range, words }) => ({
      range: toRange(range),
      options: { hoverMessage: { value: escapeMarkdown(words) }, stickiness: neverGrows },
    })),
  ];
}

function highlightDecoration(
  { range, isWholeLines }: Highlight,
  classes: MarkClasses,
): editor.IModelDeltaDecoration {
  if (!isWholeLines)
    return { range: toRange(range), options: { className: classes.litText, stickiness: neverGrows } };
  return {
    range: wholeLines(range.start.line, range.end.line),
    options: {
      isWholeLine: true,
      className: classes.litLines,
      marginClassName: classes.litMargin,
      stickiness: neverGrows,
      zIndex: 1,
    },
  };
}

function noteDecoration(note: LineNote, classes: MarkClasses): editor.IModelDeltaDecoration {
  const { at, mark, words, decides, isShort } = note;
  const decided = decides ? ` ${classes.noteDecides} ${classes.noteMarks[mark] ?? ''}` : '';
  const injected = (content: string, inlineClassName: string): editor.InjectedTextOptions => ({
    content,
    inlineClassName,
    inlineClassNameAffectsLetterSpacing: true,
    cursorStops: noCursorStops,
  });
  return {
    range: { startLineNumber: at.line, startColumn: at.column, endLineNumber: at.line, endColumn: at.column },
    options: {
      showIfCollapsed: true,
      stickiness: neverGrows,
      before: injected('\u00a0', `${classes.noteMark} ${classes.noteMarks[mark] ?? ''}`),
      ...(isShort ? {} : { after: injected(words, `${classes.noteWords}${decided}`) }),
    },
  };
}

function wholeLines(from: number, to: number): IRange {
  return { startLineNumber: from, startColumn: 1, endLineNumber: to, endColumn: 1 };
}

export function toRange({ start, end }: TextRange): IRange {
  return {
    startLineNumber: start.line,
    startColumn: start.column,
    endLineNumber: end.line,
    endColumn: end.column,
  };
}
