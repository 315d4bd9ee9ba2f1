import { plain } from '#engine/explain/phrase.ts';
import { type Proof, prove } from '#engine/prove/prove.ts';
import { finalVerdict } from '#engine/prove/standing.ts';
import type { WhoRow } from '#engine/prove/questions/who.ts';
import type { CommandLine } from './commandLine.ts';
import { statedFacts, unanswered } from './facts.ts';
import { readPolicyOrScenario, scenarioFor } from './policyOrScenario.ts';
import { answerLines, answerRow, findingLines, findingRow, openRow } from './proofRows.ts';
import { type AskedQuestion, questionsOf } from './proveQuestions.ts';

/**
 * `prove FILE`: answers about all requests to the key of a policy or scenario. Returns the exit status: 1 where an answer is
 * not as it should be, or not decided.
 */
export function proveFile({ files, json, options }: CommandLine): number {
  const [file = '-'] = files;
  const scenario = scenarioFor(readPolicyOrScenario(file));
  const facts = statedFacts(options);
  const answered = questionsOf(options).map((asked) => {
    const proof = prove({ scenario, question: asked.question, ...facts });
    if (proof.kind === 'unanswered') throw unanswered(file, proof, facts);
    return { asked, proof };
  });
  if (json) {
    const rows = answered.map(({ asked, proof }) => ({ question: asked.name, ...rowOf(proof) }));
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  } else {
    process.stdout.write(
      `${answered.flatMap(({ asked, proof }) => [`${asked.name}:`, ...linesOf(proof)]).join('\n')}\n`,
    );
  }
  return answered.some(({ asked, proof }) => fails(asked, proof)) ? 1 : 0;
}

type Answered = Exclude<Proof, { kind: 'unanswered' }>;

function fails({ failsOn }: AskedQuestion, proof: Answered): boolean {
  if (failsOn === undefined || !('verdict' in proof.answer)) return false;
  const verdict = finalVerdict(proof.answer);
  return verdict === failsOn || verdict === 'undecided';
}

function rowOf(proof: Answered): object {
  switch (proof.kind) {
    case 'whoCan': {
      const { action, rows, scope } = proof.answer;
      return { action, rows: rows.map(whoRow), scope: scope.map(plain) };
    }
    case 'review': {
      const { remarks, parts, open } = proof.answer;
      return {
        remarks: remarks.map((remark) => ({ remark: remark.remark, ...findingRow(remark) })),
        parts: parts.map(({ kind, ref, text, sentence }) => ({
          kind,
          statement: ref,
          text,
          sentence: plain(sentence),
        })),
        ...(open.length === 0 ? {} : { undecided: open.map(openRow) }),
      };
    }
    case 'smallest':
      return smallestRow(proof.answer);
    case 'compare':
    case 'conditions':
      return {};
    default:
      return answerRow(proof.answer);
  }
}

function smallestRow(answer: Extract<Answered, { kind: 'smallest' }>['answer']): object {
  if (answer.kind !== 'proved') return { result: answer.kind, sentence: plain(answer.sentence) };
  const { removed, parts, sentence, text } = answer.smaller;
  return {
    result: 'proved',
    removed: removed.map(({ ref }) => ref),
    parts: parts.map(({ kind, statement, text: part }) => ({ kind, statement: statement.ref, text: part })),
    sentence: plain(sentence),
    policy: JSON.parse(text),
  };
}

function smallestLines(answer: Extract<Answered, { kind: 'smallest' }>['answer']): readonly string[] {
  if (answer.kind !== 'proved') return [`  ${plain(answer.sentence)}`];
  const { parts, sentence } = answer.smaller;
  return [
    `  ${plain(sentence)}`,
    ...parts.map(({ kind, statement, text }) => `  · ${statement.ref}: ${kind} ${text}`),
  ];
}

function whoRow({ principal, others, can, findings, conditions, open }: WhoRow): object {
  return {
    principal: principal ?? `any other ${others?.kind ?? ''} of ${others?.account ?? 'any other account'}`,
    can,
    findings: findings.map(findingRow),
    conditions: conditions.map(({ statement, text }) => ({ statement: statement.ref, text: plain(text) })),
    ...(open.length === 0 ? {} : { undecided: open.map(openRow) }),
  };
}

function linesOf(proof: Answered): readonly string[] {
  switch (proof.kind) {
    case 'whoCan':
      return proof.answer.rows.map((row) => {
        const who =
          row.principal ??
          `any other ${row.others?.kind ?? ''} of ${row.others?.account ?? 'any other account'}`;
        return `  ${row.can}: ${who}${row.conditions.map(({ text }) => ` if ${plain(text)}`).join('')}`;
      });
    case 'review': {
      const { remarks, parts, open } = proof.answer;
      const nothing =
        remarks.length + parts.length + open.length === 0 ? ['  Every statement does something.'] : [];
      return [
        ...nothing,
        ...remarks.flatMap(findingLines),
        ...parts.map(({ sentence }) => `  · ${plain(sentence)}`),
        ...open.map(({ sentence }) => `  ? ${plain(sentence)}`),
      ];
    }
    case 'smallest':
      return smallestLines(proof.answer);
    case 'compare':
    case 'conditions':
      return [];
    default:
      return answerLines(proof.answer).map((line) => `  ${line}`);
  }
}
