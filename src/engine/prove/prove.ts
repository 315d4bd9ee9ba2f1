import type { Scenario } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import { DocumentReader } from '#engine/world/documents.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import { UnsupportedStatement } from './model/statementBox.ts';
import { asUndecided, placeholdersIn } from './placeholders.ts';
import { Prover } from './prover.ts';
import { openPoint, type ProofAnswer } from './questions/answer.ts';
import { type CompareAnswer, compareVersions } from './questions/compareAnswer.ts';
import { type UselessPart, uselessParts } from './questions/entries.ts';
import { type EscalationAnswer, escalationQuestion } from './questions/escalation.ts';
import { type Forbidden, forbiddenAccess } from './questions/forbidden.ts';
import { policyCanChange } from './questions/lockout.ts';
import { type Outside, outsiders } from './questions/outsiders.ts';
import { type Review, reviewStatements } from './questions/review.ts';
import { type Separation, separationOfDuties } from './questions/separation.ts';
import { type ServicesAnswer, servicesQuestion } from './questions/services.ts';
import { type SmallestAnswer, smallestPolicy } from './questions/smallest.ts';
import { type WhoAnswer, whoCan } from './questions/who.ts';
import type { WorkLimit } from './work.ts';

/** A question about all requests to a scenario's key. */
export type Question =
  /** How does the scenario differ from an earlier version, or from a reference (IAM-150)? `widened` is new access. */
  | { readonly kind: 'compare'; readonly before: Scenario }
  | { readonly kind: 'outsiders'; readonly outside: Outside }
  | { readonly kind: 'services' }
  | { readonly kind: 'whoCan'; readonly action: string }
  | { readonly kind: 'notGranted'; readonly forbidden: Forbidden }
  | { readonly kind: 'separation'; readonly separation: Separation }
  | { readonly kind: 'escalation' }
  | { readonly kind: 'lockout' }
  /** Statements, list entries and conditions that do nothing. */
  | { readonly kind: 'review' }
  | { readonly kind: 'smallest' };

/** What each kind of question is answered with. */
export interface Answers {
  readonly compare: CompareAnswer;
  readonly outsiders: ProofAnswer;
  readonly services: ServicesAnswer;
  readonly whoCan: WhoAnswer;
  readonly notGranted: ProofAnswer;
  readonly separation: ProofAnswer;
  readonly escalation: EscalationAnswer;
  readonly lockout: ProofAnswer;
  readonly review: Review & { readonly parts: readonly UselessPart[] };
  readonly smallest: SmallestAnswer;
}

export type Proof =
  | {
      readonly [Kind in keyof Answers]: { readonly kind: Kind; readonly answer: Answers[Kind] };
    }[keyof Answers]
  /** Nothing to ask about, or a statement beyond what can be asked about all requests. */
  | { readonly kind: 'unanswered'; readonly because: string };

export interface ProveInput {
  readonly scenario: Scenario;
  readonly question: Question;
  /** ARN of the key that is meant; default: the first one. */
  readonly key?: string;
  /** What the question may cost; default `usualWork`. Ten times as much is what "continue" gives it. */
  readonly limit?: WorkLimit;
}

/**
 * Answers a question about all requests: every finding comes with a request that the evaluator has confirmed, "no" is a proof
 * within the stated scope, and where neither is reached the answer says where it stopped. Pure; the same input gives the same
 * answer.
 *
 * @param reader remembers documents between calls, so that a question after an edit reads only what changed.
 * @throws never because of what the documents say.
 */
export function prove(
  { scenario, question, key: arn, limit }: ProveInput,
  reader: DocumentReader = new DocumentReader(),
): Proof {
  const world = buildWorld(scenario, reader);
  const key = keyOf(world, arn);
  if (key === undefined) return unanswered('The scenario has no such key.');
  const broken = world.documents.find((document) => !document.usable);
  if (broken !== undefined) return unanswered(`The document \`${broken.id}\` cannot be used.`);
  const options = { ...(limit === undefined ? {} : { limit }), names: namesIn(question) };
  try {
    return answer({ world, key, question, limit, options, reader });
  } catch (error) {
    if (!(error instanceof UnsupportedStatement)) throw error;
    return unanswered(`A statement is beyond what can be asked about all requests: ${error.message}.`);
  }
}

interface Asked {
  readonly world: World;
  readonly key: KeyInWorld;
  readonly question: Question;
  readonly limit: WorkLimit | undefined;
  readonly reader: DocumentReader;
  readonly options: NonNullable<ConstructorParameters<typeof Prover>[1]>;
}

function answer({ world, key, question, limit, options, reader }: Asked): Proof {
  const prover = () => new Prover([[world, key]], options);
  const cautious = <Answer extends ProofAnswer>(given: Answer): Answer => withPlaceholders(given, world);
  switch (question.kind) {
    case 'compare':
      return compared(buildWorld(question.before, reader), world, key, options);
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

function compared(earlier: World, world: World, key: KeyInWorld, options: Asked['options']): Proof {
  const own = keyOf(earlier, key.arn) ?? earlier.keys[0];
  if (own === undefined) return unanswered('The earlier version has no key.');
  const broken = earlier.documents.find((document) => !document.usable);
  if (broken !== undefined)
    return unanswered(`The document \`${broken.id}\` of the earlier version cannot be used.`);
  const prover = new Prover(
    [
      [earlier, own],
      [world, key],
    ],
    options,
  );
  return { kind: 'compare', answer: compareVersions(prover) };
}

function keyOf(world: World, arn: string | undefined): KeyInWorld | undefined {
  return arn === undefined ? world.keys[0] : world.keys.find((key) => key.arn === arn);
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
  return { ...given, verdict, open: [...given.open, ...open] };
}

function unanswered(because: string): Proof {
  return { kind: 'unanswered', because };
}
