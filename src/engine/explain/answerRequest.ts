import type { CheckDecision } from '../authorize/decide.ts';
import { layersOf } from '../authorize/layers.ts';
import { sessionPolicies } from '../authorize/sessionPolicies.ts';
import { type TracedCheck, traceCheck } from '../authorize/trace.ts';
import type { Call } from '../outcome/call.ts';
import { type AnsweredCall, messageOf } from '../message/messageOf.ts';
import { outcomeOf } from '../outcome/outcomeOf.ts';
import { readRequest } from '../request/readRequest.ts';
import type { ReadRequest, RequestProblem } from '../request/reading.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import type { World } from '../world/world.ts';
import type { Answer, DecidingStatement, Decision, ExplainedStep } from './answer.ts';
import { blockersOf } from './blockers.ts';
import { type Deciders, decidersOf } from './deciders.ts';
import { explainedLayers } from './explainedLayers.ts';
import { deniedTitle } from './deniedTitle.ts';
import { verdictSentence } from './explainedVerdict.ts';
import { originWords } from './explainedCondition.ts';
import { pointsMet, withoutRepeats } from './openPoints/openPoints.ts';
import { refusalPoints } from './openPoints/refusalPoints.ts';
import { laterCalls } from './laterCalls.ts';
import type { LayerFacts } from './layerStep.ts';
import type { Phrase } from './phrase.ts';
import { scopeOf } from './scope.ts';
import { statementNotes } from './statementNotes.ts';
import { capitalized, code, strong } from './words.ts';
import { wouldChange } from './wouldChange.ts';

/** One permission check with its trace, for those who need the parts (the command line's `checks`). */
export interface ExplainedCheck {
  readonly traced: TracedCheck;
  readonly deciders: Deciders;
}

export type Answered =
  | {
      readonly answer: Answer;
      readonly checks: readonly ExplainedCheck[];
      /** The same, as `recordOf` takes it. */
      readonly call: AnsweredCall;
    }
  | { readonly problems: readonly RequestProblem[] };

/**
 * Answers one request: decides every permission it needs, explains the decision with all layers and statements, and says
 * what it rests on, and which error an allowed call would still meet.
 *
 * @returns problems where principal or action cannot be read; an answer in every other case. Never throws on user input.
 */
export function answerRequest(world: World, request: ScenarioRequest): Answered {
  const read = readRequest(world, request);
  if (read.kind === 'problems') return { problems: read.problems };
  if (read.kind === 'notFound') {
    const answer = notFoundAnswer(read);
    const call = { ...read, ...answer, world, request, checks: [] };
    return { answer: { ...answer, awsMessage: messageOf(call) }, checks: [], call };
  }
  const session = sessionPolicies(request);
  const checks = read.checks.map((check): ExplainedCheck => {
    const traced = traceCheck(check, layersOf(world, check, session));
    return { traced, deciders: decidersOf(traced) };
  });
  const decision = overall(checks.map(({ traced }) => traced.outcome.decision));
  const asked: Call = { ...read, world, request };
  const error = outcomeOf(asked, decision);
  const call = { ...asked, checks: checks.map(({ traced }) => traced), decision, error };
  const answer = { ...answerOf(asked, checks, decision, error, read.rule), awsMessage: messageOf(call) };
  return { answer, checks, call };
}

/** Explicit deny of any check first, then any missing Allow: all permissions are needed (KMS section 0.3). */
export function overall(decisions: readonly CheckDecision[]): Decision {
  if (decisions.includes('explicitDeny')) return 'explicitDeny';
  return decisions.every((decision) => decision === 'allowed') ? 'allowed' : 'implicitDeny';
}

function answerOf(
  call: Call,
  checks: readonly ExplainedCheck[],
  decision: Decision,
  error: Answer['error'],
  rule: string,
): Omit<Answer, 'awsMessage'> {
  return {
    decision,
    error,
    title: titleOf(checks, decision),
    sentence: sentenceOf(checks, decision),
    deciding: decidingOf(checks, decision),
    steps: [...stepsOf(checks, rule), ...laterCalls(call)],
    statementNotes: statementNotes(checks),
    scope: scopeOf(call.world, checks),
    wouldChange: checks.flatMap(({ traced }) => wouldChange(traced)),
    notes: notesOf(call, checks, decision),
    context: contextOf(checks),
  };
}

function speakingCheck(checks: readonly ExplainedCheck[], decision: Decision): ExplainedCheck | undefined {
  return checks.find(({ traced }) => traced.outcome.decision === decision) ?? checks[0];
}

function titleOf(checks: readonly ExplainedCheck[], decision: Decision): string {
  if (decision === 'allowed') return 'Allowed';
  if (decision === 'explicitDeny') return 'Denied by a Deny statement';
  const speaking = speakingCheck(checks, decision);
  return speaking === undefined ? 'Denied' : deniedTitle(speaking.traced);
}

