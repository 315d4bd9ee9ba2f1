import type { ContextEntry } from './context.ts';
import { type ConditionNote, noNotes } from './note.ts';
import { type ParsedOperator, printOperator } from './parseOperator.ts';
import type { ConditionPlan, Decision } from './plan.ts';
import { ambiguity } from './variables.ts';

/** Notes about the clause as a whole: operator, key and the state the key is in. */
export function situationNotes(
  plan: ConditionPlan,
  key: string,
  entry: ContextEntry | undefined,
  decision: Decision,
): readonly ConditionNote[] {
  if (isOrdinary(plan, entry, decision)) return noNotes;
  return [
    ...spellingNotes(plan),
    ...ambiguityNotes(key, entry),
    ...qualifierNotes(plan, key, decision),
    ...absenceNotes(plan, key, entry),
    ...nullNotes(plan, key, entry),
  ];
}

/** Nothing that any of these notes is about; so that the many clauses of a trace are not asked five questions each. */
function isOrdinary(
  { operator }: ConditionPlan,
  entry: ContextEntry | undefined,
  { rule }: Decision,
): boolean {
  const plainly = !operator.otherCase && operator.base.family !== 'Null';
  const known = entry?.ambiguous !== true && rule !== 'IAM-099' && rule !== 'IAM-015';
  return plainly && known && (!operator.ifExists || !isOpenAbsence(operator, entry));
}

function spellingNotes({ operator }: ConditionPlan): readonly ConditionNote[] {
  if (!operator.otherCase) return noNotes;
  const documented = printOperator(operator.qualifier, operator.base, operator.ifExists);
  return [
    {
      rule: 'IAM-071',
      text: `AWS spells this operator \`${documented}\` and does not say whether case matters; it is ignored here.`,
    },
  ];
}

function ambiguityNotes(key: string, entry: ContextEntry | undefined): readonly ConditionNote[] {
  if (entry?.ambiguous !== true || entry.state !== 'present') return noNotes;
  return [ambiguity(key, entry.values[0] ?? '')];
}

function qualifierNotes(plan: ConditionPlan, key: string, decision: Decision): readonly ConditionNote[] {
  if (decision.rule === 'IAM-099') {
    return [
      {
        rule: 'IAM-099',
        text: `\`${key}\` can have several values, and AWS requires \`ForAllValues\` or \`ForAnyValue\` for such keys without saying what happens otherwise; the condition is taken to match nothing.`,
      },
    ];
  }
  if (decision.rule !== 'IAM-015' || plan.operator.qualifier !== 'none' || plan.operator.ifExists)
    return noNotes;
  return [
    {
      rule: 'IAM-015',
      text: `The condition on \`${key}\` lists no values, and AWS's documentation contradicts itself about that; no value is taken to match.`,
    },
  ];
}

function absenceNotes(
  { operator }: ConditionPlan,
  key: string,
  entry: ContextEntry | undefined,
): readonly ConditionNote[] {
  if (!operator.ifExists || !isOpenAbsence(operator, entry)) return noNotes;
  const openPoint = entry?.state === 'present' ? 'an empty list of values' : 'an absent key';
  const written = printOperator(operator.qualifier, operator.base, true);
  return [
    {
      rule: 'IAM-090',
      text: `AWS does not say what \`${written}\` makes of ${openPoint}; as \`${key}\` has no value, \`IfExists\` is taken to make the condition hold.`,
    },
  ];
}

/** Whether AWS leaves open what `IfExists` makes of a key without a value: of an empty list, and of an absent key with ForAnyValue. */
function isOpenAbsence({ qualifier }: ParsedOperator, entry: ContextEntry | undefined): boolean {
  if (entry?.state === 'present') return entry.values.length === 0;
  return entry?.state !== 'unknown' && qualifier === 'ForAnyValue';
}

function nullNotes(
  { operator }: ConditionPlan,
  key: string,
  entry: ContextEntry | undefined,
): readonly ConditionNote[] {
  if (operator.base.family !== 'Null' || operator.qualifier !== 'none') return noNotes;
  if (entry?.state !== 'present' || entry.values.length === 0) return noNotes;
  if (entry.values.some((value) => value !== '')) return noNotes;
  return [
    {
      rule: 'IAM-091',
      text: `The value of \`${key}\` is empty, and AWS's documentation has answered both ways whether that counts as null; the key is taken to be present.`,
    },
  ];
}
