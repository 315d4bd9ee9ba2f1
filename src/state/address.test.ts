import { expect, test } from 'vitest';
import { printAddress, readAddress } from './address.ts';

test.each([
  ['#/design', { room: 'design', question: null, subject: null }],
  ['#/prove', { room: 'prove', question: null, subject: null }],
  ['#/prove/public', { room: 'prove', question: 'public', subject: null }],
  ['#/prove/who-can/kms:Decrypt', { room: 'prove', question: 'who-can', subject: 'kms:Decrypt' }],
  ['#/prove/who-can/kms:%20%25', { room: 'prove', question: 'who-can', subject: 'kms: %' }],
] as const)('%s is read and written', (hash, address) => {
  expect(readAddress(hash)).toEqual(address);
  expect(printAddress(address)).toBe(hash);
});

test('an unknown question leads to all questions', () => {
  expect(readAddress('#/prove/no-such-question')).toEqual({ room: 'prove', question: null, subject: null });
});

test('an address typed wrongly is taken as it is', () => {
  expect(readAddress('#/prove/who-can/%E0%A4%A')?.subject).toBe('%E0%A4%A');
});

test.each(['', '#', '#design', '#/learn/01', '#s1.abc', '#pane-write'])('%j is no room', (hash) => {
  expect(readAddress(hash)).toBeNull();
});
