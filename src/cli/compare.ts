import { plain } from '#engine/explain/phrase.ts';
import { prove } from '#engine/prove/prove.ts';
import type { CompareAnswer, ComparedDifference } from '#engine/prove/questions/compareAnswer.ts';
import type { CommandLine } from './commandLine.ts';
import { UnusableInput } from './input.ts';
import { readPolicyOrScenario, scenarioFor } from './policyOrScenario.ts';
import { factRow, openRow } from './proofRows.ts';

/**
 * `compare BEFORE AFTER`: what the later version allows more and less, over all requests. Returns the exit status: 1 where
 * access is widened or that is not decided.
 */
export function compare({ files, json }: CommandLine): number {
  const [before = '-', after = '-'] = files;
  const [earlier, later] = [readPolicyOrScenario(before), readPolicyOrScenario(after)];
  const scenario = scenarioFor(later, earlier);
  const proof = prove({ scenario, question: { kind: 'compare', before: scenarioFor(earlier, later) } });
  if (proof.kind !== 'compare') {
    throw new UnusableInput(
      `${after}: ${proof.kind === 'unanswered' ? proof.because : 'cannot be compared.'}`,
    );
  }
  const { answer } = proof;
  process.stdout.write(json ? `${JSON.stringify(row(answer), null, 2)}\n` : forPeople(answer));
  return answer.widened.length > 0 || answer.relation === 'undecided' ? 1 : 0;
}

function row(answer: CompareAnswer): object {
  return {
    relation: answer.relation,
    ...(answer.withFacts === null ? {} : { withFacts: answer.withFacts }),
    widened: answer.widened.map(differenceRow),
    narrowed: answer.narrowed.map(differenceRow),
    ...(answer.open.length === 0 ? {} : { undecided: answer.open.map(openRow) }),
    scope: answer.scope.map(plain),
  };
}

function differenceRow(difference: ComparedDifference): object {
  const { sentence, ref, reason, before, after, witness, facts } = difference;
  return {
    sentence: plain(sentence),
    statement: ref,
    reason,
    before,
    after,
    request: witness.request,
    ...(facts.length === 0 ? {} : { facts: facts.map(factRow) }),
  };
}

function forPeople(answer: CompareAnswer): string {
  const lines = [
    plain(answer.sentence),
    ...(answer.withFacts === null ? [] : [`With what AWS is known to send: ${answer.withFacts}.`]),
    ...answer.widened.flatMap((difference) => differenceLines('+', difference)),
    ...answer.narrowed.flatMap((difference) => differenceLines('-', difference)),
    ...answer.open.map(({ sentence }) => `? ${plain(sentence)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function differenceLines(mark: string, { sentence, witness, facts }: ComparedDifference): readonly string[] {
  return [
    `${mark} ${plain(sentence)}`,
    `    ${JSON.stringify(witness.request)}`,
    ...facts.map(({ text }) => `    AWS never sends this: ${text}`),
  ];
}
