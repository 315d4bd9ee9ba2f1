import { describe, expect, test } from 'vitest';
import { evidencePlace, evidenceTexts } from './evidenceLines.ts';
import { appRequest, placeOf, testScenario } from './testScenario.ts';

const scenario = {
  ...testScenario,
  identities: [
    {
      arn: 'arn:aws:iam::111122223333:role/OrdersApp',
      policies: [{ name: 'Use', document: { id: 'identity/Use', text: '{\n  "a": 1\n}' } }],
      permissionsBoundary: { name: 'B', document: { id: 'boundary', text: '{}' } },
    },
  ],
};
const texts = evidenceTexts(scenario, appRequest, []);

describe('lines', () => {
  test.each([
    ['"Sid": "EnableIamPolicies"', '5', 'line 5 of the key policy'],
    ['"Sid": "OrdersAppUse",\n      "Effect"', '12–13', 'lines 12–13 of the key policy'],
    ['"Version": "2012-10-17",\n', '2', 'line 2 of the key policy'],
  ])('of %j', (piece, label, place) => {
    expect(evidencePlace([placeOf(piece)], texts)).toEqual({ label, place });
  });

  test('an empty span stands on its line', () => {
    const { from } = placeOf('"Sid": "EnableIamPolicies"');
    expect(evidencePlace([{ text: 'key', from, to: from }], texts)?.label).toBe('5');
  });

  test('of several places: each line once, the texts told apart', () => {
    const spans = [
      placeOf('"EnableIamPolicies"'),
      placeOf('"Sid": "EnableIamPolicies"'),
      { text: 'identity/Use', from: 4, to: 7 },
    ];
    expect(evidencePlace(spans, texts)).toEqual({
      label: '5, 2',
      place: 'line 5 of the key policy; line 2 of IAM policy Use',
    });
  });

  test('more than two places are counted', () => {
    const spans = ['"EnableIamPolicies"', '"OrdersAppUse"', '"DenyOthers"'].map(placeOf);
    expect(evidencePlace(spans, texts)).toEqual({
      label: '5, +2',
      place: 'lines 5, 12, 20 of the key policy',
    });
  });

  test('of nothing, or of a text that is not there: none', () => {
    expect(evidencePlace([], texts)).toBeUndefined();
    expect(evidencePlace([{ text: 'gone', from: 0, to: 1 }], texts)).toBeUndefined();
  });
});

test('while an older version answers, lines are those of that version', () => {
  const [key] = testScenario.keys;
  if (key === undefined) throw new Error('no key');
  const policy = { id: 'key', text: 'broken', fallback: '\n\n{}' };
  const broken = { ...testScenario, keys: [{ ...key, policy }] };
  const report = {
    id: 'key',
    kind: 'key' as const,
    usedFallback: true,
    usable: true,
    diagnostics: [],
    statements: [],
    bytes: 6,
  };
  const span = { text: 'key', from: 2, to: 4 };
  expect(evidencePlace([span], evidenceTexts(broken, appRequest, [report]))?.label).toBe('3');
  expect(evidencePlace([span], evidenceTexts(broken, appRequest, []))?.label).toBe('1');
});

test('session policies of the request and organization policies are found', () => {
  const request = { ...appRequest, session: { policies: [{ id: 'session/0', text: '{}' }] } };
  const organization = {
    ...scenario,
    organizationPolicies: [
      {
        type: 'SERVICE_CONTROL_POLICY' as const,
        name: 'FullAWSAccess',
        targets: [],
        document: { id: 'scp', text: '{}' },
      },
    ],
  };
  const all = evidenceTexts(organization, request, []);
  const places = ['session/0', 'scp', 'boundary'].map(
    (text) => evidencePlace([{ text, from: 0, to: 1 }], all)?.place,
  );
  expect(places).toEqual([
    'line 1 of the session policy',
    'line 1 of FullAWSAccess',
    'line 1 of the permissions boundary',
  ]);
});
