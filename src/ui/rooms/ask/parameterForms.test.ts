import { describe, expect, test } from 'vitest';
import type { Json } from '#engine/scenario/scenario.ts';
import {
  defaultWords,
  encryptionContextsOf,
  listOfParameter,
  otherParameters,
  parameterForm,
  parameterOfList,
  parameterOfText,
  strayParameters,
  textOfParameter,
} from './parameterForms.ts';
import type { ParameterForm } from './parameterForms.ts';
import { appRequest, studied } from './testScenario.ts';

const parameter = (name: string, values: readonly string[] = []) => ({ name, values, default: null });

test.each<[string, readonly string[], ParameterForm]>([
  ['EncryptionContext', [], 'pairs'],
  ['Constraints', [], 'constraints'],
  ['Operations', ['Decrypt', 'Encrypt'], 'several'],
  ['Operations', [], 'list'],
  ['Tags', [], 'tags'],
  ['MultiRegion', ['true', 'false'], 'flag'],
  ['MessageType', ['RAW', 'DIGEST'], 'choice'],
  ['GrantId', ['g1'], 'open'],
  ['PendingWindowInDays', [], 'number'],
  ['Name', [], 'text'],
  ['toString', [], 'text'],
])('%s with values %j is filled in as %s', (name, values, form) => {
  expect(parameterForm(parameter(name, values))).toBe(form);
});

test.each<[string, ParameterForm, Json | undefined]>([
  ['', 'text', undefined],
  ['7', 'text', '7'],
  ['7', 'number', 7],
  ['7 days', 'number', '7 days'],
  ['true', 'flag', true],
  ['false', 'flag', false],
  ['{"a": 1}', 'json', { a: 1 }],
  ['{"a": ', 'json', '{"a": '],
])('the text %j as %s sends %j', (text, form, value) => {
  expect(parameterOfText(text, form)).toEqual(value);
});

test('what is sent can be shown and sent again', () => {
  for (const value of ['a', 7, true, { a: ['b'] }] as const) {
    const form = typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'json';
    expect(parameterOfText(textOfParameter(value), form)).toEqual(value);
  }
  expect(parameterOfList(listOfParameter(['a', 'b']))).toEqual(['a', 'b']);
  expect(parameterOfList([''])).toBeUndefined();
});

test('an omitted parameter says its default', () => {
  expect(defaultWords({ ...parameter('X'), default: 'RAW' })).toBe('Default: RAW');
  expect(defaultWords(parameter('X'))).toBe('Not sent');
});

describe('with the suggestions of the engine', () => {
  const { suggestions } = studied(appRequest);

  test('the key and the encryption context are not asked for twice', () => {
    const names = otherParameters(suggestions).map(({ name }) => name);
    expect(names).toContain('EncryptionAlgorithm');
    expect(names).not.toContain('KeyId');
    expect(names).not.toContain('EncryptionContext');
  });

  test('a parameter without a field of its own is shown as sent too', () => {
    const request = {
      ...appRequest,
      parameters: { ...appRequest.parameters, EncryptionAlgorithm: 'x', Odd: '1' },
    };
    expect(strayParameters(request, suggestions)).toEqual(['Odd']);
    expect(strayParameters({ ...request, action: 'kms:DescribeKey' }, suggestions)).toContain(
      'EncryptionContext',
    );
  });
});

test('ReEncrypt has two encryption contexts, DescribeKey none; case does not matter', () => {
  expect(encryptionContextsOf('KMS:ReEncrypt')).toEqual([
    'SourceEncryptionContext',
    'DestinationEncryptionContext',
  ]);
  expect(encryptionContextsOf('kms:DescribeKey')).toEqual([]);
});
