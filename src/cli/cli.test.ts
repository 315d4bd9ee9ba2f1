import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'keyway-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a process of its own, as `npm run --silent keyway --` does. */
function keyway(words: readonly string[], input = ''): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', ...words],
    { cwd: root, input, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const ALICE = 'arn:aws:iam::111122223333:user/Alice';
const policy = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Use',
      Effect: 'Allow',
      Principal: { AWS: ALICE },
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
      Condition: { StringEqualsIfExists: { 'kms:EncryptionAlgorithm': 'SYMMETRIC_DEFAULT' } },
    },
    {
      Sid: 'Team',
      Effect: 'Allow',
      Principal: { AWS: ALICE },
      Action: 'kms:Encrypt',
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
    },
  ],
};

function scenario(requests: readonly unknown[], more: object = {}) {
  return { keyway: 1, keys: [{ arn: KEY, policy, ...more }], requests };
}

const decrypt = { name: 'decrypt', principal: ALICE, action: 'kms:Decrypt' };
const encrypt = { name: 'encrypt', principal: ALICE, action: 'kms:Encrypt' };

describe('evaluate', () => {
  const path = file('scenario.json', scenario([decrypt, encrypt]));

  test('prints one JSON value with everything the format promises', () => {
    const { status, stdout, stderr } = keyway(['evaluate', '--json', path]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const rows: unknown = JSON.parse(stdout);
    expect(rows).toMatchObject([
      {
        name: 'decrypt',
        decision: 'allowed',
        error: null,
        statements: ['key#Use'],
        sentence: expect.stringContaining('Use') as unknown,
        checks: [{ action: 'kms:Decrypt', resource: KEY, principal: ALICE, decision: 'allowed' }],
        notes: expect.any(Array) as unknown,
        trace: expect.arrayContaining([
          expect.objectContaining({ mark: 'allowed', rule: 'KMS-007' }),
        ]) as unknown,
      },
      {
        name: 'encrypt',
        decision: 'implicitDeny',
        error: null,
        statements: [],
        checks: [{ action: 'kms:Encrypt', decision: 'implicitDeny' }],
        wouldChange: expect.arrayContaining([
          expect.objectContaining({ kind: 'contextKey', key: 'aws:SourceVpce' }),
        ]) as unknown,
      },
    ]);
    // Which default a condition saw stands in the trace.
    expect(stdout).toContain("EncryptionAlgorithm was omitted: KMS's default");
  });

  test('prints for people without --json', () => {
    const { status, stdout } = keyway(['evaluate', path]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^decrypt\n {2}arn:aws:iam::111122223333:user\/Alice · kms:Decrypt\n {2}Allowed\. /,
    );
    expect(stdout).toContain('\nencrypt\n');
  });

  test('reads standard input, and a suite', () => {
    const suite = [scenario([decrypt]), scenario([{ ...encrypt, name: undefined }])];
    const { status, stdout } = keyway(['evaluate', '--json', '-'], JSON.stringify(suite));
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as { name: string }[]).map(({ name }) => name)).toEqual([
      'decrypt',
      'request 1',
    ]);
  });

  test('says which checks a service makes', () => {
    const object = 'arn:aws:s3:::example-bucket/a.txt';
    const through = {
      ...scenario([{ principal: ALICE, action: 's3:GetObject', resource: object }]),
      resources: [
        { arn: 'arn:aws:s3:::example-bucket/*', account: '111122223333', encryption: { kmsKey: KEY } },
      ],
    };
    const { stdout } = keyway(['evaluate', '--json', '-'], JSON.stringify(through));
    expect(JSON.parse(stdout)).toMatchObject([
      {
        decision: 'implicitDeny',
        checks: [
          { action: 's3:GetObject', resource: object, decision: 'implicitDeny' },
          {
            action: 'kms:Decrypt',
            resource: KEY,
            viaService: 's3.us-east-1.amazonaws.com',
            decision: 'allowed',
          },
        ],
      },
    ]);
  });
});

