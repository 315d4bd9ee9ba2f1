import { expect, test } from 'vitest';
import { policyProblems, withNewPolicy, withoutPolicy, withPolicyText } from './sessionPolicies.ts';
import { appRequest, studied } from './testScenario.ts';

const first = withNewPolicy([]);

test('a new policy has an id of its own and takes nothing away', () => {
  const three = withNewPolicy(withNewPolicy(first));
  expect(new Set(three.map(({ id }) => id)).size).toBe(3);
  const [, second] = three;
  const again = withNewPolicy(withoutPolicy(three, second?.id ?? ''));
  expect(new Set(again.map(({ id }) => id)).size).toBe(3);
  const { documents } = studied({ ...appRequest, session: { policies: first } });
  expect(documents.find(({ kind }) => kind === 'session')?.diagnostics).toEqual([]);
});

test('a problem is said with its place in the text', () => {
  const policies = withPolicyText(first, first[0]?.id ?? '', '{\n  "Statement": [,]\n}');
  const { documents } = studied({ ...appRequest, session: { policies } });
  const [document] = policies;
  if (document === undefined) throw new Error('No policy.');
  const [problem] = policyProblems(document, documents);
  expect(problem?.place).toBe('Line 2, column 17');
  expect(document.text.slice(problem?.from, (problem?.from ?? 0) + 1)).toBe(',');
});

test('the policy limits the answer', () => {
  const deny = '{"Statement":[{"Effect":"Deny","Action":"kms:*","Resource":"*"}]}';
  const policies = withPolicyText(first, first[0]?.id ?? '', deny);
  expect(studied({ ...appRequest, session: { policies } }).answer?.decision).toBe('explicitDeny');
});
