import { describe, expect, test } from 'vitest';
import { plain } from '#engine/explain/phrase.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { type Answers, type Proof, prove, type Question } from '../prove.ts';
import { scenarioWith } from '../testing/provers.ts';

const OWN = '111122223333';
const role = (name: string, account = OWN) => `arn:aws:iam::${account}:role/${name}`;

function statement(parts: object): object {
  return { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*', ...parts };
}

const everything = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }],
};

const root = statement({ Sid: 'Root', Principal: { AWS: `arn:aws:iam::${OWN}:root` } });

function ask<Kind extends keyof Answers>(
  question: Question & { readonly kind: Kind },
  statements: readonly object[],
  more: Partial<Scenario> = {},
): Answers[Kind] {
  const scenario = { ...scenarioWith({ Version: '2012-10-17', Statement: statements }), ...more };
  const proof = prove({ scenario, question });
  if (!isOf(proof, question.kind)) throw new Error(`Answered as ${proof.kind}.`);
  return proof.answer;
}

function isOf<Kind extends keyof Answers>(
  proof: Proof,
  kind: Kind,
): proof is Extract<Proof, { readonly kind: Kind }> & { readonly answer: Answers[Kind] } {
  return proof.kind === kind;
}

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

describe('review', () => {
  test('names what is always denied, what denies nothing, and what others say as well', () => {
    const { remarks } = ask({ kind: 'review' }, [
      root,
      statement({ Sid: 'Dead', Principal: { AWS: role('App') }, Action: 'kms:Encrypt' }),
      statement({ Sid: 'NoEncrypt', Effect: 'Deny', Action: 'kms:Encrypt' }),
      statement({
        Sid: 'Again',
        Effect: 'Deny',
        Action: ['kms:encrypt'],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
      statement({
        Sid: 'Stranger',
        Effect: 'Deny',
        Principal: { AWS: '777788889999' },
        Action: 'kms:Decrypt',
      }),
    ]);
    expect(remarks.map(({ statement: { ref }, remark }) => [ref, remark])).toEqual([
      ['key#Dead', 'alwaysDenied'],
      ['key#Again', 'redundant'],
      ['key#Stranger', 'deniesNothing'],
    ]);
  });

  test('a direct Allow is not made redundant by the account, and mutual ones are removed one at a time', () => {
    const direct = statement({ Sid: 'Direct', Principal: { AWS: role('App') }, Action: 'kms:Decrypt' });
    expect(ask({ kind: 'review' }, [root, direct]).remarks).toEqual([]);
    const twice = [root, direct, { ...direct, Sid: 'Twin' }];
    expect(ask({ kind: 'review' }, twice).remarks).toHaveLength(2);
    expect(ask({ kind: 'smallest' }, twice)).toMatchObject({
      kind: 'proved',
      smaller: { removed: [{ ref: 'key#Twin' }] },
    });
    expect(ask({ kind: 'smallest' }, [root, direct])).toMatchObject({ kind: 'minimal' });
  });

  test('a unique id names the role that the scenario gives it', () => {
    const ids = [{ arn: role('App'), id: 'AROAEXAMPLEAPP' }];
    const statements = [
      statement({ Sid: 'Use', Principal: { AWS: OWN }, Action: 'kms:Decrypt' }),
      statement({
        Sid: 'NotApp',
        Effect: 'Deny',
        Principal: { AWS: 'AROAEXAMPLEAPP' },
        Action: 'kms:Decrypt',
      }),
    ];
    const identities = ids.map((identity) => ({
      ...identity,
      policies: [{ name: 'All', document: { id: 'all', text: JSON.stringify(everything) } }],
    }));
    expect(ask({ kind: 'review' }, statements, { identities }).remarks).toEqual([]);
    expect(ask({ kind: 'review' }, statements).remarks.map(({ remark }) => remark)).toEqual(['neverMatches']);
  });

  test('an Allow of what KMS keeps within the account allows nothing', () => {
    const [remark] = ask({ kind: 'review' }, [
      statement({ Principal: { AWS: '444455556666' }, Action: 'kms:PutKeyPolicy' }),
    ]).remarks;
    expect(remark?.remark).toBe('alwaysDenied');
    expect(plain(remark?.sentence ?? [])).toContain('from another account');
  });

  test('names the conditions that none of the principals meets, and no part of such a statement', () => {
    const { remarks, parts } = ask({ kind: 'review' }, [
      statement({
        Principal: { Service: 'sns.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:De*'],
        Condition: { StringEquals: { 'kms:CallerAccount': OWN, 'aws:RequestedRegion': 'us-east-1' } },
      }),
    ]);
    expect(remarks.map(({ sentence }) => plain(sentence))).toEqual([
      'key[0] never matches: no request of its principals and actions satisfies StringEquals kms:CallerAccount.',
    ]);
    expect(parts).toEqual([]);
  });

  test('says nothing of a statement with a placeholder, nor by the help of one', () => {
    const unfilled = statement({
      Sid: 'Unfilled',
      Principal: { AWS: role('App') },
      Action: ['kms:Decrypt', 'kms:De*'],
      Condition: { StringEquals: { 'aws:PrincipalOrgID': '${org_id}' } },
    });
    const never = { StringEquals: { 'kms:CallerAccount': OWN }, Null: { 'kms:CallerAccount': 'true' } };
    const filled = statement({ Sid: 'Filled', Condition: never });
    const review = ask({ kind: 'review' }, [unfilled, { ...unfilled, Sid: 'Twin' }, filled]);
    expect(review.remarks.map(({ statement: { ref }, remark }) => [ref, remark])).toEqual([
      ['key#Filled', 'neverMatches'],
    ]);
    expect(review.parts).toEqual([]);
    expect(review.open.map(({ why, statement: at }) => [why, at?.ref])).toEqual([
      ['placeholder', 'key#Unfilled'],
      ['placeholder', 'key#Twin'],
    ]);
  });

  test('finds list entries and conditions that do nothing', () => {
    const { parts } = ask({ kind: 'review' }, [
      statement({
        Principal: { AWS: [role('App'), 'AROAEXAMPLEDELETED'] },
        Action: ['kms:Decrypt', 'kms:De*'],
        Condition: {
          StringLike: { 'kms:EncryptionContext:app': ['web-*', 'web-1'] },
          Null: { 'kms:EncryptionContext:app': 'false' },
        },
      }),
    ]);
    expect(parts.map(({ kind, text }) => [kind, text])).toEqual([
      ['action', 'kms:Decrypt'],
      ['principal', 'AROAEXAMPLEDELETED'],
      ['value', 'web-1'],
      ['condition', 'Null kms:EncryptionContext:app'],
    ]);
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
