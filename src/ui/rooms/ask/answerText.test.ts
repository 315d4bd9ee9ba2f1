import { expect, test } from 'vitest';
import type { PolicyChange } from '#engine/whatIf/policyChange.ts';
import { answerText, requestSentence } from './answerText.ts';
import { evidenceTexts } from './evidenceLines.ts';
import { answered, appRequest, outsiderRequest, testScenario } from './testScenario.ts';

test('the question is one sentence with nothing shortened', () => {
  expect(requestSentence(outsiderRequest)).toBe(
    'Can arn:aws:sts::444455556666:assumed-role/Reader/reports do kms:Decrypt with this key?',
  );
  expect(
    requestSentence({
      principal: 'p',
      action: 'kms:ReEncrypt',
      resource: 'alias/orders',
      viaService: 's3.us-east-1.amazonaws.com',
      parameters: { SourceEncryptionContext: { a: '1', b: '2' }, DestinationKeyId: 'k' },
    }),
  ).toBe(
    'Can p do kms:ReEncrypt with alias/orders, via s3.us-east-1.amazonaws.com, with source encryption context a=1, b=2?',
  );
});

test('question, verdict, steps with rules and lines, scope and disclaimer', () => {
  const text = answerText(
    outsiderRequest,
    answered(outsiderRequest),
    evidenceTexts(testScenario, outsiderRequest, []),
    null,
  );
  const lines = text.split('\n');
  expect(lines[0]).toBe(requestSentence(outsiderRequest));
  expect(lines[2]).toBe('Denied by a Deny statement');
  expect(lines[3]).toContain('DenyOthers');
  expect(lines).toContain('Why, step by step');
  expect(text).toMatch(
    /^ {2}- Denied by a Deny statement: DenyOthers .* \(KMS-008, lines 19–26 of the key policy\)$/m,
  );
  expect(text).toMatch(
    /^ {4}- Yes: Action kms:\* covers kms:Decrypt \(IAM-050, line 23 of the key policy\)$/m,
  );
  expect(lines.at(-1)).toMatch(
    /^Decided with the key policy\. .*Based on what's on this page\. AWS decides for real\.$/,
  );
  expect(lines).not.toContain('What would change it');
});

test('what would change it and the open points are sections of their own', () => {
  const request = { ...appRequest, parameters: {} };
  const answer = { ...answered(request), notes: [{ rule: 'U-1', text: ['an open point'] }] };
  const text = answerText(request, answer, evidenceTexts(testScenario, request, []), null);
  expect(text).toMatch(/What would change it\n- .*kms:EncryptionContext:Tenant/);
  expect(text).toContain('AWS documentation leaves open\n- an open point (U-1)');
});

test('the changes that turn the answer, with what else they do, and none found for another decision', () => {
  const text = (decision: 'allowed' | 'explicitDeny') =>
    answerText(outsiderRequest, answered(outsiderRequest), evidenceTexts(testScenario, outsiderRequest, []), {
      additions: [
        {
          kind: 'principal',
          text: ['Add ', { code: 'role/Reader' }, ' to the list.'],
          decision,
          besides: [['It also opens more: ', { strong: 'role/Reader' }, '.']],
          edits: [],
          documents: [],
        },
      ],
      policyChange: null,
    });
  expect(text('allowed')).toContain(
    'Changes that turn the answer\n- Add role/Reader to the list. It also opens more: role/Reader.\n',
  );
  expect(text('explicitDeny')).not.toContain('Changes that turn the answer');
});

test('what a new policy would do', () => {
  const text = (changes: PolicyChange['changes']) =>
    answerText(appRequest, answered(appRequest), evidenceTexts(testScenario, appRequest, []), {
      additions: [],
      policyChange: { changes, lockout: { outcome: 'passed', text: ['The check passes.'] } },
    });
  const change = (principal: string) =>
    ({ id: principal, principal, detail: '', from: 'none', to: 'allowed', actions: ['kms:Sign'] }) as const;
  expect(text([change('role/A')])).toContain(
    'What the new policy would do\n- The check passes.\n- role/A may then do kms:Sign.\n\nWhy, step by step',
  );
  expect(text([])).toContain('\n- It changes nothing about who may do what.\n');
  expect(text(Array.from({ length: 14 }, (_, index) => change(`role/${index}`)))).toContain(
    '\n- And 2 more changes.\n',
  );
});
