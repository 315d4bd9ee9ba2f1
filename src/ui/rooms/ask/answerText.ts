import type { Answer, ExplainedStep } from '#engine/explain/answer.ts';
import { plain } from '#engine/explain/phrase.ts';
import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { PolicyChange } from '#engine/whatIf/policyChange.ts';
import type { WhatIf } from '#engine/whatIf/whatIf.ts';
import { markWords } from '#kit/verdict.ts';
import { evidencePlace } from './evidenceLines.ts';
import type { EvidenceTexts } from './evidenceLines.ts';
import { rowsOfPairs } from './pairRows.ts';
import { errorPhrase, scopePhrase } from './ask.view.ts';
import { nothingChanges, policyChangeRows } from './policyChange.view.ts';
import { kitMarks, stepPhrase } from './traceNodes.ts';
import { turning } from './whatIf.view.ts';

/** Always said in these words. */
export const disclaimer = "Based on what's on this page. AWS decides for real.";

/** The question as one sentence, with nothing shortened. */
export function requestSentence(request: ScenarioRequest): string {
  const key = request.resource === undefined ? 'this key' : request.resource;
  const via = request.viaService === undefined ? '' : `, via ${request.viaService}`;
  const contexts = Object.entries(request.parameters ?? {})
    .filter(([name]) => name.endsWith('EncryptionContext'))
    .map(([name, value]) => `, with ${contextName(name)} ${pairsText(rowsOfPairs(value))}`);
  return `Can ${request.principal} do ${request.action} with ${key}${via}${contexts.join('')}?`;
}

/**
 * The answer as plain text: question, verdict, what a new policy would do, every step with its rule and lines, what would change
 * the answer, and the scope.
 *
 * @param whatIf null where that has not been worked out yet
 */
export function answerText(
  request: ScenarioRequest,
  answer: Answer,
  texts: EvidenceTexts,
  whatIf: WhatIf | null,
): string {
  const error = errorPhrase(answer);
  return [
    requestSentence(request),
    '',
    answer.title,
    plain(answer.sentence),
    ...(error === null ? [] : [plain(error)]),
    ...section('What the new policy would do', policyChangeLines(whatIf?.policyChange ?? null)),
    '',
    'Why, step by step',
    ...stepLines(answer.steps, texts, ''),
    ...section(
      'What would change it',
      answer.wouldChange.map(({ text }) => plain(text)),
    ),
    ...section(
      'Changes that turn the answer',
      turning(whatIf, answer.decision).map(({ text, besides }) => [text, ...besides].map(plain).join(' ')),
    ),
    ...section(
      'AWS documentation leaves open',
      answer.notes.map(({ text, rule }) => `${plain(text)} (${rule})`),
    ),
    '',
    [plain(scopePhrase(answer)), disclaimer].filter((sentence) => sentence !== '').join(' '),
  ].join('\n');
}

function stepLines(steps: readonly ExplainedStep[], texts: EvidenceTexts, indent: string): readonly string[] {
  return steps.flatMap((step) => {
    const place = evidencePlace(step.spans, texts)?.place;
    const refs = [step.rule, place].filter((ref) => ref !== undefined);
    const suffix = refs.length === 0 ? '' : ` (${refs.join(', ')})`;
    const line = `${indent}- ${markWords[kitMarks[step.mark]]}: ${plain(stepPhrase(step))}${suffix}`;
    return [line, ...stepLines(step.children, texts, `${indent}  `)];
  });
}

function policyChangeLines(change: PolicyChange | null): readonly string[] {
  if (change === null) return [];
  const { rows, more } = policyChangeRows(change);
  return [
    plain(change.lockout.text),
    ...(rows.length === 0 ? [nothingChanges] : rows.map(({ text }) => plain(text))),
    ...(more === 0 ? [] : [`And ${more} more changes.`]),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `- ${line}`)];
}

function contextName(parameter: string): string {
  const which = parameter.slice(0, -'EncryptionContext'.length).toLowerCase();
  return which === '' ? 'encryption context' : `${which} encryption context`;
}

function pairsText(pairs: readonly { readonly key: string; readonly value: string }[]): string {
  return pairs.map(({ key, value }) => `${key}=${value}`).join(', ');
}
