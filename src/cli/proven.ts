import { plain } from '#engine/explain/phrase.ts';
import { provenFindings, type Proven } from '#engine/lint/proven.ts';
import type { Finding } from '#engine/lint/finding.ts';
import { type Answers, prove, type Proof, type Question } from '#engine/prove/prove.ts';
import { finalVerdict, isAnswerTo, type StandingAnswers, standingFindings } from '#engine/prove/standing.ts';
import { keyPlaceIn, regionOfPartition } from '#engine/scenario/keyPlace.ts';
import { organizationIn } from '#engine/scenario/organizationIn.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';
import { DocumentReader } from '#engine/world/documents.ts';
import type { World } from '#engine/world/world.ts';

/** A question about all requests that has no answer, and why. */
export interface NotDecided {
  readonly question: string;
  readonly because: string;
  /** It was asked for, so that it fails. */
  readonly fails: boolean;
}

/** Two versions of a scenario whose access is compared. */
export interface Versions {
  readonly before: Scenario;
  readonly after: Scenario;
}

/** What proofs add to lint's findings. */
export interface Proved {
  readonly findings: readonly Finding[];
  readonly notDecided: readonly NotDecided[];
}

const nothing: Proved = { findings: [], notDecided: [] };

/**
 * What is known about all requests to a scenario's first key, in the form of lint's findings. Of a key whose account nobody
 * knows only whether it is public is asked: all else depends on which principals are its own.
 *
 * @param found what lint found, which is not said again
 * @param versions what is compared, if anything
 */
export function provedIn(world: World, found: readonly Finding[], versions: Versions | undefined): Proved {
  const [key] = world.scenario.keys;
  if (key === undefined) return nothing;
  const unread = world.documents.filter(({ usable }) => !usable);
  if (unread.length > 0) return { ...nothing, notDecided: unread.map(({ id }) => unreadable(id, versions)) };
  const questions = new Questions();
  const answers = standingAnswers(questions, world.scenario, versions);
  const findings = provenFindings(standingFindings(answers, key.policy.id), {
    statements: world.documents.flatMap(({ policy }) => policy?.policy.statements ?? []),
    findings: found,
    suppressions: world.scenario.suppressions ?? [],
  });
  return { findings: findings.map(asLint), notDecided: questions.notDecided };
}

function unreadable(id: TextId, versions: Versions | undefined): NotDecided {
  const because = `\`${id}\` cannot be read.`;
  return { question: 'anything about all requests', because, fails: versions !== undefined };
}

function asLint(finding: Proven): Finding {
  const { rule } = finding;
  return { ...finding, rule: rule ?? '', foundInReading: false, statement: undefined, covers: [], fixes: [] };
}

function standingAnswers(
  questions: Questions,
  given: Scenario,
  versions: Versions | undefined,
): StandingAnswers {
  const { scenario, isLocated } = located(given);
  const compare =
    versions &&
    questions.ask(versions.after, 'what is newly allowed', { kind: 'compare', before: versions.before });
  const open = questions.ask(scenario, 'whether the key is public', {
    kind: 'outsiders',
    outside: { kind: 'public' },
  });
  if (splitArn(scenario.keys[0]?.arn ?? '')?.account === '') return { public: open, compare };
  const organization = organizationIn(scenario);
  const outsideOrganization =
    organization === ''
      ? undefined
      : questions.ask(scenario, `who outside of ${organization} can use the key`, {
          kind: 'outsiders',
          outside: { kind: 'organization', organization },
        });
  const lockout = questions.ask(scenario, 'who can change the key policy', { kind: 'lockout' });
  const nothingDone = 'what does nothing';
  if (!isLocated)
    questions.leave(nothingDone, 'The policy speaks of Regions, and nothing says which the key is in.');
  const review = isLocated ? questions.ask(scenario, nothingDone, { kind: 'review' }) : undefined;
  return { public: open, compare, outsideOrganization, lockout, review };
}

/** Asks questions, and keeps those that were not decided. */
class Questions {
  readonly notDecided: NotDecided[] = [];
  readonly #reader = new DocumentReader();

  ask<Kind extends keyof Answers>(
    scenario: Scenario,
    name: string,
    question: Question & { readonly kind: Kind },
  ): Answers[Kind] | undefined {
    const proof = prove({ scenario, question }, this.#reader);
    const fails = question.kind === 'compare';
    this.notDecided.push(...stops(proof).map((because) => ({ question: name, because, fails })));
    return isAnswerTo(proof, question.kind) ? proof.answer : undefined;
  }

  leave(question: string, because: string): void {
    this.notDecided.push({ question, because, fails: false });
  }
}

/**
 * The scenario with its first key in a Region, if that is missing: the one its policy names, or any where the policy speaks of none.
 * `isLocated` is false where the Region is a guess that may matter.
 */
function located(scenario: Scenario): { readonly scenario: Scenario; readonly isLocated: boolean } {
  const [key, ...others] = scenario.keys;
  const place = splitArn(key?.arn ?? '');
  if (key === undefined || place === undefined || place.region !== '') return { scenario, isLocated: true };
  const { regions } = keyPlaceIn(key.policy.text);
  const [region = regionOfPartition(place.partition)] = regions;
  const arn = `arn:${place.partition}:kms:${region}:${place.account}:${place.resource}`;
  const isSilent = regions.length === 0 && !/aws:RequestedRegion/i.test(key.policy.text);
  return {
    scenario: { ...scenario, keys: [{ ...key, arn }, ...others] },
    isLocated: regions.length === 1 || isSilent,
  };
}

/** Where a question about all requests was left without its answer. */
function stops(proof: Proof): readonly string[] {
  switch (proof.kind) {
    case 'unanswered':
      return [proof.because];
    case 'review':
    case 'compare':
      return proof.answer.open.map(({ sentence }) => plain(sentence));
    case 'outsiders':
    case 'lockout':
      return finalVerdict(proof.answer) === 'undecided'
        ? proof.answer.open.map(({ sentence }) => plain(sentence))
        : [];
    default:
      return [];
  }
}
