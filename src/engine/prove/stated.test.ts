import { describe, expect, test } from 'vitest';
import { prove } from './prove.ts';
import { scenarioWith } from './testing/provers.ts';

const OWN = '111122223333';

function policy(...Statement: readonly object[]): object {
  return { Version: '2012-10-17', Statement };
}

function allow(parts: object): object {
  return { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*', ...parts };
}

function facts(...statements: readonly object[]) {
  const text = JSON.stringify(policy(...statements), null, 2);
  return { id: 'facts.json', text };
}

const ownInOrganization = {
  Sid: 'OwnAccountIsInTheOrganization',
  Effect: 'Deny',
  Principal: { AWS: OWN },
  Action: '*',
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-ours' } },
};

const byAccount = policy(allow({ Principal: { AWS: OWN } }));
const byOrganization = policy(
  allow({ Principal: { AWS: OWN }, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-ours' } } }),
);

function compared(stated?: { readonly id: string; readonly text: string }) {
  return prove({
    scenario: scenarioWith(byOrganization),
    question: { kind: 'compare', before: scenarioWith(byAccount) },
    ...(stated === undefined ? {} : { facts: stated }),
  });
}

test('versions that differ are equivalent within stated facts, which the answer names', () => {
  expect(compared()).toMatchObject({ answer: { relation: 'lessAccess', withFacts: null } });
  expect(compared(facts(ownInOrganization))).toMatchObject({
    answer: {
      relation: 'lessAccess',
      withFacts: 'equivalent',
      narrowed: [
        {
          facts: [{ rule: 'stated', text: 'A stated fact rules this out: `OwnAccountIsInTheOrganization`.' }],
        },
      ],
    },
  });
  // A fact about somebody else is of no use here, and is not named.
  const other = { ...ownInOrganization, Principal: { AWS: '444455556666' } };
  expect(compared(facts(other))).toMatchObject({ answer: { withFacts: null, narrowed: [{ facts: [] }] } });
});

test('questions about one version count on them, too', () => {
  const scenario = scenarioWith(policy(allow({ Condition: { Bool: { 'aws:ViaAWSService': 'true' } } })));
  const question = { kind: 'outsiders', outside: { kind: 'public' } } as const;
  const never = { ...ownInOrganization, Sid: 'NobodyComesThroughServices', Principal: '*' };
  const Condition = { Bool: { 'aws:ViaAWSService': 'true' } };
  expect(prove({ scenario, question })).toMatchObject({ answer: { verdict: 'yes', withFacts: null } });
  expect(prove({ scenario, question, facts: facts({ ...never, Condition }) })).toMatchObject({
    answer: { verdict: 'yes', withFacts: { verdict: 'no', facts: [{ rule: 'stated' }] } },
  });
});

describe('facts that cannot be used', () => {
  test.each<[string, string, string, string]>([
    ['no JSON', '{ "Version": ', '', 'never closed'],
    ['no policy', '[]', '[]', 'JSON object'],
    ['an Allow', facts({ ...ownInOrganization, Effect: 'Allow' }).text, '"Allow"', 'A fact is a `Deny`'],
    ['no name', facts({ ...ownInOrganization, Sid: undefined }).text, '{\n      "Effect"', 'needs a `Sid`'],
    [
      'an operator that is none',
      facts({ ...ownInOrganization, Condition: { StringIs: { 'aws:PrincipalOrgID': 'o' } } }).text,
      '"StringIs"',
      'no condition operator',
    ],
  ])('%s', (_, text, place, words) => {
    const proof = compared({ id: 'facts.json', text });
    if (proof.kind !== 'unanswered') throw new Error('It was answered.');
    const [first] = proof.diagnostics ?? [];
    expect(proof.because).toBe('The facts cannot be used.');
    expect(proof.diagnostics?.map(({ message }) => message).join()).toContain(words);
    expect(first?.span.text).toBe('facts.json');
    expect(text.slice(first?.span.from).startsWith(place)).toBe(true);
  });

  test('all requests ruled out', () => {
    const all = { ...ownInOrganization, Sid: 'Nothing', Principal: '*', Condition: undefined };
    expect(compared(facts(all))).toEqual({
      kind: 'unanswered',
      because: 'The facts rule out every request.',
    });
  });
});
