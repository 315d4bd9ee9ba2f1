import { expect, test } from 'vitest';
import { parsePolicy } from '../policy/parsePolicy.ts';
import { matchAction } from './actionMatch.ts';
import { compilePolicy, statementsFor } from './plan.ts';
import { policy } from './testing/decisions.ts';

function compiled(statement: Readonly<Record<string, string | readonly string[]>>) {
  const text = JSON.stringify(policy({ Effect: 'Allow', Resource: '*', ...statement }));
  const parsed = parsePolicy(text, { id: 'p', type: 'identity', name: 'p' }).policy;
  if (parsed === undefined) throw new Error(text);
  return compilePolicy(parsed);
}

test.each<[string | readonly string[], string, string | undefined]>([
  ['kms:Decrypt', 'kms:Decrypt', 'kms:Decrypt'],
  ['KMS:decrypt', 'kms:Decrypt', 'KMS:decrypt'],
  ['k?s:*crypt', 'kms:Decrypt', 'k?s:*crypt'],
  ['*:Decrypt', 'kms:Decrypt', '*:Decrypt'],
  ['*', 'kms:Decrypt', '*'],
  [['kms:Encrypt', 'kms:D*', 'kms:*'], 'kms:Decrypt', 'kms:D*'],
  ['kms*', 'kms:Decrypt', undefined],
  [':Decrypt', 'kms:Decrypt', undefined],
  ['s3:*', 'kms:Decrypt', undefined],
  ['kms:Decryp', 'kms:Decrypt', undefined],
])('Action %j covers %s by %s; NotAction the other way round', (patterns, action, by) => {
  const [plan] = compiled({ Action: patterns }).statements;
  const [negated] = compiled({ NotAction: patterns }).statements;
  const found = plan?.action && matchAction(plan.action, action);
  expect([found?.matched ?? false, found?.pattern?.value]).toEqual([by !== undefined, by]);
  expect(negated?.action && matchAction(negated.action, action).matched).toBe(by === undefined);
});

test('answers are remembered for a bounded number of actions, and right for all', () => {
  const plan = compiled({ Action: 'kms:*7' });
  const actions = Array.from({ length: 600 }, (_, index) => `kms:A${index}`);
  const right = actions.map((action) => action.endsWith('7'));
  const ask = () => actions.map((action) => statementsFor(plan, action).all.length === 1);
  expect([ask(), ask()]).toEqual([right, right]);
  expect([plan.byAction.size, plan.statements[0]?.action?.known.size]).toEqual([512, 512]);
  expect(statementsFor(plan, 'kms:A7')).toBe(statementsFor(plan, 'kms:A7'));
});
