import type { Scenario } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import type { DocumentReader } from '#engine/world/documents.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import { guarded, subjectOf } from './asked.ts';
import { asUndecided, placeholdersIn } from './placeholders.ts';
import { Prover } from './prover.ts';
import type { Proof, ReadInput, Question } from './question.ts';
import { openPoint, type ProofAnswer } from './questions/answer.ts';
import { uselessParts } from './questions/entries.ts';
import { escalationQuestion } from './questions/escalation.ts';
import { forbiddenAccess } from './questions/forbidden.ts';
import { policyCanChange } from './questions/lockout.ts';
import { outsiders } from './questions/outsiders.ts';
import { reviewStatements } from './questions/review.ts';
import { separationOfDuties } from './questions/separation.ts';
import { servicesQuestion } from './questions/services.ts';
import { smallestPolicy } from './questions/smallest.ts';
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
  const cautious = <Answer extends ProofAnswer>(given: Answer): Answer => withPlaceholders(given, world);
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
      return { kind: 'review', answer: { ...reviewStatements(own), parts: uselessParts(own) } };
    }
    case 'smallest': {
      const worldWith = (text: string) => buildWorld(withPolicy(world.scenario, key, text));
      return { kind: 'smallest', answer: smallestPolicy(world, key, worldWith, limit) };
    }
    default:
      return question satisfies never;
  }
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

/** With placeholders in the documents a "no" is about other documents than the ones that will be used. */
function withPlaceholders<Answer extends ProofAnswer>(given: Answer, world: World): Answer {
  const open = placeholdersIn(world).map((placeholder) => openPoint(asUndecided(placeholder)));
  if (open.length === 0) return given;
  const verdict = given.verdict === 'no' ? 'undecided' : given.verdict;
  return { ...given, verdict, rests: [], open: [...given.open, ...open] };
}
