import { describe, expect, test } from 'vitest';
import { plain } from '#engine/explain/phrase.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { prove, type Question } from '../prove.ts';
import { ask, OWN, role, root, statement } from '../testing/asking.ts';
import { scenarioWith } from '../testing/provers.ts';

describe('outsiders', () => {
  const verdict = (
    outside: Extract<Question, { kind: 'outsiders' }>['outside'],
    condition: object,
    more: Partial<Scenario> = {},
  ) =>
    ask({ kind: 'outsiders', outside }, [statement({ Action: 'kms:Decrypt', Condition: condition })], more)
      .verdict;

  test.each<[string, object, 'yes' | 'no']>([
    ['nothing', {}, 'yes'],
    ['an organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg' } }, 'no'],
    ['any organization', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } }, 'yes'],
    ['a role name in any account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Admin' } }, 'yes'],
    ['a narrow range of addresses', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, 'no'],
    ['half of all addresses', { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } }, 'yes'],
    ['a VPC endpoint', { StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }, 'no'],
    ['a service in between', { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } }, 'yes'],
  ])('%s: public is %2$s', (_, condition, expected) => {
    expect(verdict({ kind: 'public' }, condition)).toBe(expected);
  });

  test('an account of the organization is inside it, another is not', () => {
    const organization = { kind: 'organization', organization: 'o-exampleorg' } as const;
    const accounts = [{ id: '444455556666', organization: 'o-exampleorg' }];
    const named = [statement({ Principal: { AWS: '444455556666' }, Action: 'kms:Decrypt' })];
    expect(ask({ kind: 'outsiders', outside: organization }, named, { accounts }).verdict).toBe('no');
    expect(ask({ kind: 'outsiders', outside: organization }, named).verdict).toBe('yes');
    expect(ask({ kind: 'outsiders', outside: { kind: 'account' } }, named, { accounts }).verdict).toBe('yes');
  });

  test('an RCP closes what the key policy opens', () => {
    const document = {
      id: 'rcp',
      text: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 'kms:*',
            Resource: '*',
            Condition: { StringNotEquals: { 'aws:PrincipalAccount': OWN } },
          },
        ],
      }),
    };
    const organizationPolicies = [
      { type: 'RESOURCE_CONTROL_POLICY', name: 'Perimeter', targets: [OWN], document } as const,
    ];
    const open = [statement({ Action: 'kms:Decrypt' })];
    const outside = { kind: 'account' } as const;
    expect(ask({ kind: 'outsiders', outside }, open, { organizationPolicies })).toMatchObject({
      verdict: 'no',
      open: [],
    });
    expect(ask({ kind: 'outsiders', outside }, open).verdict).toBe('yes');
  });

  test('a key that AWS manages is for its own account, whatever its policy says', () => {
    const { keys } = scenarioWith({ Version: '2012-10-17', Statement: [statement({})] });
    const managed = keys.map((key) => ({ ...key, aliases: ['alias/aws/s3'] }));
    const outside = { kind: 'public' } as const;
    expect(ask({ kind: 'outsiders', outside }, [], { keys: managed })).toMatchObject({
      verdict: 'no',
      open: [],
    });
    expect(ask({ kind: 'outsiders', outside }, [], { keys }).verdict).toBe('yes');
  });
});

test('services: a source account keeps a service from being a confused deputy', () => {
  const services = [
    statement({ Sid: 'Logs', Principal: { Service: 'logs.us-east-1.amazonaws.com' }, Action: 'kms:Decrypt' }),
    statement({
      Sid: 'Lambda',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'kms:Decrypt',
      Condition: { StringEquals: { 'aws:SourceAccount': OWN } },
    }),
    statement({
      Sid: 'Sns',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'kms:Decrypt',
      Condition: { ArnLike: { 'aws:SourceArn': `arn:aws:sns:*:${OWN}:*` } },
    }),
  ];
  const answer = ask({ kind: 'services' }, services);
  expect(answer.services.map(({ service, deputy }) => [service, deputy !== undefined])).toEqual([
    ['logs.us-east-1.amazonaws.com', true],
    ['lambda.amazonaws.com', false],
    ['sns.amazonaws.com', false],
  ]);
});

