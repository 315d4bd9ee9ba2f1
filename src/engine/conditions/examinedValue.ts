import type { RequestContext } from './context.ts';
import { noNotes, type ConditionNote } from './note.ts';
import type { Comparison, ConditionOperator } from './operator.ts';
import type { Template } from './template.ts';
import { truth, type Truth } from './truth.ts';
import { resolveTemplate, type Resolution } from './variables.ts';

/** One policy value as it stands for one request, with what is doubtful about it. */
export interface ExaminedValue {
  readonly template: Template;
  readonly resolution: Resolution;
  /** Undefined where the text is not known or has no value. */
  readonly comparison: Comparison | undefined;
  /** Worth saying whatever comes of the comparison. */
  readonly notes: readonly ConditionNote[];
  /** Reasons why AWS might see the comparison otherwise; of no interest where the result is the same either way. */
  readonly doubts: readonly ConditionNote[];
}

/** Fills in a policy value's variables and looks at it closely. */
export function examineValue(
  operator: ConditionOperator,
  template: Template,
  context: RequestContext,
): ExaminedValue {
  const resolution = resolveTemplate(template, context);
  const resolved = resolution.state === 'resolved' ? resolution : undefined;
  const said = [...template.notes, ...resolution.notes];
  const aboutWildcards = said.filter((note) => isAboutWildcards(note));
  return {
    template,
    resolution,
    comparison: resolved === undefined ? undefined : operator.compare([resolved]),
    notes: [
      ...said.filter((note) => !isAboutWildcards(note)),
      ...unresolvedNotes(operator, template, resolution),
      ...boolVariableNotes(operator, template),
    ],
    doubts: [
      ...(operator.wildcards ? aboutWildcards : noNotes),
      ...(resolved === undefined ? noNotes : operator.doubts(resolved.text, 'policy')),
    ],
  };
}

/** Whether the value matches one value of the request. */
export function matchesExamined(value: ExaminedValue, subject: string): Truth {
  if (value.comparison !== undefined) return truth(value.comparison.matches(subject));
  return value.resolution.state === 'unknown' ? 'unknown' : 'false';
}

function isAboutWildcards(note: ConditionNote): boolean {
  return note.rule === 'IAM-008' || note.rule === 'IAM-116';
}

function unresolvedNotes(
  operator: ConditionOperator,
  template: Template,
  resolution: Resolution,
): readonly ConditionNote[] {
  if (resolution.state !== 'unresolved') return noNotes;
  const effect = operator.negated ? ', so it does not stand in the way of the negated operator' : '';
  return [
    {
      rule: 'IAM-115',
      text: `\`${resolution.variable}\` has no value in this request, so \`${template.text}\` matches nothing${effect}. AWS warns that the whole statement might be invalid then; here the other values of the list still count.`,
    },
  ];
}

function boolVariableNotes(operator: ConditionOperator, template: Template): readonly ConditionNote[] {
  if (operator.family !== 'Bool' || template.keys.length === 0) return noNotes;
  return [
    {
      rule: 'IAM-110',
      text: `AWS's documentation contradicts itself about variables in Bool conditions; \`${template.text}\` is replaced here.`,
    },
  ];
}
