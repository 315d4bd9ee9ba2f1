import { describe, expect, test } from 'vitest';
import { answerRequest } from '#engine/explain/answerRequest.ts';
import { plain } from '#engine/explain/phrase.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import { prove, type Question } from '../prove.ts';
import { scenarioWith } from '../testing/provers.ts';
import type { ProofAnswer } from './answer.ts';

const OWN = '111122223333';
const isPublic: Question = { kind: 'outsiders', outside: { kind: 'public' } };

function statement(parts: object): object {
  return { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*', ...parts };
}

const root = statement({ Sid: 'Root', Principal: { AWS: `arn:aws:iam::${OWN}:root` } });
const read = statement({
  Sid: 'Read',
  Principal: { AWS: `arn:aws:iam::${OWN}:role/Reader` },
  Action: 'kms:Decrypt',
});

function ask(question: Question, ...statements: readonly object[]): ProofAnswer {
  const scenario = scenarioWith({ Version: '2012-10-17', Statement: statements });
  const proof = prove({ scenario, question });
  if (proof.kind === 'unanswered' || !('answer' in proof) || !('rests' in proof.answer))
    throw new Error(`Answered as ${proof.kind}.`);
  return proof.answer;
}

describe('who is shown as a stranger', () => {
  test('a stranger is one who needs no IAM policy, where there is such a one', () => {
    const open = [statement({ Action: 'kms:Decrypt' })];
    const [finding] = ask(isPublic, ...open).findings;
    const request = finding?.witness?.request;
    expect(request?.principal).toMatch(/:root$/);
    const scenario = scenarioWith({ Version: '2012-10-17', Statement: open });
    if (request === undefined) return;
    const answered = answerRequest(buildWorld(scenario), request);
    expect('answer' in answered && answered.answer.decision).toBe('allowed');
  });

  test('where only roles get in, the answer says that their own account must allow it, too', () => {
    const Condition = { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Admin' } };
    const open = [statement({ Action: 'kms:Decrypt', Condition })];
    const answer = ask(isPublic, ...open);
    expect(answer.verdict).toBe('yes');
    expect(plain(answer.sentence)).toContain('their own account');
    expect(plain(ask(isPublic, statement({})).sentence)).not.toContain('their own account');
  });
});

describe('a no rests on', () => {
  const open = statement({ Sid: 'Open', Action: 'kms:Decrypt' });
  const guard = statement({
    Sid: 'Guard',
    Effect: 'Deny',
    Condition: { StringNotEquals: { 'aws:PrincipalAccount': OWN } },
  });
  const other = statement({ Sid: 'Other', Effect: 'Deny', Action: 'kms:ScheduleKeyDeletion' });
  const conditional = statement({
    Sid: 'Ours',
    Action: 'kms:Decrypt',
    Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg' } },
  });
  const rests = (...statements: readonly object[]) =>
    ask(isPublic, ...statements).rests.map(({ ref }) => ref);

  test.each<[string, readonly object[], readonly string[]]>([
    ['the Deny that bounds an Allow', [root, open, guard, other], ['key#Open', 'key#Guard']],
    ['the condition of an Allow', [root, conditional], ['key#Ours']],
    ['all Allows, where none comes near', [root, other], ['key#Root']],
    ['nothing, where it is a yes', [root, open], []],
  ])('%s', (_, statements, expected) => {
    expect(rests(...statements)).toEqual(expected);
  });

  test('in every question that can be answered with no', () => {
    const answers = [
      ask({ kind: 'services' }, root),
      ask({ kind: 'lockout' }, read),
      ask({ kind: 'separation', separation: { one: ['kms:Encrypt'], other: ['kms:Decrypt'] } }, read),
      ask({ kind: 'notGranted', forbidden: { actions: ['kms:Encrypt'] } }, read),
      ask({ kind: 'escalation' }, read),
    ];
    expect(answers.map(({ verdict }) => verdict)).toEqual(answers.map(() => 'no'));
    for (const { rests: statements } of answers) expect(statements).not.toEqual([]);
  });
});
