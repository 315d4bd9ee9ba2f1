import { describe, expect, test } from 'vitest';
import { lineIndex } from '#engine/source/lines.ts';
import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import { changePreview, lineChanges } from './changePreview.ts';

const text = '{\n  "Statement": [\n    { "Sid": "A" },\n    { "Sid": "B" }\n  ]\n}';
const scenario: Scenario = {
  accounts: [],
  organizationPolicies: [],
  keys: [{ arn: 'arn', policy: { id: 'key', text } }],
  resources: [],
  identities: [],
  vpcEndpoints: [],
  requests: [],
};
const request: ScenarioRequest = { principal: 'anonymous', action: 'kms:Decrypt' };
const texts = new Map([['key', { name: 'the key policy', lines: lineIndex(text) }]]);
const shown = (lines: readonly { readonly sign: string; readonly text: string }[]) =>
  lines.map((line) => line.sign + line.text);

describe('the lines that a change touches', () => {
  test('with one line around them, less the indentation they share', () => {
    const after = text.replace('{ "Sid": "B" }', '{ "Sid": "B" },\n    { "Sid": "C" }');
    expect(shown(lineChanges(text, after))).toEqual([
      '   { "Sid": "A" },',
      '-  { "Sid": "B" }',
      '+  { "Sid": "B" },',
      '+  { "Sid": "C" }',
      ' ]',
    ]);
  });

  test('of a text that had none, and of one that repeats itself', () => {
    expect(shown(lineChanges('a', 'b'))).toEqual(['-a', '+b']);
    expect(shown(lineChanges('a\na', 'a\na\na'))).toEqual([' a', '+a']);
  });
});

test('edits are shown a document at a time, by its name', () => {
  const at = text.indexOf('"A"');
  const previews = changePreview(
    [
      { kind: 'text', document: 'key', offset: at, length: 3, replacement: '"Z"' },
      { kind: 'identityPolicy', arn: 'arn:aws:iam::111122223333:role/App', name: 'New', text: '{\n}' },
      { kind: 'request', pointer: '/parameters/EncryptionContext/tenant', value: 'a' },
    ],
    scenario,
    request,
    texts,
  );
  expect(previews.map(({ name }) => name)).toEqual([
    'the key policy',
    'a new IAM policy New of role/App',
    'the request',
  ]);
  expect(shown(previews[0]?.lines ?? [])).toContain('-  { "Sid": "A" },');
  expect(shown(previews[2]?.lines ?? [])).toEqual(['+parameters.EncryptionContext.tenant: "a"']);
});

test('an SCP that is attached is shown with its text where it is new, else as a further target', () => {
  const edit = { kind: 'serviceControlPolicy', target: 'r-1', name: 'Full', text: '{\n}' } as const;
  const known: Scenario = {
    ...scenario,
    organizationPolicies: [
      {
        type: 'SERVICE_CONTROL_POLICY',
        name: 'Full',
        targets: ['r-2'],
        document: { id: 'scp/Full', text: '{}' },
      },
    ],
  };
  const preview = (one: Scenario) =>
    changePreview([edit], one, request, texts).map(({ name, lines }) => [name, ...shown(lines)]);
  expect(preview(scenario)).toEqual([['a new SCP Full at r-1', '+{', '+}']]);
  expect(preview(known)).toEqual([['the targets of the SCP Full', '+r-1']]);
});
