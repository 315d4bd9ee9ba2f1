import type { ConditionClause } from '../policy/policy.ts';
import type { ContextEntry, RequestContext } from './context.ts';
import { comparedValues, decide, decideEntry, matchValue, satisfies, type Match } from './decide.ts';
import { examineValue, matchesExamined, type ExaminedValue } from './examinedValue.ts';
import type { ConditionFacts, EntryFacts, ValueFacts } from './facts.ts';
import { type ConditionNote, joinNotes, noNotes } from './note.ts';
import { absence } from './null.ts';
import type { ConditionPlan, Decision } from './plan.ts';
import { situationNotes } from './situationNotes.ts';
import { or, type Truth } from './truth.ts';

/** The facts about a clause whose operator is none: it holds for no request (IAM-071). */
export function explainUnknownOperator(
  clause: ConditionClause,
  problem: string,
  context: RequestContext,
): ConditionFacts {
  return {
    clause,
    operator: undefined,
    key: clause.key.value,
    entry: entryFacts(context.entries.get(clause.key.value.toLowerCase()), context),
    values: clause.values.map(({ value }) => ({ text: value, outcome: 'false' })),
    compared: [],
    truth: 'false',
    rule: 'IAM-071',
    notes: [{ rule: 'IAM-071', text: `${problem} The condition is taken to hold for no request.` }],
  };
}

/** The policy values of a clause, each as it stands for a request, and what is said of any of them. */
interface Examination {
  readonly values: readonly ExaminedValue[];
  readonly notes: readonly ConditionNote[];
  readonly doubts: readonly ConditionNote[];
}

/**
 * Explains a clause for any number of requests: the decision `decide` comes to, with the comparisons that led to it. Values
 * without variables are examined once, when the clause is first explained, since nothing about them hangs on the request.
 */
export function explainer(
  clause: ConditionClause,
  plan: ConditionPlan,
): (context: RequestContext) => ConditionFacts {
  if (plan.open.length > 0)
    return (context) => explainCondition(clause, plan, context, examine(plan, context));
  let examined: Examination | undefined;
  return (context) => explainCondition(clause, plan, context, (examined ??= examine(plan, context)));
}

function examine(plan: ConditionPlan, context: RequestContext): Examination {
  const values = plan.templates.map((template) => examineValue(plan.operator.base, template, context));
  return {
    values,
    notes: values.flatMap(({ notes }) => notes),
    doubts: values.flatMap(({ doubts }) => doubts),
  };
}

function explainCondition(
  clause: ConditionClause,
  plan: ConditionPlan,
  context: RequestContext,
  examined: Examination,
): ConditionFacts {
  const entry = context.entries.get(plan.key);
  const facts = entryFacts(entry, context);
  const subjects = subjectsOf(plan, entry);
  const decision = decideEntry(plan, context, entry, matchValue);
  const situation = situationNotes(plan, clause.key.value, entry, decision);
  const doubts = decisiveDoubts(plan, context, facts, subjects, examined);
  return {
    clause,
    operator: plan.operator,
    key: clause.key.value,
    entry: facts,
    values: examined.values.map((value) => valueFacts(value, facts, subjects)),
    compared: comparedFacts(plan, context, subjects, decision),
    truth: decision.truth,
    rule: decision.rule,
    notes: joinNotes(joinNotes(situation, examined.notes), doubts),
  };
}

function entryFacts(entry: ContextEntry | undefined, context: RequestContext): EntryFacts {
  if (entry === undefined) {
    return { state: context.otherwise, values: [], multivalued: false, origin: undefined };
  }
  const { state, multivalued, origin } = entry;
  return { state, values: state === 'present' ? entry.values : [], multivalued, origin };
}

/** What the policy values are compared with: the request's values, or for Null whether there are any. */
function subjectsOf(plan: ConditionPlan, entry: ContextEntry | undefined): readonly string[] {
  const values = entry?.state === 'present' ? comparedValues(entry) : [];
  if (plan.operator.base.family !== 'Null') return values;
  return [values.length === 0 ? absence.absent : absence.present];
}

const nothingCompared: readonly never[] = [];

function comparedFacts(
  plan: ConditionPlan,
  context: RequestContext,
  subjects: readonly string[],
  decision: Decision,
): ConditionFacts['compared'] {
  if (plan.operator.base.family === 'Null') return nothingCompared;
  const [only] = subjects;
  // One value, and the clause hangs on it alone: the decision has compared it already.
  if (only !== undefined && subjects.length === 1 && decision.rule === plan.operator.base.rule)
    return [{ value: only, satisfied: decision.truth }];
  return subjects.map((value) => ({ value, satisfied: satisfies(plan, context, value, matchValue) }));
}

function valueFacts(value: ExaminedValue, entry: EntryFacts, subjects: readonly string[]): ValueFacts {
  const { template, resolution } = value;
  const text = template.text;
  const outcome = entry.state === 'unknown' ? outcomeForAnyValue(value) : outcomeFor(value, subjects);
  const problem = value.notes[0] ?? value.doubts[0];
  // The ordinary value first: putting objects together from parts is slow, and a trace has one for every value of every policy.
  if (template.fixed !== undefined && problem === undefined) return { text, outcome };
  return {
    text,
    ...(resolution.state === 'resolved' && template.fixed === undefined ? { resolved: resolution.text } : {}),
    outcome,
    ...(problem === undefined ? {} : { problem: problem.text }),
  };
}

function outcomeFor(value: ExaminedValue, subjects: readonly string[]): Truth {
  let outcome: Truth = 'false';
  for (const subject of subjects) outcome = or(outcome, matchesExamined(value, subject));
  return outcome;
}

function outcomeForAnyValue({ resolution, comparison }: ExaminedValue): Truth {
  return resolution.state === 'unresolved' || comparison?.reach === 'none' ? 'false' : 'unknown';
}

/** The doubts without which the result is not certain: those that matter when every doubtful comparison is taken as open. */
function decisiveDoubts(
  plan: ConditionPlan,
  context: RequestContext,
  entry: EntryFacts,
  subjects: readonly string[],
  examined: Examination,
): readonly ConditionNote[] {
  const { base } = plan.operator;
  let doubts = noNotes;
  for (const subject of subjects) doubts = joinNotes(doubts, base.doubts(subject, 'request'));
  doubts = joinNotes(doubts, examined.doubts);
  // Without a doubt there is nothing to decide a second time.
  if (doubts.length === 0) return doubts;
  const cautious: Match = (_plan, _context, subject) => {
    const unclear = base.doubts(subject, 'request').length > 0;
    return examined.values
      .map((value) => (unclear || value.doubts.length > 0 ? 'unknown' : matchesExamined(value, subject)))
      .reduce(or, 'false');
  };
  const certain = entry.state !== 'unknown' && decide(plan, context, cautious).truth !== 'unknown';
  return certain ? noNotes : doubts;
}
