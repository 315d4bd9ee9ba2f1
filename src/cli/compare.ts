import { plain } from '#engine/explain/phrase.ts';
import { prove, type ProveInput } from '#engine/prove/prove.ts';
import type { CompareAnswer, ComparedDifference } from '#engine/prove/questions/compareAnswer.ts';
import type { GeneralDifference } from '#engine/prove/questions/conditions.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { CommandLine } from './commandLine.ts';
import { statedFacts, unanswered } from './facts.ts';
import { UnusableInput } from './input.ts';
import { readPolicyOrScenario, scenarioFor } from './policyOrScenario.ts';
import { factLine, factRow, openRow } from './proofRows.ts';

/**
 * `compare BEFORE AFTER`: what the later version allows more and less, over all requests. Returns the exit status: 1 where
 * access is widened or that is not decided.
 */
export function compare({ files, json, options }: CommandLine): number {
  const [before = '-', after = '-'] = files;
  const [earlier, later] = [readPolicyOrScenario(before), readPolicyOrScenario(after)];
  const asked = { scenario: scenarioFor(later, earlier), ...statedFacts(options) };
  const versionBefore = scenarioFor(earlier, later);
  const proof = prove({ ...asked, question: { kind: 'compare', before: versionBefore } });
  if (proof.kind === 'unanswered') throw unanswered(after, proof, asked);
  if (proof.kind !== 'compare') throw new UnusableInput(`${after}: cannot be compared.`);
  const { answer } = proof;
  const general = options.conditions === true ? generalIn(asked, versionBefore) : () => undefined;
  process.stdout.write(
    json ? `${JSON.stringify(row(answer, general), null, 2)}\n` : forPeople(answer, general),
  );
  return answer.widened.length > 0 || answer.relation === 'undecided' ? 1 : 0;
}

/** Finds what a difference is as general conditions. */
type General = (
  difference: ComparedDifference,
  direction: GeneralDifference['direction'],
) => GeneralDifference | undefined;

function generalIn(asked: Omit<ProveInput, 'question'>, before: Scenario): General {
  const proof = prove({ ...asked, question: { kind: 'conditions', before } });
  const all = proof.kind === 'conditions' ? proof.answer.differences : [];
  return (difference, direction) =>
    all.find((one) => one.direction === direction && one.group === difference.group);
}

function row(answer: CompareAnswer, general: General): object {
  return {
    relation: answer.relation,
    ...(answer.withFacts === null ? {} : { withFacts: answer.withFacts }),
    widened: answer.widened.map((one) => differenceRow(one, general(one, 'widened'))),
    narrowed: answer.narrowed.map((one) => differenceRow(one, general(one, 'narrowed'))),
    ...(answer.open.length === 0 ? {} : { undecided: answer.open.map(openRow) }),
    scope: answer.scope.map(plain),
  };
}

function differenceRow(difference: ComparedDifference, general: GeneralDifference | undefined): object {
  const { sentence, ref, reason, before, after, witness, facts } = difference;
  return {
    sentence: plain(sentence),
    statement: ref,
    reason,
    before,
    after,
    request: witness.request,
    ...(facts.length === 0 ? {} : { facts: facts.map(factRow) }),
    ...(general === undefined ? {} : { conditions: general.parts.map(partRow), covers: general.covers }),
  };
}

function partRow(part: GeneralDifference['parts'][number]): object {
  const { sentence, witness, facts } = part;
  return {
    sentence: plain(sentence),
    request: witness.request,
    ...(facts.length === 0 ? {} : { facts: facts.map(factRow) }),
  };
}

function forPeople(answer: CompareAnswer, general: General): string {
  const lines = [
    plain(answer.sentence),
    ...(answer.withFacts === null ? [] : [`With what AWS is known to send: ${answer.withFacts}.`]),
    ...answer.widened.flatMap((one) => [
      ...differenceLines('+', one),
      ...generalLines(general(one, 'widened')),
    ]),
    ...answer.narrowed.flatMap((one) => [
      ...differenceLines('-', one),
      ...generalLines(general(one, 'narrowed')),
    ]),
    ...answer.open.map(({ sentence }) => `? ${plain(sentence)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function differenceLines(mark: string, { sentence, witness, facts }: ComparedDifference): readonly string[] {
  return [
    `${mark} ${plain(sentence)}`,
    `    ${JSON.stringify(witness.request)}`,
    ...facts.map((fact) => `    ${factLine(fact)}`),
  ];
}

function generalLines(general: GeneralDifference | undefined): readonly string[] {
  if (general === undefined) return [];
  return [
    ...general.parts.flatMap(({ sentence, witness }) => [
      `    · ${plain(sentence)}`,
      `        ${JSON.stringify(witness.request)}`,
    ]),
    `    ${COVERS[general.covers]}`,
  ];
}

const COVERS = {
  all: 'Proved: this is all of it.',
  sent: 'Proved: this is all of it that AWS sends.',
  more: 'And more.',
} as const;
