import { expect, test } from 'vitest';
import { plain } from '#engine/explain/phrase.ts';
import { policyChangeRows } from './policyChange.view.ts';

const change = (
  principal: string,
  from: 'none' | 'denied' | 'depends' | 'allowed',
  to: 'none' | 'denied' | 'depends' | 'allowed',
  actions: readonly string[] = ['kms:Decrypt'],
) => ({ id: principal, principal, detail: '', from, to, actions });

const lockout = { outcome: 'passed', text: [] } as const;

test('what opens stands before what closes, each in words', () => {
  const { rows, more } = policyChangeRows({
    changes: [
      change('role/A', 'allowed', 'none'),
      change('role/B', 'none', 'allowed', ['kms:1', 'kms:2', 'kms:3', 'kms:4', 'kms:5', 'kms:6']),
      change('role/C', 'none', 'denied'),
      change('role/D', 'depends', 'allowed'),
    ],
    lockout,
  });
  expect(rows.map(({ text }) => plain(text))).toEqual([
    'role/B may then do kms:1, kms:2, kms:3, kms:4 and 2 more.',
    'role/D may then do kms:Decrypt, whatever the request.',
    'role/C is then denied kms:Decrypt.',
    'role/A may no longer do kms:Decrypt.',
  ]);
  expect(rows.map(({ becomes }) => becomes)).toEqual(['allowed', 'allowed', 'explicitDeny', 'implicitDeny']);
  expect(more).toBe(0);
});

test('many changes are counted', () => {
  const changes = Array.from({ length: 20 }, (_, index) => change(`role/${index}`, 'none', 'allowed'));
  expect(policyChangeRows({ changes, lockout })).toMatchObject({ more: 8 });
});
