import type { Scenario } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import type { DocumentReader } from '#engine/world/documents.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import { guarded, subjectOf } from './asked.ts';
import { Prover } from './prover.ts';
import type { Proof, ReadInput, Question } from './question.ts';
import type { ProofAnswer } from './questions/answer.ts';
import { uselessParts } from './questions/entries.ts';
import { escalationQuestion } from './questions/escalation.ts';
import { forbiddenAccess } from './questions/forbidden.ts';
import { policyCanChange } from './questions/lockout.ts';
import { outsiders } from './questions/outsiders.ts';
import { type Review, reviewStatements } from './questions/review.ts';
import { separationOfDuties } from './questions/separation.ts';
import { servicesQuestion } from './questions/services.ts';
import { smallestPolicy } from './questions/smallest.ts';
import { answerOfTemplate, reviewOfTemplate } from './questions/template.ts';
import { whoCan } from './questions/who.ts';

/** A question about the scenario as it is. */
export type QuestionOfOne = Exclude<Question, { readonly kind: 'compare' | 'conditions' }>;

/** Answers a question about one version of a scenario; in a file of its own, so that it can be loaded when it is asked. */
export function proveOne(input: ReadInput, question: QuestionOfOne, reader: DocumentReader): Proof {
  const subject = subjectOf(input.scenario, input.key, reader);
  if ('kind' in subject) return subject;
  return guarded(() => answer(subject.world, subject.key, question, input));
}

function answer(world: World, key: KeyInWorld, question: QuestionOfOne, { limit, stated }: ReadInput): Proof {
  const options = { ...(limit === undefined ? {} : { limit }), names: namesIn(question), stated };
  const prover = () => new Prover([[world, key]], options);
  const cautious = <Answer extends ProofAnswer>(given: Answer): Answer => answerOfTemplate(given, world);
  switch (question.kind) {
    case 'outsiders':
      return { kind: 'outsiders', answer: cautious(outsiders(prover(), question.outside)) };
    case 'services':
      return { kind: 'services', answer: cautious(servicesQuestion(prover())) };
    case 'whoCan':
      return { kind: 'whoCan', answer: whoCan(prover(), question.action) };
    case 'notGranted':
      return { kind: 'notGranted', answer: cautious(forbiddenAccess(prover(), question.forbidden)) };
    case 'separation':
      return { kind: 'separation', answer: cautious(separationOfDuties(prover(), question.separation)) };
    case 'escalation':
      return { kind: 'escalation', answer: cautious(escalationQuestion(prover())) };
    case 'lockout':
      return { kind: 'lockout', answer: cautious(policyCanChange(prover())) };
    case 'review': {
      const own = prover();
      const review = reviewStatements(own);
      const parts = uselessParts(own, unmatched(review));
      return { kind: 'review', answer: reviewOfTemplate({ ...review, parts }, world) };
    }
    case 'smallest': {
      const worldWith = (text: string) => buildWorld(withPolicy(world.scenario, key, text));
      return { kind: 'smallest', answer: smallestPolicy(world, key, worldWith, limit) };
    }
    default:
      return question satisfies never;
  }
}

/** Statements that match nothing, so that none of their parts does anything. */
function unmatched({ remarks }: Review): ReadonlySet<string> {
  const none = remarks.filter(({ remark }) => remark === 'neverMatches' || remark === 'neverSent');
  return new Set(none.map(({ statement }) => statement.ref));
}

function namesIn(question: Question): readonly string[] {
  return question.kind === 'notGranted' ? (question.forbidden.principals ?? []) : [];
}

function withPolicy(scenario: Scenario, key: KeyInWorld, text: string): Scenario {
  const keys = scenario.keys.map((one) =>
    one.arn === key.arn ? { ...one, policy: { id: one.policy.id, text } } : one,
  );
  return { ...scenario, keys };
}