/** With several checks, the first one that stands for the decision speaks, and the others that are denied are named. */
function sentenceOf(checks: readonly ExplainedCheck[], decision: Decision): Phrase {
  const speaking = speakingCheck(checks, decision);
  if (speaking === undefined) return [];
  const sentence = verdictSentence(speaking.traced, speaking.deciders);
  if (checks.length === 1) return sentence;
  const also = checks.filter((one) => one !== speaking && one.traced.outcome.decision !== 'allowed');
  return [
    ...permission(speaking),
    ': ',
    ...sentence,
    ...(decision === 'allowed'
      ? [` ${allOf(checks.length)} permissions that the call needs are allowed.`]
      : []),
    ...also.flatMap((one): Phrase => [' ', ...permission(one), ' is denied too.']),
  ];
}

function permission({ traced: { check } }: ExplainedCheck): Phrase {
  return [strong(check.action), ' on ', code(check.resource)];
}

function allOf(count: number): string {
  return count === 2 ? 'Both' : `All ${count}`;
}

function decidingOf(checks: readonly ExplainedCheck[], decision: Decision): readonly DecidingStatement[] {
  const speaking = checks.filter(({ traced }) => traced.outcome.decision === decision);
  return speaking.flatMap(({ deciders }) => [
    ...[...deciders.denies, ...deciders.resourceAllows, ...deciders.identityAllows].map(({ plan }) => ({
      ref: plan.statement.ref,
      effect: plan.effect,
      span: plan.statement.span,
    })),
    ...deciders.grants.map(({ grant }) => ({ ref: grant.ref, effect: 'Allow' as const, span: grant.span })),
  ]);
}

/** `rule` says why several permissions are needed. */
function stepsOf(checks: readonly ExplainedCheck[], rule: string): readonly ExplainedStep[] {
  if (checks.length === 1)
    return checks.flatMap(({ traced, deciders }) => explainedLayers(layerFacts('0', { traced, deciders })));
  return checks.map(({ traced, deciders }, index): ExplainedStep => {
    const { check, outcome } = traced;
    const mark = outcome.decision;
    const children = explainedLayers(layerFacts(String(index), { traced, deciders }));
    return {
      id: String(index),
      mark,
      text: [strong(check.action), ' on ', code(check.resource)],
      rule,
      spans: [],
      decisive: true,
      children,
    };
  });
}

function layerFacts(id: string, { traced, deciders }: ExplainedCheck): LayerFacts {
  return { id, traced, deciders, blockers: blockersOf(traced) };
}

/** Each open point that the answer rests on, once. */
function notesOf(call: Call, checks: readonly ExplainedCheck[], decision: Decision): Answer['notes'] {
  const all = checks.map(({ traced }) => traced);
  const { world, request } = call;
  const met = speakingFor(all, decision).flatMap((traced) => pointsMet({ world, request, traced, all }));
  return withoutRepeats(decision === 'allowed' ? [...met, ...refusalPoints(call)] : met);
}

/** The checks that made the decision: of a denied request those that were denied, of an allowed one all. */
function speakingFor(all: readonly TracedCheck[], decision: Decision): readonly TracedCheck[] {
  return all.filter(({ outcome }) => outcome.decision === decision);
}

/** Turns backticks of a note into code. Notes quote user text that has none of its own: it would only lose its typography. */
function marked(text: string): Phrase {
  return text.split('`').map((part, index) => (index % 2 === 1 ? code(part) : part));
}

function contextOf(checks: readonly ExplainedCheck[]): Answer['context'] {
  const entries = checks[0]?.traced.check.context.entries.values() ?? [];
  return [...entries]
    .filter((entry) => entry.state === 'present')
    .map(({ key, values, origin }) => ({
      key,
      values,
      origin: originWords(origin).replace(/^ \((.*)\)$/, '$1') || 'given in the request',
    }))
    .toSorted((left, right) => (left.key.toLowerCase() < right.key.toLowerCase() ? -1 : 1));
}

function notFoundAnswer({
  because,
  error: name,
  rule,
}: Extract<ReadRequest, { readonly kind: 'notFound' }>): Omit<Answer, 'awsMessage'> {
  const text = capitalized([...marked(because), '.']);
  return {
    decision: 'implicitDeny',
    error: { name, text, rule },
    title: 'Denied: KMS does not find the key',
    sentence: text,
    deciding: [],
    steps: [
      {
        id: '0',
        mark: 'implicitDeny',
        text: ['KMS looks the key up before any policy is asked'],
        detail: text,
        rule,
        spans: [],
        decisive: true,
        children: [],
      },
    ],
    statementNotes: [],
    scope: { considered: [], notSupplied: [] },
    wouldChange: [],
    notes: [],
    context: [],
  };
}
