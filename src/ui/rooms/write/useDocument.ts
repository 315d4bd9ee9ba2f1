import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { DocumentKind } from '#engine/language/documentKind.ts';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { Suppression } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import type { DocumentReport, Reply } from '#engine/study.ts';
import type { App } from '#state/app.ts';
import { documentProblems } from '#state/problems.ts';
import type { Problem } from '#state/problems.ts';
import { proofFindings } from '#state/proofFindings.ts';
import { documentKindOf, findWritable } from './documents.ts';
import type { Work } from './documents.ts';
import { editorMarks, squiggles } from './editorMarks.ts';
import type { EditorMarks, Squiggle } from './editorMarks.ts';
import { litSpans } from './write.view.ts';

/** A text of the workspace with what the engine said about it. */
export interface OpenDocument {
  readonly id: TextId;
  /** Null where the document is gone. */
  readonly kind: DocumentKind | null;
  readonly text: string;
  /** The last text that was usable. */
  readonly fallback: string | null;
  /** The last report, of this text if `isCurrent`, of an earlier one otherwise. */
  readonly report: DocumentReport | null;
  readonly isCurrent: boolean;
  /** What reading it, lint and proofs found, also what is meant to stay. */
  readonly problems: readonly Problem[];
  /** The revision whose fixes they have. */
  readonly studied: number;
  readonly study: Reply | null;
  /** What to draw onto the text. Null while there is nothing that was made from this very text: what is drawn stays. */
  readonly marks: EditorMarks | null;
  readonly squiggles: readonly Squiggle[] | null;
  /** The same for what lint found, which comes a moment later. */
  readonly lint: readonly Squiggle[] | null;
}

/** Reads one text, its report and its marks. */
export function useDocument(app: App, id: TextId): OpenDocument {
  const text = useStore(app.shown, (state) => findWritable(state, id)?.document.text) ?? '';
  const kind = useStore(app.shown, (state) => kindIn(state, id));
  const fallback = useStore(app.shown, (state) => findWritable(state, id)?.document.fallback) ?? null;
  const revision = useStore(app.shown, (state) => state.revision);
  const study = useStore(app.results, (state) => state.reply);
  const answered = useStore(app.results, (state) => state.revision);
  const focus = useStore(app.focus, (state) => state.focus);
  const showsNotes = useStore(app.preferences, (state) => state.statementNotes);
  const report = study?.documents.find((each) => each.id === id) ?? null;
  const isCurrent = study !== null && answered === revision;

  const marks = useMemo(() => {
    // Places in a report made from an earlier text must not be drawn onto this one.
    if (report === null || !isCurrent || report.usedFallback) return null;
    const notes = study?.answer?.statementNotes ?? [];
    return editorMarks({ text, report, notes, showsNotes, lit: litSpans(focus, study) });
  }, [text, report, study, isCurrent, showsNotes, focus]);

  const proven = useProven(app, id, report?.usedFallback === true);
  const whole = useStore(app.results, (state) => state.study);
  const studied = useStore(app.results, (state) => state.studied);
  const suppressions = useStore(app.workspace, (state) => state.scenario.suppressions) ?? nothing;
  const problems = useMemo(
    () =>
      documentProblems(id, { reply: study, revision: answered, study: whole, studied }, proven, suppressions),
    [id, study, answered, whole, studied, proven, suppressions],
  );
  const open = useMemo(() => problems.filter(({ suppressed }) => suppressed === undefined), [problems]);
  const drawn = useMemo(() => {
    if (report === null || !isCurrent) return null;
    return squiggles(
      text,
      open.filter(({ isLint }) => !isLint),
    );
  }, [text, report, open, isCurrent]);
  const lint = useMemo(() => {
    // What lint found in an earlier text is not drawn anew: the editor has it, and moves it along.
    if (report === null || !isCurrent || studied !== revision) return null;
    return squiggles(
      text,
      open.filter(({ isLint }) => isLint),
    );
  }, [text, report, open, isCurrent, studied, revision]);
  return {
    id,
    kind,
    text,
    fallback,
    report,
    isCurrent,
    problems,
    studied,
    study,
    marks,
    squiggles: drawn,
    lint,
  };
}

function kindIn(work: Work, id: TextId): DocumentKind | null {
  const writable = findWritable(work, id);
  return writable === undefined ? null : documentKindOf(writable.place);
}

const none: readonly Diagnostic[] = [];
const nothing: readonly Suppression[] = [];

/** What is proved about this very text. The built-in example speaks for itself until it is touched. */
function useProven(app: App, id: TextId, isOld: boolean): readonly Diagnostic[] {
  const proofs = useStore(app.proofs, (state) => state.proofs);
  const revision = useStore(app.proofs, (state) => state.revision);
  const isExample = useStore(app.shown, (state) => state.isExample);
  return useMemo(() => {
    if (isExample || isOld) return none;
    const own = proofFindings({ proofs, revision }).filter(({ span }) => span.text === id);
    return own.length === 0 ? none : own;
  }, [proofs, revision, isExample, isOld, id]);
}
