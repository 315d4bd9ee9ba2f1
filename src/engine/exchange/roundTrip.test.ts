import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../policy/parsePolicy.ts';
import { printPolicy } from '../policy/printPolicy.ts';
import type { ScenarioKey } from '../scenario/scenario.ts';
import { EXPORT_FORMS, type ExportForm, exportKey } from './exportKey.ts';
import { readImport } from './readImport.ts';
import { settle } from './settle.ts';

const KEY: Omit<ScenarioKey, 'policy'> = {
  arn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  metadata: {
    Description: 'Ana\'s "key" ${x} $x',
    KeySpec: 'RSA_2048',
    KeyUsage: 'SIGN_VERIFY',
    MultiRegion: true,
  },
  aliases: ['alias/orders'],
  tags: { Team: 'pay & "more"', 'a b': "it's" },
};

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '${aws:username}',
    '%{x}',
    '$${',
    '%%{',
    "'",
    '"',
    '`',
    '\\',
    '*',
    'yes',
    'null',
    '0',
    '2012-10-17',
    '__proto__',
    'constructor',
    'EOT',
    'POLICY',
    '- a',
    'a: b',
    '#',
    '&a',
    '\u2028',
    '\u0085',
    '\0',
    '\r\n',
    'arn:aws:iam::111122223333:root',
    '\u00e9',
    '\ud83d\ude00',
    '\ud800',
    '!Ref x',
    '<<EOT',
  ),
);
const oneOrMany = <Item>(item: fc.Arbitrary<Item>) => fc.oneof(item, fc.array(item, { maxLength: 3 }));
const value = fc.oneof(
  text,
  fc.boolean(),
  fc.integer({ min: -1e15, max: 1e15 }),
  fc.constant(111122223333),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const statement = fc.record(
  {
    Sid: text,
    Effect: fc.constantFrom('Allow', 'Deny'),
    Principal: fc.oneof(
      fc.constant('*'),
      fc.record({ AWS: oneOrMany(text), Service: oneOrMany(text) }, { requiredKeys: [] }),
    ),
    Action: oneOrMany(text),
    NotResource: oneOrMany(text),
    Condition: fc.dictionary(
      fc.constantFrom('StringEquals', 'Bool', 'ForAnyValue:StringLike'),
      fc.dictionary(text, oneOrMany(value)),
      { maxKeys: 2 },
    ),
  },
  { requiredKeys: ['Effect'] },
);
const policies = fc.record(
  {
    Version: fc.constantFrom('2012-10-17', '2008-10-17'),
    Id: text,
    Statement: fc.array(statement, { maxLength: 3 }),
  },
  { requiredKeys: ['Statement'] },
);

/** What a policy says, in AWS's order. */
function canonical(policyText: string): string {
  const { policy } = parsePolicy(policyText, { id: 'key', type: 'key', name: 'key' });
  return policy === undefined ? policyText : printPolicy(policy);
}

/** A data source writes every value of a condition as a text, which says the same (IAM-005). */
function expected(policyText: string, form: ExportForm): string {
  if (form !== 'terraformDocument') return canonical(policyText);
  const { policy } = parsePolicy(policyText, { id: 'key', type: 'key', name: 'key' });
  if (policy === undefined) return policyText;
  const statements = policy.statements.map((each) => ({
    ...each,
    conditions: each.conditions.map((one) => ({
      ...one,
      values: one.values.map((item) => ({ ...item, writtenAs: 'string' as const })),
    })),
  }));
  return printPolicy({ ...policy, statements });
}

function there(policyText: string, form: ExportForm) {
  const exported = exportKey({ ...KEY, policy: { id: 'key', text: policyText } }, form);
  if ('because' in exported) return exported;
  const read = readImport(exported.text);
  if (read.format === 'unknown') throw new Error(`${read.because}\n${exported.text}`);
  expect(read.problems).toEqual([]);
  expect(read.placeholders).toEqual([]);
  const [piece] = read.pieces;
  const settled = piece && settle(piece, new Map());
  if (settled?.kind === 'recognized' && 'text' in settled.recognized)
    return { policy: settled.recognized.text };
  if (settled?.kind !== 'key' || settled.policy === undefined)
    throw new Error(`No policy:\n${exported.text}`);
  return { policy: settled.policy.text, key: settled };
}

const PLAIN = '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"x"},"Action":"kms:*","Resource":"*"}]}';

describe.each(EXPORT_FORMS)('%s', (form) => {
  it('reads back as the same policy, whatever it says', () => {
    fc.assert(
      fc.property(policies, (source) => {
        const written = JSON.stringify(source, undefined, 2);
        const back = there(written, form);
        // Only a policy that is understood has a canonical form, and a data source has no place for everything.
        if ('because' in back) expect(['canonical', 'terraformDocument']).toContain(form);
        else expect(canonical(back.policy)).toBe(expected(written, form));
      }),
      { numRuns: 150 },
    );
  });

  it('takes facts, tags and aliases along where the form has a place for them', () => {
    const back = there(PLAIN, form);
    if (form === 'written' || form === 'canonical' || form === 'putKeyPolicy')
      expect(canonical('policy' in back ? back.policy : '')).toBe(canonical(PLAIN));
    else
      expect('key' in back ? back.key : back).toMatchObject({
        metadata: { ...KEY.metadata },
        tags: { ...KEY.tags },
        aliases: KEY.aliases,
      });
  });

  it('says why a broken policy has no such form', () => {
    const exported = exportKey({ ...KEY, policy: { id: 'key', text: '{ "Statement": [' } }, form);
    expect('because' in exported).toBe(form !== 'written');
  });
});

it('a data source of Terraform reads as people write it', () => {
  const policy = {
    Statement: [
      {
        Sid: 'Use',
        Effect: 'Deny',
        NotPrincipal: { AWS: ['arn:aws:iam::111122223333:role/App', 'arn:aws:iam::111122223333:role/Ops'] },
        Action: 'kms:Decrypt',
        Resource: '*',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': true } },
      },
    ],
  };
  const key = { arn: KEY.arn, policy: { id: 'key', text: JSON.stringify(policy) } };
  expect(exportKey(key, 'terraformDocument', 'Orders')).toEqual({
    file: 'orders.tf',
    text: `data "aws_iam_policy_document" "orders" {
  version = "2008-10-17"

  statement {
    sid       = "Use"
    effect    = "Deny"
    actions   = ["kms:Decrypt"]
    resources = ["*"]

    not_principals {
      type = "AWS"
      identifiers = [
        "arn:aws:iam::111122223333:role/App",
        "arn:aws:iam::111122223333:role/Ops",
      ]
    }

    condition {
      test     = "Bool"
      variable = "kms:GrantIsForAWSResource"
      values   = ["true"]
    }
  }
}

resource "aws_kms_key" "orders" {}

resource "aws_kms_key_policy" "orders" {
  key_id = aws_kms_key.orders.id
  policy = data.aws_iam_policy_document.orders.json
}
`,
  });
});

it.each([
  ['an empty list', { Action: [] }, 'has an empty list'],
  ['what it reads as a variable', { Action: 'kms:&{x}' }, 'contains `&{`'],
  ['no effect', { Effect: undefined }, 'without `Effect`'],
])('a data source of Terraform has no place for %s', (_, different, because) => {
  const statement = { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*', ...different };
  const key = { arn: KEY.arn, policy: { id: 'key', text: JSON.stringify({ Statement: [statement] }) } };
  expect(exportKey(key, 'terraformDocument')).toEqual({
    because: expect.stringContaining(because) as string,
  });
});

it('commands say which service-linked roles have to exist', () => {
  const roles = [
    'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling_orders',
    'arn:aws:iam::111122223333:role/App',
  ];
  const policy = {
    Statement: [{ Effect: 'Allow', Principal: { AWS: roles }, Action: 'kms:*', Resource: '*' }],
  };
  const key = { arn: KEY.arn, policy: { id: 'key', text: JSON.stringify(policy) } };
  const exported = exportKey(key, 'putKeyPolicy');
  expect('text' in exported && exported.text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
    '# The policy names service-linked roles, which have to exist before it is set:',
    '#   aws iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com --custom-suffix orders',
  ]);
  const back = there(JSON.stringify(policy), 'createKey');
  expect('policy' in back && canonical(back.policy)).toBe(canonical(JSON.stringify(policy)));
});

it('CloudFormation has no form for what it would take for one of its functions', () => {
  const policy = '{"Statement":[{"Condition":{"StringEquals":{"Ref":"x"}}}]}';
  expect(exportKey({ ...KEY, policy: { id: 'key', text: policy } }, 'cloudFormation')).toMatchObject({
    because: expect.stringContaining('`Ref`'),
  });
});

const corpus = new URL('../../../../shared/corpus/key-policies.json', import.meta.url);

it.skipIf(!existsSync(corpus))('published key policies read back from every form', () => {
  const entries = JSON.parse(readFileSync(corpus, 'utf8')) as readonly { readonly policy?: unknown }[];
  const documents = entries.flatMap(({ policy }) =>
    typeof policy === 'object' && policy !== null ? [policy] : [],
  );
  expect(documents.length).toBeGreaterThan(100);
  let asDataSources = 0;
  for (const document of documents) {
    const written = JSON.stringify(document, undefined, 2);
    for (const form of EXPORT_FORMS) {
      const back = there(written, form);
      if ('because' in back) continue;
      expect(canonical(back.policy)).toBe(expected(written, form));
      if (form === 'terraformDocument') asDataSources += 1;
    }
  }
  expect(asDataSources).toBeGreaterThan(0.9 * documents.length);
});
