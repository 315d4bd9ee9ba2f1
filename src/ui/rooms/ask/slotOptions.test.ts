import { expect, test } from 'vitest';
import {
  contextKeyOptions,
  keyOptions,
  operationOptions,
  principalOptions,
  serviceOptions,
} from './slotOptions.ts';
import { appRequest, studied, testScenario } from './testScenario.ts';

const { suggestions } = studied(appRequest);

test('operations of one group stand together, each once, with prefix and meaning', () => {
  const options = operationOptions(suggestions);
  expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
  expect(options.every(({ text, secondary }) => text.startsWith('kms:') && secondary !== undefined)).toBe(
    true,
  );
  const groups = options
    .map(({ secondary }) => secondary?.split(' · ')[0] ?? '')
    .filter((group) => ['Use', 'Manage'].includes(group));
  expect(groups.toSorted()).not.toEqual([]);
  expect(groups.lastIndexOf('Use') - groups.indexOf('Use')).toBe(
    groups.filter((group) => group === 'Use').length - 1,
  );
});

test('bare operation names get their prefix', () => {
  const bare = { ...suggestions, operations: [{ name: 'Decrypt', meaning: 'm', group: null }] };
  expect(operationOptions(bare)).toEqual([{ id: 'kms:Decrypt', text: 'kms:Decrypt', secondary: 'm' }]);
});

test('principals are offered as ARNs with what they are', () => {
  const options = principalOptions({
    ...suggestions,
    principals: [
      { value: 'arn:a', label: 'role/A', detail: '111122223333' },
      { value: 'arn:a', label: 'role/A', detail: '111122223333' },
      { value: 'svc', label: 'svc', detail: 'a service' },
    ],
  });
  expect(options).toEqual(
    [
      { id: 'svc', text: 'svc', secondary: 'a service' },
      { id: 'arn:a', text: 'arn:a', secondary: 'role/A · 111122223333' },
    ].toReversed(),
  );
});

test('condition keys of the policies come first and say so', () => {
  const options = contextKeyOptions({
    ...suggestions,
    contextKeys: [
      { key: 'aws:SourceIp', meaning: 'm', mentioned: false },
      { key: 'aws:PrincipalOrgID', meaning: 'n', mentioned: true },
    ],
  });
  expect(options.map(({ text }) => text)).toEqual(['aws:PrincipalOrgID', 'aws:SourceIp']);
  expect(options[0]?.secondary).toBe('In your policies · n');
});

test('a key can be named by ARN, alias name, alias ARN and ID', () => {
  expect(keyOptions(testScenario.keys).map(({ text }) => text)).toEqual([
    'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    'alias/orders',
    'arn:aws:kms:us-east-1:111122223333:alias/orders',
    '1234abcd-12ab-34cd-56ef-1234567890ab',
  ]);
});

test('before the first answer nothing is offered', () => {
  expect([
    principalOptions(null),
    operationOptions(null),
    serviceOptions(null),
    contextKeyOptions(null),
  ]).toEqual([[], [], [], []]);
});