describe('test', () => {
  const good = file('good.json', scenario([{ ...decrypt, expect: 'allowed' }, encrypt]));
  const bad = file('bad.json', [
    scenario([{ ...encrypt, expect: { decision: 'allowed', statements: ['key#Team'], error: null } }]),
    scenario([{ ...encrypt, name: 'denied', expect: 'denied' }]),
  ]);

  test('passes what is as expected', () => {
    const { status, stdout, stderr } = keyway(['test', good]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '1 passed, 0 failed\n', stderr: '' });
  });

  test('reports every request of all files, with exit status 1 where one fails', () => {
    const { status, stdout } = keyway(['test', '--json', good, bad]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      passed: 2,
      failed: 1,
      results: [
        {
          file: good,
          name: 'decrypt',
          ok: true,
          expected: { decision: 'allowed' },
          actual: { decision: 'allowed', error: null, statements: ['key#Use'] },
        },
        {
          file: bad,
          name: 'encrypt',
          ok: false,
          expected: { decision: 'allowed', statements: ['key#Team'], error: null },
          actual: { decision: 'implicitDeny', error: null, statements: [] },
        },
        {
          file: bad,
          name: 'denied',
          ok: true,
          expected: { decision: 'denied' },
          actual: { decision: 'implicitDeny', error: null, statements: [] },
        },
      ],
    });
    const { stdout: text } = keyway(['test', bad, good]);
    expect(text.split('\n').at(-2)).toBe('2 passed, 1 failed');
    expect(text).toContain(`${bad}: encrypt\n`);
  });

  test('a file that cannot be used does not keep the others from running', () => {
    const { status, stdout, stderr } = keyway(['test', join(folder, 'none.json'), good]);
    expect(status).toBe(2);
    expect(stdout).toBe('1 passed, 0 failed\n');
    expect(stderr).toBe(`${join(folder, 'none.json')}: cannot be read (ENOENT).\n`);
  });
});

describe('input that cannot be used is exit status 2, nothing on standard output, and a place', () => {
  test('of every file that is no scenario', () => {
    const files: readonly (readonly [string, string])[] = [
      ['{"keyway": 1,\n  "keys": [}', ':2:11: This bracket `[` is never closed.'],
      ['{"keyway": 1, "key": []}', ':1:15: `/key` is no field of the scenario format.'],
      [
        '[{"keyway": 1},\n {"keyway": 3}]',
        ':2:13: `/1/keyway` is `3`, and only version 1 of the scenario format is understood.',
      ],
    ];
    const paths = files.map(([text], index) => file(`unusable-${index}.json`, text));
    const { status, stdout, stderr } = keyway(['test', ...paths]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '0 passed, 0 failed\n' });
    expect(stderr).toBe(files.map(([, message], index) => `${paths[index]}${message}\n`).join(''));
  });

  test.each<[string, string, RegExp]>([
    [
      'a policy that is none',
      `{"keyway": 1,\n "keys": [{"arn": "${KEY}",\n  "policy": "{"}]}`,
      /^-:3:13: the document `key` cannot be used: /,
    ],
    [
      'a principal that is none',
      '{"keyway": 1, "keys": [], "requests": [\n  {"action": "kms:ListKeys",\n   "principal": "Alice"}]}',
      /^-:3:17: request 1: `Alice` is neither/,
    ],
    [
      'an action that is none, in a suite',
      '[{"keyway": 1},\n {"keyway": 1, "requests": [{"name": "x", "principal": "anonymous",\n "action": "kms:Decript"}]}]',
      /^-:3:12: x: KMS has no operation `kms:Decript`/,
    ],
  ])('%s', (_, text, message) => {
    const { status, stdout, stderr } = keyway(['evaluate', '--json', '-'], text);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
  });

  test('a command that is none comes with the usage', () => {
    const { status, stdout, stderr } = keyway(['lint-the-world']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^There is no command `lint-the-world`\.\n\nUsage:/);
  });
});

test('the script in package.json is this program', () => {
  const printed = execFileSync('npm', ['run', '--silent', 'keyway', '--', '--help'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(printed).toMatch(/^Usage: npm run --silent keyway/);
});

describe('convert', () => {
  const terraform = `resource "aws_kms_key" "k" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "kms:*", Resource = "*" }] })
}
`;

  test('makes CloudFormation of Terraform, with what is filled in', () => {
    const path = file('main.tf', terraform);
    const run = keyway(['convert', path, '--as', 'cloud-formation', '--fill', 'var.who=*']);
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('Type: AWS::KMS::Key');
    const back = keyway(['convert', '-', '--as', 'canonical'], run.stdout);
    expect(JSON.parse(back.stdout)).toMatchObject({
      Statement: [{ Principal: { AWS: '*' }, Action: 'kms:*' }],
    });
  });

  test('says what is left open, what is wrong and what there is to choose from', () => {
    const open = keyway(['convert', file('open.tf', `${terraform}a = = 1`), '--as', 'written']);
    expect(open.status).toBe(1);
    expect(open.stderr).toMatch(/open\.tf:4:5: .*\n.*var\.who is left open/);
    const policy = file('policy.tf', 'resource "aws_kms_key" "k" { policy = var.policy }');
    const incomplete = keyway(['convert', policy, '--as', 'cdk']);
    expect(incomplete.status).toBe(2);
    expect(incomplete.stderr).toMatch(/no valid JSON yet.*\n.*var\.policy is left open/);
    const two = file('two.tf', terraform + terraform.replace('"k"', '"l"'));
    expect(keyway(['convert', two, '--as', 'cdk']).stderr).toContain('aws_kms_key.k, aws_kms_key.l');
    expect(keyway(['convert', two, '--as', 'cdk', '--piece', 'aws_kms_key.l']).status).toBe(1);
    expect(keyway(['convert', two]).stderr).toContain('needs `--as`');
  });
});
