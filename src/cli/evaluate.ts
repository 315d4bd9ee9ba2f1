import { sessionPolicyProblem } from '#engine/authorize/sessionPolicies.ts';
import type { TracedCheck } from '#engine/authorize/trace.ts';
import type { ExplainedStep } from '#engine/explain/answer.ts';
import { answerRequest } from '#engine/explain/answerRequest.ts';
import { plain } from '#engine/explain/phrase.ts';
import { callerName } from '#engine/request/caller.ts';
import { type AwsMessage, messageText } from '#engine/message/awsMessage.ts';
import type { CloudTrailRecord } from '#engine/record/record.ts';
import { recordOf } from '#engine/record/recordOf.ts';
import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import { DocumentReader } from '#engine/world/documents.ts';
import { type WhatIf, whatIf } from '#engine/whatIf/whatIf.ts';
import { actualOf } from '#engine/checks/expectation.ts';
import { now } from './clock.ts';
import type { CommandLine } from './commandLine.ts';
import { readScenarios, type ScenarioFile, UnusableInput } from './input.ts';
import { placeOfDocument, placeOfRequest } from './places.ts';
import { additionLine, additionRow, policyChangeLines, policyChangeRow } from './whatIfRows.ts';

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
  const moment = now();
  const world = buildWorld(scenario, undefined, moment);
  const trials = new DocumentReader();
  const broken = world.documents.find((document) => !document.usable);
  if (broken !== undefined) {
    const reason =
      broken.diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'It is no policy.';
    const place = placeOfDocument(file, scenario, broken);
    throw new UnusableInput(`${place}: the document \`${broken.id}\` cannot be used: ${reason}`);
  }
  return scenario.requests.map((request, index) => {
    const name = request.name ?? `request ${index + 1}`;
    const limits = sessionPolicyProblem(request);
    if (limits !== undefined) {
      throw new UnusableInput(`${placeOfRequest(file, number, index, 'session')}: ${name}: ${limits}`);
    }
    const answered = answerRequest(world, request);
    if ('problems' in answered) {
      const lines = answered.problems.map(
        ({ field, message }) => `${placeOfRequest(file, number, index, field)}: ${name}: ${message}`,
      );
      throw new UnusableInput(lines.join('\n'));
    }
    const record = recordOf(answered.call, answered.answer.awsMessage);
    const after = whatIf({ scenario, request, now: moment }, world, trials);
    return {
      row: rowOf(name, answered, record, after),
      text: forPeople(name, request, answered.answer, record, after),
    };
  });
}

type ShownAnswer = Extract<ReturnType<typeof answerRequest>, { readonly answer: unknown }>;

function rowOf(
  name: string,
  { answer, checks }: ShownAnswer,
  record: CloudTrailRecord,
  { additions, policyChange }: WhatIf,
): object {
  return {
    name,
    ...actualOf(answer),
    sentence: plain(answer.sentence),
    checks: checks.map(({ traced }) => checkRow(traced)),
    wouldChange: [
      ...answer.wouldChange.map(({ kind, key, text }) => ({
        kind,
        ...(key === undefined ? {} : { key }),
        text: plain(text),
      })),
      ...additions.map(additionRow),
    ],
    ...(policyChange === null ? {} : { policyChange: policyChangeRow(policyChange) }),
    notes: answer.notes.map(({ rule, text }) => ({ rule, text: plain(text) })),
    awsMessage: messageRow(answer.awsMessage),
    cloudTrail: recordRow(record),
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

function messageRow(message: AwsMessage | null): object | null {
  if (message === null) return null;
  const { code, parts, alternatives, leavesOut } = message;
  return {
    code,
    text: messageText(message) ?? null,
    parts,
    alternatives,
    leavesOut: leavesOut.map((phrase) => plain(phrase)),
  };
}

function recordRow({ events, madeUp, notes, secrets }: CloudTrailRecord): object {
  return { events, madeUp, notes: notes.map(({ rule, text }) => ({ rule, text: plain(text) })), secrets };
}

function forPeople(
  name: string,
  request: ScenarioRequest,
  answer: ShownAnswer['answer'],
  record: CloudTrailRecord,
  { additions, policyChange }: WhatIf,
): string {
  const lines = [
    `${name}`,
    `  ${request.principal} · ${request.action}`,
    `  ${answer.title}. ${plain(answer.sentence)}`,
    ...(answer.error === null
      ? []
      : [`  KMS would answer ${answer.error.name}: ${plain(answer.error.text)}`]),
    ...messageLines(answer.awsMessage),
    ...record.secrets.map(
      ({ parameter, key, kind }) =>
        `  ! ${parameter} ${key} looks like ${kind}: CloudTrail will hold it in plaintext.`,
    ),
    ...answer.steps.flatMap((step) => stepLines(step, 2)),
    ...answer.wouldChange.map(({ text }) => `  ? ${plain(text)}`),
    ...additions.map(additionLine),
    ...policyChangeLines(policyChange),
    ...answer.notes.map(({ rule, text }) => `  ${rule}: ${plain(text)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function messageLines(message: AwsMessage | null): readonly string[] {
  const text = message === null ? undefined : messageText(message);
  if (message === null || text === undefined) return [];
  return [
    `  AWS would say ${message.code}: ${text}`,
    ...message.leavesOut.map((phrase) => `    left out: ${plain(phrase)}`),
  ];
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
