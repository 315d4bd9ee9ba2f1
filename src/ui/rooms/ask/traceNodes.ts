import type { ExplainedStep, Mark } from '#engine/explain/answer.ts';
import type { Phrase } from '#engine/explain/phrase.ts';
import { plain } from '#engine/explain/phrase.ts';
import { overlaps } from '#engine/source/overlap.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import type { TreeNode } from '#kit/Tree.tsx';
import { evidencePlace } from './evidenceLines.ts';
import type { EvidenceTexts } from './evidenceLines.ts';

export const kitMarks: Readonly<Record<Mark, TreeNode['mark']>> = {
  allowed: 'allowed',
  explicitDeny: 'explicitDeny',
  implicitDeny: 'implicitDeny',
  depends: 'depends',
  yes: 'check',
  no: 'cross',
  unknown: 'question',
  info: 'info',
};

/** The steps as rows of the kit's tree. What would have decided but didn't is drawn in grey. */
export function traceNodes(steps: readonly ExplainedStep[], texts: EvidenceTexts): readonly TreeNode[] {
  return steps.map((step) => {
    const lines = hasOwnPlace(step) ? evidencePlace(step.spans, texts)?.label : undefined;
    return {
      id: step.id,
      mark: kitMarks[step.mark],
      tone: step.decisive ? 'verdict' : 'soft',
      phrase: stepPhrase(step),
      children: traceNodes(step.children, texts),
      ...(step.rule === undefined ? {} : { rule: step.rule }),
      ...(lines === undefined ? {} : { lines }),
    };
  });
}

/** The step and what was compared, as one sentence. */
export function stepPhrase(step: ExplainedStep): Phrase {
  if (step.detail === undefined || step.detail.length === 0) return step.text;
  const isSentence = /^\p{Lu}/u.test(plain(step.detail));
  const join = /[.:]$/.test(plain(step.text)) ? ' ' : isSentence ? '. ' : ' — ';
  return [...step.text, join, ...step.detail];
}

/** Of a silent layer, so many statements are shown at once; more would bury the layers after it. */
const FEW = 6;

/** The steps on the way to the decision that have something below them: a silent layer only while its statements are few. */
export function decisivePath(steps: readonly ExplainedStep[]): readonly string[] {
  return steps
    .filter((step) => step.decisive && step.children.length > 0)
    .filter((step) => step.children.length <= FEW || step.children.some((child) => child.decisive))
    .flatMap((step) => [step.id, ...decisivePath(step.children)]);
}

/**
 * The steps under the highlighter. Of a branch only the step that stands for the focus is lit: the outermost one that
 * lies within it (a statement, not each of its parts), or, where the focus is smaller, the innermost one around it.
 */
export function litSteps(steps: readonly ExplainedStep[], focus: readonly SourceSpan[]): ReadonlySet<string> {
  return new Set(focus.length === 0 ? [] : steps.flatMap((step) => lit(step, focus)));
}

/** The steps above the given ones, so that a tree can be opened down to them. */
export function ancestorsOf(steps: readonly ExplainedStep[], ids: ReadonlySet<string>): readonly string[] {
  return steps.flatMap((step) => {
    const below = ancestorsOf(step.children, ids);
    const isAbove = below.length > 0 || step.children.some((child) => ids.has(child.id));
    return isAbove ? [step.id, ...below] : [];
  });
}

/** What a press on the step points at: its own place in the texts, or that of the steps below it that decided. */
export function evidenceOf(step: ExplainedStep): readonly SourceSpan[] {
  if (step.spans.length > 0) return step.spans;
  return step.children.filter((child) => child.decisive).flatMap(evidenceOf);
}

export function findStep(steps: readonly ExplainedStep[], id: string): ExplainedStep | undefined {
  for (const step of steps) {
    const found = step.id === id ? step : findStep(step.children, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What to call the step where there is room for a few words: the name it stresses, or its beginning. */
export function stepName(step: ExplainedStep): string {
  const name = step.text.find((part) => typeof part === 'object' && 'strong' in part);
  if (typeof name === 'object' && 'strong' in name) return name.strong;
  const words = plain(step.text);
  return words.length <= 60 ? words : `${words.slice(0, 59).trimEnd()}…`;
}

/** A layer stands where the statements below it stand that decided; it has no place besides theirs. */
function hasOwnPlace(step: ExplainedStep): boolean {
  const below = step.children.flatMap((child) => child.spans);
  return step.spans.some((span) => !below.some((other) => contains(other, span)));
}

function lit(step: ExplainedStep, focus: readonly SourceSpan[]): readonly string[] {
  const isWithin = step.spans.every((span) => focus.some((place) => contains(place, span)));
  if (isWithin && hasOwnPlace(step)) return [step.id];
  const below = step.children.flatMap((child) => lit(child, focus));
  if (below.length > 0) return below;
  return step.spans.some((span) => focus.some((place) => overlaps(span, place))) ? [step.id] : [];
}

function contains(outer: SourceSpan, inner: SourceSpan): boolean {
  return outer.text === inner.text && outer.from <= inner.from && inner.to <= outer.to;
}
