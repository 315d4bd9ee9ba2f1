import { describe, expect, test } from 'vitest';
import {
  groupArnProblem,
  identityArnProblem,
  identityCards,
  newPolicyName,
  policyNameProblem,
  sessionCard,
} from './identities.view.ts';
import { READER, reader, scenarioOf, studyOf } from './testScenario.ts';

const user = {
  arn: 'arn:aws:iam::444455556666:user/team/Ann',
  id: 'AIDAEXAMPLE',
  tags: { team: 'a', site: 'b' },
};
const scenario = scenarioOf({ identities: [reader, user] });

describe('identity cards', () => {
  test('before the engine has answered', () => {
    const [role, person] = identityCards(scenario, null);
    expect(role).toMatchObject({
      name: 'role/Reader',
      kind: 'IAM role in 111122223333',
      groups: null,
      details: null,
    });
    expect(person).toMatchObject({
      name: 'user/Ann',
      groups: [],
      details: 'unique id, 2 tags',
      boundary: null,
    });
    expect(role?.policies.map(({ summary, problem }) => [summary, problem])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test('say what each policy holds, or how many errors', () => {
    const [role] = identityCards(scenario, studyOf(scenario));
    expect(role?.policies[0]).toMatchObject({ name: 'UseKey', summary: '1 statement', problem: null });
    expect(role?.policies[1]).toMatchObject({
      name: 'Draft',
      problem: expect.stringMatching(/^\d+ errors?$/),
    });
    expect(role?.boundary).toMatchObject({ name: 'Boundary', summary: '1 statement' });
  });

  test('show the path of a role, and what a user has through groups', () => {
    const developers = 'arn:aws:iam::444455556666:group/Developers';
    const auditors = 'arn:aws:iam::444455556666:group/Auditors';
    const policies = [{ name: 'Dev', document: { id: 'dev', text: '{}' } }];
    const [group, person, role] = identityCards(
      scenarioOf({
        identities: [
          { arn: developers, policies },
          { ...user, groups: [developers, auditors] },
          { arn: 'arn:aws:iam::111122223333:role/service/App' },
        ],
      }),
      null,
    );
    expect(group).toMatchObject({ takesBoundary: false, groups: null, inherited: [] });
    expect(person).toMatchObject({
      kind: 'IAM user in 444455556666, path /team/',
      takesBoundary: true,
      details: 'unique id, 2 tags, 2 groups',
      inherited: [
        { group: 'group/Developers', policies: [{ id: 'dev', name: 'Dev' }] },
        { group: 'group/Auditors', policies: null },
      ],
    });
    expect(role?.kind).toBe('IAM role in 111122223333, path /service/');
  });

  test('of a session show its policies, and callers without one have no card', () => {
    const principal = 'arn:aws:sts::111122223333:assumed-role/Reader/reports';
    const policies = [{ id: 'session/asked', text: '{}' }];
    expect(sessionCard({ principal, action: 'kms:Decrypt', session: { policies } }, null)).toMatchObject({
      name: 'assumed-role/Reader/reports',
      policies: [{ id: 'session/asked', name: 'Session policy 1' }],
    });
    expect(sessionCard({ principal, action: 'kms:Decrypt' }, null)?.policies).toEqual([]);
    expect(sessionCard({ principal: user.arn, action: 'kms:Decrypt' }, null)).toBeNull();
    // Policies that the scenario passes all the same stay in sight.
    expect(sessionCard({ principal: user.arn, action: 'x', session: { policies } }, null)).not.toBeNull();
  });

  test('know whether removing a policy loses something', () => {
    const policy = (text: string) => ({ name: 'P', document: { id: 'p', text } });
    const hasText = (text: string) =>
      identityCards(scenarioOf({ identities: [{ arn: READER, policies: [policy(text)] }] }), null)[0]
        ?.policies[0]?.hasText;
    expect(hasText('')).toBe(false);
    expect(hasText('{\n  "Version": "2012-10-17",\n  "Statement": []\n}')).toBe(false);
    expect(hasText('{')).toBe(true);
  });
});

describe('the ARN of an identity', () => {
  test.each([READER, user.arn, 'arn:aws-cn:iam::111122223333:group/Developers'])('%s is one', (arn) => {
    expect(identityArnProblem(arn, [])).toBeNull();
  });

  test.each([
    ['', 'looks like'],
    ['role/Reader', 'looks like'],
    ['arn:aws:iam::1111:role/Reader', 'looks like'],
    ['arn:aws:iam::111122223333:policy/P', 'looks like'],
    ['arn:aws:iam::111122223333:root', 'account itself'],
    ['arn:aws:sts::111122223333:assumed-role/Reader/s', 'role/Reader'],
    ['arn:aws:sts::111122223333:federated-user/Ann', 'federated user'],
  ])('%j: %s', (arn, words) => {
    expect(identityArnProblem(arn, [])).toContain(words);
  });

  test('is taken once', () => {
    expect(identityArnProblem(READER, [READER])).toBe('role/Reader is here already.');
  });

  test('groups have their own', () => {
    expect(groupArnProblem('')).toBeNull();
    expect(groupArnProblem('arn:aws:iam::111122223333:group/a/Developers')).toBeNull();
    expect(groupArnProblem(READER)).toContain('group/');
  });
});

describe('the name of a policy', () => {
  test.each([
    ['UseKey', true],
    ['a+b=c,d.e@f_g-h', true],
    ['', false],
    ['Use key', false],
    ['Use/Key', false],
    ['x'.repeat(129), false],
    ['Taken', false],
  ])('%j may be one: %j', (name, isGood) => {
    expect(policyNameProblem(name, ['Taken']) === null).toBe(isGood);
  });

  test('a new one is free', () => {
    const present: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const name = newPolicyName(present);
      expect(policyNameProblem(name, present)).toBeNull();
      present.push(name);
    }
  });
});
