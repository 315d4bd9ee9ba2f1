import type { StatementNote } from '#engine/explain/answer.ts';
import type { Effect } from '#engine/policy/policy.ts';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import { lineIndex } from '#engine/source/lines.ts';
import type { LineColumn, LineIndex } from '#engine/source/lines.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import type { DocumentReport } from '#engine/study.ts';
import type { MarkKind } from '#kit/verdict.ts';

/** Lines and columns from 1. A column counts UTF-16 units; `end` is exclusive. */
export interface TextRange {
  readonly start: LineColumn;
  readonly end: LineColumn;
}

/** The bar beside a statement: what its Effect is, over its lines. */
export interface EffectBar {
  readonly effect: Effect;
  readonly from: number;
  readonly to: number;
}

/** What a statement did for the request, said at its first line. */
export interface LineNote {
  readonly ref: string;
  /** Where it is drawn: after the opening brace, or after the last character of that line. */
  readonly at: LineColumn;
  readonly mark: MarkKind;
  readonly words: string;
  readonly decides: boolean;
  /** Several statements begin on this line: there is room for marks only. */
  readonly isShort: boolean;
}

/** What the highlighter lies on: whole lines, or a stretch within one line. */
export interface Highlight {
  readonly range: TextRange;
  readonly isWholeLines: boolean;
}

export interface Squiggle<Of extends Diagnostic = Diagnostic> {
  readonly range: TextRange;
  readonly diagnostic: Of;
}

/** What a statement says when it is pointed at, for those who cannot see the note at its first line. */
export interface StatementHover {
  readonly range: TextRange;
  readonly words: string;
}

/** Everything an editor draws onto one text, as data. */
export interface EditorMarks {
  readonly bars: readonly EffectBar[];
  readonly notes: readonly LineNote[];
  readonly highlights: readonly Highlight[];
  readonly hovers: readonly StatementHover[];
}

export interface MarksInput {
  readonly text: string;
  readonly report: DocumentReport;
  readonly notes: readonly StatementNote[];
  /** Whether the notes stand at the ends of lines; pointing at a statement says its note either way. */
  readonly showsNotes: boolean;
  /** Places in any text; only those in this one are drawn. */
  readonly lit: readonly SourceSpan[];
}

/** The marks of a report and an answer onto the very text they were made from. */
export function editorMarks({ text, report, notes, showsNotes, lit }: MarksInput): EditorMarks {
  const lines = lineIndex(text);
  const range = (span: SourceSpan) => ({ start: lines.at(span.from), end: lines.at(span.to) });
  return {
    bars: report.statements.flatMap(({ effect, span }) => {
      const { start, end } = range(span);
      return effect === undefined ? [] : [{ effect, from: start.line, to: end.line }];
    }),
    notes: showsNotes ? lineNotes(text, lines, notes, report.id) : [],
    highlights: lit
      .filter((span) => span.text === report.id)
      .map((span) => ({ range: range(span), isWholeLines: takesWholeLines(span, report, range(span)) })),
    hovers: report.statements.flatMap(({ ref, label, span }) => {
      const note = notes.find((each) => each.ref === ref && each.span.text === report.id);
      return note === undefined ? [] : [{ range: range(span), words: `${label}: ${note.words}` }];
    }),
  };
}

/** The statement a line belongs to: the innermost, should they nest. */
export function statementAt(
  report: DocumentReport,
  text: string,
  line: number,
): DocumentReport['statements'][number] | undefined {
  const lines = lineIndex(text);
  return report.statements
    .filter(({ span }) => lines.at(span.from).line <= line && lines.at(span.to).line >= line)
    .toSorted((left, right) => left.span.to - left.span.from - (right.span.to - right.span.from))[0];
}

/** Problems with their places; a problem about nothing visible gets one character to stand under. */
export function squiggles<Of extends Diagnostic>(
  text: string,
  diagnostics: readonly Of[],
): readonly Squiggle<Of>[] {
  const lines = lineIndex(text);
  return diagnostics.map((diagnostic) => {
    const { from, to } = diagnostic.span;
    const start = from >= text.length ? Math.max(0, text.trimEnd().length - 1) : from;
    return { diagnostic, range: { start: lines.at(start), end: lines.at(Math.max(to, start + 1)) } };
  });
}

function takesWholeLines(span: SourceSpan, report: DocumentReport, range: TextRange): boolean {
  if (range.start.line !== range.end.line) return true;
  return report.statements.some(
    (statement) => span.from <= statement.span.from && span.to >= statement.span.to,
  );
}

function lineNotes(
  text: string,
  lines: LineIndex,
  notes: readonly StatementNote[],
  id: string,
): readonly LineNote[] {
  const here = notes.filter((note) => note.span.text === id);
  const starts = here.map((note) => lines.at(note.span.from));
  return here.map((note, index) => {
    const start = starts[index] ?? lines.at(note.span.from);
    const isShort = starts.filter((other) => other.line === start.line).length > 1;
    return {
      ref: note.ref,
      at: isShort ? { line: start.line, column: start.column + 1 } : lineEnd(text, lines, start.line),
      mark: noteMark(note),
      words: note.words,
      decides: note.decides,
      isShort,
    };
  });
}

function lineEnd(text: string, lines: LineIndex, line: number): LineColumn {
  const from = lines.start(line) ?? 0;
  const next = lines.start(line + 1) ?? text.length;
  const length = text.slice(from, next).replace(/[\r\n]+$/, '').length;
  return { line, column: length + 1 };
}

/** A decision's own mark belongs to what decides; what merely applies gets a tick. */
export function noteMark({ mark, decides }: StatementNote): MarkKind {
  switch (mark) {
    case 'allowed':
      return decides ? 'allowed' : 'check';
    case 'yes':
      return 'check';
    case 'no':
      return 'cross';
    case 'unknown':
      return 'question';
    case 'explicitDeny':
    case 'implicitDeny':
    case 'depends':
    case 'info':
      return mark;
  }
}
