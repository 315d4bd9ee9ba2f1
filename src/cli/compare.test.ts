import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'keyway-'));
afterAll(() => rmSync(folder, { recursive: true }));

function keyway(...words: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', ...words],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

function policyFile(name: string, ...statements: readonly object[]): string {
  const path = join(folder, name);
  const Statement = statements.map((one) => ({ Effect: 'Allow', Resource: '*', ...one }));
  writeFileSync(path, JSON.stringify({ Version: '2012-10-17', Statement }));
  return path;
}

const root111 = { Sid: 'Root', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*' };
const own = policyFile('own.json', root111);
const open = policyFile('open.json', root111, { Sid: 'Open', Principal: '*', Action: 'kms:Decrypt' });

describe('compare', () => {
  test('wider access is status 1, with a request that shows it', () => {
    const { status, stdout } = keyway('compare', '--json', own, open);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      relation: 'moreAccess',
      narrowed: [],
      widened: [
        {
          statement: 'key#Open',
          reason: { kind: 'noAllow' },
          before: 'none',
          after: 'direct',
          request: { principal: 'arn:aws:iam::444455556666:role/ExampleRole', action: 'kms:Decrypt' },
        },
      ],
    });
  });

  test('--conditions says which requests a difference is about, and that it is all of them', () => {
    const { widened } = JSON.parse(keyway('compare', '--conditions', '--json', own, open).stdout);
    expect(widened).toMatchObject([
      {
        covers: 'all',
        conditions: [
          {
            sentence: 'kms:Decrypt by anyone but federated users of an account that is not named',
            request: { principal: 'arn:aws:iam::444455556666:role/ExampleRole', action: 'kms:Decrypt' },
          },
        ],
      },
    ]);
    const lines = keyway('compare', '--conditions', open, own).stdout.split('\n');
    expect(lines).toContain(
      '    · kms:Decrypt by anyone but federated users of an account that is not named',
    );
    expect(lines).toContain('    Proved: this is all of it.');
    expect(keyway('prove', '--conditions', own).stderr).toContain('an option of `compare`');
  });

  test('--facts are named where they matter, and what is wrong with them has a place', () => {
    const Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-ours' } };
    const Principal = { AWS: '111122223333' };
    const any = policyFile('any.json', { Sid: 'Use', Principal, Action: 'kms:Decrypt' });
    const ours = policyFile('ours.json', { Sid: 'Use', Principal, Action: 'kms:Decrypt', Condition });
    const never = { Sid: 'OwnOrganization', Effect: 'Deny', Principal, Action: '*' };
    const outside = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-ours' } };
    const stated = policyFile('facts.json', { ...never, Condition: outside });
    const answer = JSON.parse(keyway('compare', '--json', '--facts', stated, any, ours).stdout);
    expect(answer).toMatchObject({
      relation: 'lessAccess',
      withFacts: 'equivalent',
      narrowed: [{ facts: [{ rule: 'stated' }] }],
    });
    expect(keyway('compare', '--facts', stated, any, ours).stdout).toContain(
      '    A stated fact rules this out: `OwnOrganization`.',
    );
    const wrong = policyFile('wrong.json', { ...never, Effect: 'Allow' });
    const { status, stderr } = keyway('prove', '--facts', wrong, any);
    expect([status, stderr]).toEqual([
      2,
      `${wrong}:1:${readFileSync(wrong, 'utf8').indexOf('"Allow"') + 1}: A fact is a \`Deny\`: it says which requests never occur.\n`,
    ]);
  });

  test('less access is status 0', () => {
    const less = keyway('compare', '--json', open, own);
    expect([less.status, JSON.parse(less.stdout).relation]).toEqual([0, 'lessAccess']);
  });
});

describe('prove', () => {
  test('asks what every key should pass', () => {
    const { status, stdout } = keyway('prove', '--json', open);
    const rows: readonly { readonly question: string; readonly verdict?: string }[] = JSON.parse(stdout);
    expect(rows.map(({ question, verdict }) => [question, verdict])).toEqual([
      ['outside public', 'yes'],
      ['lockout', 'yes'],
      ['review', undefined],
    ]);
    expect(status).toBe(1);
  });

  test('asks what its options say', () => {
    const other = 'arn:aws:iam::444455556666:role/Other';
    const { status, stdout } = keyway('prove', '--not-granted', 'kms:Put*', '--to', other, open);
    expect([status, stdout]).toEqual([0, expect.stringContaining('is not granted')]);
  });
});

describe('a key out of a template', () => {
  const template = (principal: string) => `
variable "account" { default = "111122223333" }
resource "aws_kms_key" "k" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Root", Effect = "Allow", Principal = { AWS = "arn:aws:iam::\${var.account}:root" }, Action = "kms:*", Resource = "*" },
      { Sid = "Open", Effect = "Allow", Principal = ${principal}, Action = "kms:Decrypt", Resource = "*" },
    ]
  })
}
`;
  const textFile = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  test('is compared, and asked about, as its policy is', () => {
    const path = textFile('open.tf', template('"*"'));
    expect(JSON.parse(keyway('compare', '--json', own, path).stdout)).toMatchObject({
      widened: [{ statement: 'key#Open' }],
    });
    expect(keyway('compare', '--json', open, path)).toMatchObject({ status: 0 });
    expect(keyway('prove', '--outside', 'public', path).stdout).toContain('Open');
  });

  test.each([
    ['leaves something open', template('{ AWS = var.reader }'), 'leaves open var.reader'],
    ['cannot be read in full', `${template('"*"')}a = = 1\n`, '12:5: '],
    [
      'has several',
      template('"*"') + template('"*"').replace('"k"', '"l"'),
      'has 2 keys: this command takes one.',
    ],
    ['has none', 'resource "aws_s3_bucket" "b" {}\n', 'has 0 keys: this command takes one.'],
    ['is none', 'hello', 'is neither a key policy, nor a scenario, nor a template with a key.'],
  ])('is refused where the file %s', (name, text, words) => {
    const { status, stdout, stderr } = keyway('compare', own, textFile(`${name}.tf`, text));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
  });
});
