import { expect, test } from 'vitest';
import { requestTitle, savedAs } from './savedRequests.ts';
import { appRequest, outsiderRequest } from './testScenario.ts';

test('a saved request is found again by what it asks, not by what it is called', () => {
  const saved = [
    { ...outsiderRequest, name: 'outsider' },
    { ...appRequest, name: 'app', expect: { decision: 'allowed' as const } },
    { ...appRequest, name: 'app again' },
  ];
  expect(savedAs(appRequest, saved)?.name).toBe('app');
  expect(savedAs({ ...appRequest, name: 'app again' }, saved)?.name).toBe('app again');
  expect(savedAs({ ...appRequest, viaService: 's3.us-east-1.amazonaws.com' }, saved)).toBeUndefined();
});

test('without a name it is called by its question', () => {
  expect(requestTitle({ ...appRequest, name: 'Named' })).toBe('Named');
  expect(requestTitle({ ...outsiderRequest, viaService: 's3.us-east-1.amazonaws.com' })).toBe(
    'assumed-role/Reader/reports kms:Decrypt via s3.us-east-1',
  );
});
