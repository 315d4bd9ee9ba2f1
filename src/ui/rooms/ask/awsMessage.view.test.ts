import { expect, test } from 'vitest';
import type { AwsMessage } from '#engine/message/awsMessage.ts';
import { copiedMessage, wordingSentence } from './awsMessage.view.ts';

const message = (parts: AwsMessage['parts']): AwsMessage => ({
  code: 'AccessDeniedException',
  parts,
  alternatives: [],
  leavesOut: [],
  rule: 'KMS-255',
});

test('where the wording is from, part by part', () => {
  expect(wordingSentence(message([]))).toBeNull();
  expect(wordingSentence(message([{ text: 'a', basis: 'documented' }]))).toBe(
    'The wording is known from AWS’s documentation.',
  );
  const mixed = message([
    { text: 'User: x', basis: 'documented' },
    { text: ' on this resource', basis: 'observed' },
    { text: ' because one two three four five six seven', basis: 'observed' },
  ]);
  expect(wordingSentence(mixed)).toBe(
    'The wording is known from AWS’s documentation, “on this resource” and “because one two three four …” from public reports of the error.',
  );
});

test('what is copied has the name of the exception first', () => {
  expect(copiedMessage(message([{ text: 'no', basis: 'observed' }]))).toBe('AccessDeniedException: no');
  expect(copiedMessage(message([]))).toBe('AccessDeniedException');
});
