import type { Answer, Decision } from '../explain/answer.ts';
import type { ExplainedCheck } from '../explain/answerRequest.ts';
import { capitalized } from '../explain/words.ts';
import type { Phrase } from '../explain/phrase.ts';
import type { Steps } from '../steps.ts';
import type { World } from '../world/world.ts';
import type { Trial } from './trial.ts';
import { DocumentEdits } from './documentEdits.ts';
import { type Edit, overlap, type Situation } from './edit.ts';
import { documentName } from './editNames.ts';
import { obstacles, type Plan } from './obstacles.ts';
import type { AdditionKind } from './option.ts';
import { sideEffects } from './sideEffects.ts';
import { undoings } from './undoings.ts';

/** A change that turns the decision, confirmed by the evaluator. */
export interface Addition {
  readonly kind: AdditionKind;
  /** What to do, as a sentence. */
  readonly text: Phrase;
  /** The decision with the change. */
  readonly decision: Decision;
  /** What it opens, or takes away, besides; empty where nothing is known of. */
  readonly besides: readonly Phrase[];
  /** Made for the documents as they are; see `applyEdits`. */
  readonly edits: readonly Edit[];
  /** The names of what the edits change, in their order: `key`, `identity:Own`, `scp:Guard`, `grants`, `request`. */
  readonly documents: readonly string[];
}

const MOST_SHOWN = 5;
/** How many changes are tried at most: each costs the reading of one document and a decision. */
const MOST_TRIED = 80;
const MOST_OF_A_KIND = 2;

/**
 * The smallest changes that turn the decision on a request, at most five: those that open nothing else first, and the smallest first
 * among them. Additions that allow a denied request;
 * for an allowed one, what would deny it. Every one is confirmed by the evaluator with the change made.
 */
export function* additionsFor(
  situation: Situation,
  world: World,
  answered: { readonly answer: Answer; readonly checks: readonly ExplainedCheck[] },
  trial: Trial,
): Steps<readonly Addition[]> {
  const documents = new DocumentEdits(situation, world);
  const { decision } = answered.answer;
  const facts = answered.checks.map(({ traced }) => ({ situation, world, documents, traced }));
  const plans =
    decision === 'allowed'
      ? undoings(answered.checks, facts)
      : combined(facts.filter(({ traced }) => traced.outcome.decision !== 'allowed').flatMap(obstacles));
  const turned = (after: Decision | undefined): after is Decision =>
    after !== undefined && (after === 'allowed') !== (decision === 'allowed');
  const found: { readonly plan: Plan; readonly decision: Decision }[] = [];
  const kinds = new Map<string, number>();
  const seen = new Set<string>();
  for (const plan of plans.slice(0, MOST_TRIED)) {
    if (found.length === MOST_SHOWN) break;
    yield;
    const after = clashes(plan) ? undefined : trial.decisionAfter(editsOf(plan));
    if (!turned(after)) continue;
    const least = withoutIdleParts(plan, (parts) => turned(trial.decisionAfter(editsOf(parts))));
    const id = JSON.stringify(editsOf(least));
    const kind = least.map((part) => part.kind).join(' ');
    const ofKind = kinds.get(kind) ?? 0;
    if (seen.has(id) || ofKind === MOST_OF_A_KIND) continue;
    seen.add(id);
    kinds.set(kind, ofKind + 1);
    found.push({ plan: least, decision: trial.decisionAfter(editsOf(least)) ?? after });
  }
  const effects = sideEffects(world, answered.checks, trial);
  const additions: Addition[] = [];
  for (const one of found) {
    const besides = yield* effects(one.plan, one.decision);
    additions.push(additionOf(one.plan, one.decision, besides, world));
  }
  return additions.toSorted(
    (left, right) => Number(left.besides.length > 0) - Number(right.besides.length > 0),
  );
}

function additionOf(plan: Plan, decision: Decision, besides: readonly Phrase[], world: World): Addition {
  const edits = editsOf(plan);
  return {
    kind: plan[0]?.kind ?? 'request',
    text: sentence(plan),
    decision,
    besides,
    edits,
    documents: edits.map((edit) => documentName(edit, world)),
  };
}

function editsOf(plan: Plan): readonly Edit[] {
  return plan.flatMap(({ edits }) => edits);
}

function weightOf(plan: Plan): number {
  return plan.reduce((sum, { weight }) => sum + weight, 0);
}

function clashes(plan: Plan): boolean {
  const edits = editsOf(plan);
  return edits.some((edit, index) => edits.slice(index + 1).some((other) => overlap(edit, other)));
}

/** One plan for every obstacle, all together; the smallest first. The lists are cut so that the product stays small. */
function combined(lists: readonly (readonly Plan[])[]): readonly Plan[] {
  const most = lists.length <= 1 ? 16 : lists.length === 2 ? 8 : lists.length === 3 ? 4 : 2;
  let plans: readonly Plan[] = [[]];
  for (const list of lists) {
    const smallest = list.toSorted((left, right) => weightOf(left) - weightOf(right)).slice(0, most);
    plans = plans.flatMap((plan) => smallest.map((other) => [...plan, ...other])).slice(0, 400);
  }
  if (lists.length === 0) return [];
  return plans.toSorted((left, right) => weightOf(left) - weightOf(right));
}

/** The plan without the parts that turn out not to be needed. */
function withoutIdleParts(plan: Plan, turns: (parts: Plan) => boolean): Plan {
  let kept = plan;
  for (const part of plan) {
    const fewer = kept.filter((one) => one !== part);
    if (fewer.length > 0 && fewer.length < kept.length && turns(fewer)) kept = fewer;
  }
  return kept;
}

function sentence(plan: Plan): Phrase {
  const parts = plan.flatMap(({ text }, index): Phrase => {
    if (index === 0) return text;
    return [index === plan.length - 1 ? ', and ' : ', ', ...text];
  });
  return [...capitalized(parts), '.'];
}
