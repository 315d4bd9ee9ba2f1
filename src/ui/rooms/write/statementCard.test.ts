import { describe, expect, test } from 'vitest';
import { statementCards } from './statementCard.ts';
import { POLICY, reportOf, scenarioOf, studyOf } from './testScenario.ts';

function cardsOf(policy: string) {
  return statementCards(reportOf(studyOf(scenarioOf({ policy }))), policy);
}

function policyWith(statement: object): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Resource: '*', ...statement }],
  });
}

describe('statement cards', () => {
  test('say who, what and how many conditions', () => {
    expect(
      cardsOf(POLICY).map(({ label, effect, who, what, conditions }) => [
        label,
        effect,
        who,
        what,
        conditions,
      ]),
    ).toEqual([
      ['Root', 'Allow', ['Account 444455556666'], ['kms:*'], 0],
      ['ReaderUse', 'Allow', ['role/Reader in 111122223333'], ['kms:Decrypt', 'kms:DescribeKey'], 0],
      [expect.stringMatching(/3/), 'Deny', ['Anyone'], ['kms:Decrypt'], 1],
    ]);
  });

  test.each([
    [{ Principal: { AWS: '*' } }, ['Anyone']],
    [{ Principal: { AWS: '444455556666' } }, ['Account 444455556666']],
    [{ Principal: { Service: 'logs.us-east-1.amazonaws.com' } }, ['logs.us-east-1.amazonaws.com']],
    [
      { NotPrincipal: { AWS: 'arn:aws:iam::111122223333:user/Ann' } },
      ['Everyone but user/Ann in 111122223333'],
    ],
  ])('%j is %j', (element, who) => {
    expect(cardsOf(policyWith({ Action: 'kms:Decrypt', ...element }))[0]?.who).toEqual(who);
  });

  test('count each condition key, and name what NotAction leaves', () => {
    const [card] = cardsOf(
      policyWith({
        Principal: '*',
        NotAction: 'kms:Delete*',
        Condition: {
          StringEquals: { 'aws:PrincipalTag/a': 'b', 'kms:ViaService': ['x', 'y'] },
          Bool: { 'aws:SecureTransport': 'true' },
        },
      }),
    );
    expect(card).toMatchObject({ conditions: 3, what: ['Everything but kms:Delete*'] });
  });

  test('keep the name of a statement whose text cannot be read', () => {
    const report = reportOf(studyOf(scenarioOf()));
    const cards = statementCards(report, '');
    expect(cards.map(({ label }) => label)).toEqual(report.statements.map(({ label }) => label));
    expect(cards[0]).toMatchObject({ who: [], what: [], conditions: 0 });
  });
});
