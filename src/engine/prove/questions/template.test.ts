import { expect, test } from 'vitest';
import { ask, root, statement } from '../testing/asking.ts';

test('a placeholder keeps a "no" from being said', () => {
  const statements = [statement({ Principal: { AWS: '${admin_role}' } })];
  expect(ask({ kind: 'outsiders', outside: { kind: 'public' } }, statements)).toMatchObject({
    verdict: 'undecided',
    open: [{ why: 'placeholder' }],
  });
});

test('what is found by the help of a placeholder is not said, and what is found without it is', () => {
  const isPublic = { kind: 'outsiders', outside: { kind: 'public' } } as const;
  const unfilled = statement({
    Sid: 'Unfilled',
    Action: 'kms:Decrypt',
    Condition: { StringEquals: { 'aws:PrincipalOrgID': '${org_id}' } },
  });
  expect(ask(isPublic, [root, unfilled])).toMatchObject({ verdict: 'undecided', findings: [] });
  const open = statement({ Sid: 'Open', Action: 'kms:Encrypt' });
  expect(ask(isPublic, [unfilled, open])).toMatchObject({
    verdict: 'yes',
    findings: [{ statements: [{ ref: 'key#Open' }] }],
  });
});
