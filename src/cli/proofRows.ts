import { plain } from '#engine/explain/phrase.ts';
import type { Fact } from '#engine/prove/facts.ts';
import type { Finding, OpenPoint, ProofAnswer } from '#engine/prove/questions/answer.ts';

/** An answer about all requests as JSON. */
export function answerRow(answer: ProofAnswer): object {
  return {
    verdict: answer.verdict,
    sentence: plain(answer.sentence),
    ...(answer.withFacts === null
      ? {}
      : { withFacts: { verdict: answer.withFacts.verdict, facts: answer.withFacts.facts.map(factRow) } }),
    findings: answer.findings.map(findingRow),
    ...(answer.rests.length === 0 ? {} : { rests: answer.rests.map(({ ref }) => ref) }),
    ...(answer.open.length === 0 ? {} : { undecided: answer.open.map(openRow) }),
    scope: answer.scope.map(plain),
  };
}

export function findingRow({ sentence, statements, level, witness, facts }: Finding): object {
  return {
    sentence: plain(sentence),
    statements: statements.map(({ ref }) => ref),
    ...(level === undefined ? {} : { level }),
    ...(witness === undefined ? {} : { request: witness.request }),
    ...(facts.length === 0 ? {} : { facts: facts.map(factRow) }),
  };
}

export function openRow({ sentence, why, statement }: OpenPoint): object {
  return { sentence: plain(sentence), why, ...(statement === undefined ? {} : { statement: statement.ref }) };
}

export function factRow({ rule, text }: Fact): object {
  return { rule, text };
}

/** Why a request never occurs. */
export function factLine({ rule, text }: Fact): string {
  return rule === 'stated' ? text : `AWS never sends this: ${text}`;
}

/** An answer about all requests as lines for people. */
export function answerLines(answer: ProofAnswer): readonly string[] {
  return [
    plain(answer.sentence),
    ...(answer.withFacts === null ? [] : [`  With what AWS is known to send: ${answer.withFacts.verdict}.`]),
    ...answer.findings.flatMap(findingLines),
    ...answer.open.map(({ sentence }) => `  ? ${plain(sentence)}`),
  ];
}

export function findingLines({ sentence, witness, facts }: Finding): readonly string[] {
  return [
    `  · ${plain(sentence)}`,
    ...(witness === undefined ? [] : [`      ${JSON.stringify(witness.request)}`]),
    ...facts.map((fact) => `      ${factLine(fact)}`),
  ];
}