test('who can: always, depends with the conditions, never', () => {
  const rows = ask({ kind: 'whoCan', action: 'kms:Decrypt' }, [
    statement({ Principal: { AWS: role('Always') }, Action: 'kms:Decrypt' }),
    statement({
      Sid: 'Sometimes',
      Principal: { AWS: role('Depends') },
      Action: 'kms:Decrypt',
      Condition: { StringEquals: { 'kms:EncryptionContext:app': 'web' } },
    }),
    statement({ Principal: { AWS: role('Never') }, Action: 'kms:Encrypt' }),
  ]).rows;
  const cells = new Map(rows.map(({ principal, can }) => [principal, can]));
  expect([role('Always'), role('Depends'), role('Never')].map((arn) => cells.get(arn))).toEqual([
    'always',
    'depends',
    'never',
  ]);
  const [condition] = rows.find(({ principal }) => principal === role('Depends'))?.conditions ?? [];
  expect(plain(condition?.text ?? [])).toBe('kms:EncryptionContext:app StringEquals web');
});

test('not granted: conditions restrict the question', () => {
  const statements = [
    statement({ Action: 'kms:Decrypt', Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-11223344' } } }),
  ];
  const outsideVpc = { StringNotEquals: { 'aws:SourceVpc': 'vpc-11223344' } };
  const asked = (conditions: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
    ask({ kind: 'notGranted', forbidden: { actions: ['kms:Decrypt'], conditions } }, statements).verdict;
  expect(asked(outsideVpc)).toBe('no');
  expect(asked({})).toBe('yes');
});

test('separation of duties: one role in both lists, and others only through IAM', () => {
  const separation = { one: ['kms:Decrypt'], other: ['kms:PutKeyPolicy'] };
  const both = [
    statement({ Principal: { AWS: [role('Both'), role('User')] }, Action: 'kms:Decrypt' }),
    statement({ Principal: { AWS: [role('Both'), role('Admin')] }, Action: 'kms:PutKeyPolicy' }),
  ];
  expect(ask({ kind: 'separation', separation }, both)).toMatchObject({
    verdict: 'yes',
    findings: [{ witness: { request: { principal: role('Both') } } }],
  });
  const apart = both.map((one, at) => ({ ...one, Principal: { AWS: role(at === 0 ? 'User' : 'Admin') } }));
  expect(ask({ kind: 'separation', separation }, apart)).toMatchObject({ verdict: 'no', open: [] });
  expect(ask({ kind: 'separation', separation }, [...apart, root]).verdict).toBe('yes');
  expect(
    ask({ kind: 'separation', separation: { ...separation, level: 'direct' } }, [...apart, root]).verdict,
  ).toBe('no');
});

test('escalation: PutKeyPolicy gives everything, CreateGrant what its condition leaves', () => {
  const answer = ask({ kind: 'escalation' }, [
    statement({ Principal: { AWS: role('Admin') }, Action: 'kms:PutKeyPolicy' }),
    statement({
      Principal: { AWS: role('Granter') },
      Action: 'kms:CreateGrant',
      Condition: { 'ForAllValues:StringEquals': { 'kms:GrantOperations': ['Decrypt', 'DescribeKey'] } },
    }),
    statement({ Principal: { AWS: role('User') }, Action: 'kms:Decrypt' }),
  ]);
  const found = answer.escalations.map(({ principal, by, gains }) => [
    principal,
    by,
    gains.includes('kms:Decrypt'),
    gains.includes('kms:Encrypt'),
  ]);
  expect(found).toEqual([
    [role('Admin'), 'kms:PutKeyPolicy', true, true],
    [role('Granter'), 'kms:CreateGrant', true, false],
  ]);
});

test('lockout: a Deny for everyone, and one with a way around', () => {
  const deny = (Condition?: object) =>
    statement({ Sid: 'Deny', Effect: 'Deny', Action: 'kms:Put*', ...(Condition && { Condition }) });
  expect(ask({ kind: 'lockout' }, [root, deny()])).toMatchObject({ verdict: 'no', open: [] });
  const around = { ArnNotEquals: { 'aws:PrincipalArn': role('Break') } };
  expect(ask({ kind: 'lockout' }, [root, deny(around)])).toMatchObject({
    verdict: 'yes',
    findings: [{ witness: { request: { principal: role('Break') } } }],
  });
});

test('a question about a scenario that cannot be read is not answered', () => {
  const scenario = {
    ...scenarioWith({}),
    keys: [{ arn: 'arn:aws:kms:us-east-1:111122223333:key/1', policy: { id: 'key', text: '{' } }],
  };
  expect(prove({ scenario, question: { kind: 'lockout' } })).toMatchObject({ kind: 'unanswered' });
  expect(prove({ scenario, question: { kind: 'lockout' }, key: 'arn:other' })).toMatchObject({
    kind: 'unanswered',
  });
});
