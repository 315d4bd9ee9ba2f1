import type { DocumentText } from '#engine/scenario/scenario.ts';
import { lineIndex } from '#engine/source/lines.ts';
import type { TextId } from '#engine/source/span.ts';
import type { DocumentReport } from '#engine/study.ts';

/** Leaves everything to the other policies, until something is taken away. */
const unlimited = JSON.stringify(
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }] },
  null,
  2,
);

/** One more policy, under an id that none of the others has. */
export function withNewPolicy(policies: readonly DocumentText[]): readonly DocumentText[] {
  const used = new Set(policies.map(({ id }) => id));
  let number = policies.length;
  while (used.has(idOf(number))) number += 1;
  return [...policies, { id: idOf(number), text: unlimited }];
}

function idOf(number: number): TextId {
  return `session/asked/${String(number)}`;
}

export function withPolicyText(
  policies: readonly DocumentText[],
  id: TextId,
  text: string,
): readonly DocumentText[] {
  // Its place in a file is no longer its own once it is retyped.
  return policies.map((document) => (document.id === id ? { id, text } : document));
}

export function withoutPolicy(policies: readonly DocumentText[], id: TextId): readonly DocumentText[] {
  return policies.filter((document) => document.id !== id);
}

export interface PolicyProblem {
  /** "Line 3, column 5". */
  readonly place: string;
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

/** What is wrong in the policy as it is typed; errors first, the first three. */
export function policyProblems(
  { id, text }: DocumentText,
  reports: readonly DocumentReport[],
): readonly PolicyProblem[] {
  const found = reports.find((report) => report.id === id)?.diagnostics ?? [];
  const lines = lineIndex(text);
  return found
    .toSorted((left, right) => Number(right.severity === 'error') - Number(left.severity === 'error'))
    .slice(0, 3)
    .map(({ message, span }) => {
      const { line, column } = lines.at(span.from);
      return {
        place: `Line ${String(line)}, column ${String(column)}`,
        message,
        from: span.from,
        to: span.to,
      };
    });
}
