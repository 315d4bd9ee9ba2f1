import type { Question } from '#engine/prove/prove.ts';
import type { Options } from './commandLine.ts';

/** A question of the command line, and the verdict that makes the command fail. */
export interface AskedQuestion {
  readonly name: string;
  readonly question: Question;
  readonly failsOn: 'yes' | 'no' | undefined;
}

/** The questions that options ask; without any, the ones every key should pass. */
export function questionsOf(options: Options): readonly AskedQuestion[] {
  const asked: AskedQuestion[] = [];
  const text = (name: keyof Options) => (typeof options[name] === 'string' ? options[name] : undefined);
  const outside = text('outside');
  if (outside !== undefined) asked.push(outsideQuestion(outside));
  const who = text('who');
  if (who !== undefined) asked.push(plainQuestion(`who can ${who}`, { kind: 'whoCan', action: who }));
  const notGranted = text('not-granted');
  if (notGranted !== undefined) asked.push(notGrantedQuestion(notGranted, text('to'), text('level')));
  const [one, other] = [text('separate'), text('from')];
  if (one !== undefined && other !== undefined) {
    const separation = { one: listOf(one), other: listOf(other) };
    asked.push({ name: 'separation', question: { kind: 'separation', separation }, failsOn: 'yes' });
  }
  for (const kind of ['services', 'escalation', 'review', 'smallest'] as const) {
    if (options[kind] === true) asked.push(plainQuestion(kind, { kind }));
  }
  if (options.lockout === true) asked.push(lockout);
  return asked.length > 0
    ? asked
    : [outsideQuestion('public'), lockout, plainQuestion('review', { kind: 'review' })];
}

const lockout: AskedQuestion = { name: 'lockout', question: { kind: 'lockout' }, failsOn: 'no' };

function plainQuestion(name: string, question: Question): AskedQuestion {
  return { name, question, failsOn: undefined };
}

function outsideQuestion(outside: string): AskedQuestion {
  const kind = outside === 'account' || outside === 'public' ? outside : 'organization';
  const question: Question =
    kind === 'organization'
      ? { kind: 'outsiders', outside: { kind, organization: outside } }
      : { kind: 'outsiders', outside: { kind } };
  return { name: `outside ${outside}`, question, failsOn: 'yes' };
}

function notGrantedQuestion(
  actions: string,
  to: string | undefined,
  level: string | undefined,
): AskedQuestion {
  const forbidden = {
    actions: listOf(actions),
    ...(to === undefined ? {} : { principals: listOf(to) }),
    level: level === 'direct' ? level : 'viaIam',
  } as const;
  return { name: `not granted ${actions}`, question: { kind: 'notGranted', forbidden }, failsOn: 'yes' };
}

function listOf(text: string): readonly string[] {
  return text.split(',').map((item) => item.trim());
}
