import type { TracedCheck } from '#engine/authorize/trace.ts';
import type { ExplainedStep } from '#engine/explain/answer.ts';
import { answerRequest } from '#engine/explain/answerRequest.ts';
import { plain } from '#engine/explain/phrase.ts';
import { callerName } from '#engine/request/caller.ts';
import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import { actualOf } from '#engine/checks/expectation.ts';
import { now } from './clock.ts';
import type { CommandLine } from './commandLine.ts';
import { readScenarios, type ScenarioFile, UnusableInput } from './input.ts';
import { placeOfDocument, placeOfRequest } from './places.ts';

/** `evaluate SCENARIO`: an answer for every request. Returns the exit status. */
export function evaluate({ files, json }: CommandLine): number {
  const [file = '-'] = files;
  const read = readScenarios(file);
  const rows = read.scenarios.flatMap((scenario, index) => answers(read, scenario, index));
  if (json)
    process.stdout.write(
      `${JSON.stringify(
        rows.map(({ row }) => row),
        null,
        2,
      )}\n`,
    );
  else process.stdout.write(rows.map(({ text }) => text).join('\n'));
  return 0;
}

interface Answered {
  readonly row: object;
  readonly text: string;
}

function answers(file: ScenarioFile, scenario: Scenario, number: number): readonly Answered[] {
  const world = buildWorld(scenario, undefined, now());
  const broken = world.documents.find((document) => !document.usable);
  if (broken !== undefined) {
    const reason =
      broken.diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'It is no policy.';
    const place = placeOfDocument(file, scenario, broken);
    throw new UnusableInput(`${place}: the document \`${broken.id}\` cannot be used: ${reason}`);
  }
  return scenario.requests.map((request, index) => {
    const name = request.name ?? `request ${index + 1}`;
    const answered = answerRequest(world, request);
    if ('problems' in answered) {
      const lines = answered.problems.map(
        ({ field, message }) => `${placeOfRequest(file, number, index, field)}: ${name}: ${message}`,
      );
      throw new UnusableInput(lines.join('\n'));
    }
    return { row: rowOf(name, answered), text: forPeople(name, request, answered.answer) };
  });
}

type ShownAnswer = Extract<ReturnType<typeof answerRequest>, { readonly answer: unknown }>;

function rowOf(name: string, { answer, checks }: ShownAnswer): object {
  return {
    name,
    ...actualOf(answer),
    sentence: plain(answer.sentence),
    checks: checks.map(({ traced }) => checkRow(traced)),
    wouldChange: answer.wouldChange.map(({ kind, key, text }) => ({
      kind,
      ...(key === undefined ? {} : { key }),
      text: plain(text),
    })),
    notes: answer.notes.map(({ rule, text }) => ({ rule, text: plain(text) })),
    trace: answer.steps.map(traceRow),
  };
}

/** A call that a service makes for the request says so. */
function checkRow({ check, outcome }: TracedCheck): object {
  const [via] = check.context.entries.get('kms:viaservice')?.values ?? [];
  return {
    action: check.action,
    resource: check.resource,
    principal: callerName(check.caller),
    ...(via === undefined ? {} : { viaService: via }),
    decision: outcome.decision,
  };
}

function traceRow({ mark, text, detail, rule, children }: ExplainedStep): object {
  return {
    mark,
    text: plain(text),
    ...(detail === undefined ? {} : { detail: plain(detail) }),
    ...(rule === undefined ? {} : { rule }),
    ...(children.length === 0 ? {} : { children: children.map(traceRow) }),
  };
}

function forPeople(name: string, request: ScenarioRequest, answer: ShownAnswer['answer']): string {
  const lines = [
    `${name}`,
    `  ${request.principal} · ${request.action}`,
    `  ${answer.title}. ${plain(answer.sentence)}`,
    ...(answer.error === null
      ? []
      : [`  KMS would answer ${answer.error.name}: ${plain(answer.error.text)}`]),
    ...answer.steps.flatMap((step) => stepLines(step, 2)),
    ...answer.wouldChange.map(({ text }) => `  ? ${plain(text)}`),
    ...answer.notes.map(({ rule, text }) => `  ${rule}: ${plain(text)}`),
  ];
  return `${lines.join('\n')}\n`;
}

const marks: Readonly<Record<ExplainedStep['mark'], string>> = {
  allowed: '+',
  explicitDeny: 'X',
  implicitDeny: '-',
  depends: '?',
  yes: '+',
  no: '.',
  unknown: '?',
  info: ' ',
};

/** The path to the decision in full, everything else as its first line. */
function stepLines(step: ExplainedStep, depth: number): readonly string[] {
  const detail = step.detail === undefined || !step.decisive ? '' : ` (${plain(step.detail)})`;
  const rule = step.rule === undefined ? '' : `  [${step.rule}]`;
  const own = `${'  '.repeat(depth)}${marks[step.mark]} ${plain(step.text)}${detail}${rule}`;
  return [own, ...(step.decisive ? step.children.flatMap((child) => stepLines(child, depth + 1)) : [])];
}
