import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'keyway-'));
afterAll(() => rmSync(folder, { recursive: true }));

function lint(...words: readonly string[]) {
  const all = ['--import', 'tsx', 'src/cli/main.ts', 'lint', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content, undefined, 2));
  return path;
}

const delegation = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};
const misspelled = { ...delegation, Sid: 'Use', Action: 'kms:Decryptt' };
const fine = file('fine.json', { Version: '2012-10-17', Statement: [delegation] });
const wrong = file('wrong.json', { Version: '2012-10-17', Statement: [delegation, misspelled] });
const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const policy = { Version: '2012-10-17', Statement: [delegation, misspelled] };
const suppressions = [{ code: 'INVALID_ACTION', about: 'key#Use', reason: 'For a test.' }];
const scenario = file('scenario.json', { keyway: 1, keys: [{ arn, policy }], suppressions });

describe('lint', () => {
  test('nothing to say is status 0', () => {
    expect(lint(fine)).toEqual({ status: 0, stdout: 'No findings\n', stderr: '' });
  });

  test('an error is status 1, with its place in the file', () => {
    const { status, stdout } = lint(wrong);
    expect(status).toBe(1);
    expect(stdout).toBe(
      `${wrong}:17:17: error INVALID_ACTION (key#Use): KMS has no action \`kms:Decryptt\`. Did you mean \`kms:Decrypt\`?\n${wrong}:12:5: warning STATEMENT_DOES_NOTHING (key#Use): \`Use\` never matches any request.\n1 error, 1 warning\n`,
    );
  });

  test('as JSON it has the fix too, and what the scenario suppresses with the reason', () => {
    const { status, stdout } = lint('--json', scenario);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      errors: 0,
      findings: [
        {
          document: 'key',
          code: 'INVALID_ACTION',
          severity: 'error',
          rule: 'unknown-action',
          fixes: [{ edits: [{ kind: 'text', document: 'key', replacement: '"kms:Decrypt"' }] }],
          suppressed: 'For a test.',
        },
        { code: 'STATEMENT_DOES_NOTHING', rule: 'statement-does-nothing', about: 'key#Use' },
      ],
    });
  });

  test('a file that is none of these is status 2, and the others are looked at', () => {
    const { status, stdout, stderr } = lint(file('other.json', { hello: 1 }), wrong);
    expect([status, stdout.includes('1 error')]).toEqual([2, true]);
    expect(stderr).toMatch(/other\.json: The text is /);
  });

  test('what is proved about all requests is found with it, and what is not is said', () => {
    const opened = { ...delegation, Sid: 'Open', Principal: '*', Action: 'kms:Decrypt' };
    const unfilled = {
      ...delegation,
      Sid: 'Unfilled',
      Principal: { AWS: 'arn:aws:iam::${AccountId}:role/a' },
    };
    const found = lint(
      '--json',
      policyFile('open.json', { ...opened, Condition: { StringLike: { 'aws:PrincipalArn': 'arn:*' } } }),
    );
    expect([found.status, JSON.parse(found.stdout)]).toMatchObject([
      1,
      {
        securityWarnings: 1,
        findings: [{ code: 'PUBLIC_ACCESS', about: 'key#Open', rule: 'public-access', line: 12 }],
      },
    ]);
    const open = lint(policyFile('undecided.json', unfilled));
    expect(open.stderr).toBe('');
    expect(open.stdout).toContain('undecided.json: not decided whether the key is public: ');
  });

  test('what a rule says already is not said again', () => {
    const use = {
      ...delegation,
      Action: 'kms:Decrypt',
      Principal: { AWS: 'arn:aws:iam::111122223333:user/a' },
    };
    const own = lint('--json', policyFile('locked.json', use, false));
    const codes = (JSON.parse(own.stdout) as { findings: { code: string }[] }).findings.map(
      ({ code }) => code,
    );
    expect(codes.filter((code) => code === 'POLICY_LOCKOUT')).toHaveLength(1);
  });

  test('nothing is said to do nothing because of a Region that is not known', () => {
    const via = (...services: readonly string[]) => ({
      ...delegation,
      Sid: 'Via',
      Principal: { AWS: 'arn:aws:iam::444455556666:role/Reader' },
      Action: 'kms:Decrypt',
      Condition: { StringEquals: { 'kms:ViaService': services } },
    });
    const one = lint(policyFile('via.json', via('s3.eu-west-1.amazonaws.com')));
    expect(one.stdout).toBe('No findings\n');
    const two = lint(policyFile('two.json', via('s3.eu-west-1.amazonaws.com', 's3.eu-west-2.amazonaws.com')));
    expect(two.stdout).toContain('two.json: not decided what does nothing: The policy speaks of Regions');
    expect(two.status).toBe(0);
  });

  test('access that a base does not give fails, and no more access than that does not', () => {
    const reader = {
      ...delegation,
      Sid: 'Read',
      Action: 'kms:Decrypt',
      Principal: { AWS: 'arn:aws:iam::444455556666:role/Reader' },
    };
    const wider = policyFile('wider.json', reader);
    const { status, stdout } = lint('--base', fine, wider);
    expect(status).toBe(1);
    expect(stdout).toContain('wider.json:12:5: warning NEW_ACCESS (key#Read): ');
    expect(lint('--base', wider, fine).status).toBe(0);
    expect(lint('--base', scenario, wider).stdout).toContain('NEW_ACCESS');
    expect(lint('--base', join(folder, 'none.json'), wider)).toMatchObject({
      status: 2,
      stdout: '',
    });
    const scp = file('scp.json', {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Action: 'kms:*', Resource: '*' }],
    });
    expect(lint('--base', fine, scp)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('only key policies and scenarios can be compared') as string,
    });
  });
});

describe('lint of other policies', () => {
  const own = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' }],
  };

  test('takes a policy for what its shape says, or for what it is told', () => {
    const path = file('own.json', own);
    expect(lint(path)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /own\.json:7:19: warning DECRYPT_WITH_ANY_KEY \(identity:Policy\[0\]\): /,
      ) as string,
    });
    expect(lint('--type', 'boundary', path).stdout).toBe('No findings\n');
    expect(lint('--type', 'nonsense', path).stderr).toContain(
      '`nonsense` is no type of policy: key, identity,',
    );
  });

  test.each([
    [
      'scp',
      { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' },
      'SCP_SYNTAX_ERROR_PRINCIPAL (scp:Policy[0])',
    ],
    [
      'rcp',
      { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' },
      'RCP_SYNTAX_ERROR_ALLOW (rcp:Policy[0])',
    ],
    [
      'endpoint',
      { Effect: 'Allow', Principal: '*', Action: 'kms:Decryptt', Resource: '*' },
      'INVALID_ACTION (vpce:vpce-0a1b2c3d[0])',
    ],
    ['boundary', { Effect: 'Allow', Action: 'kms:Decryptt', Resource: '*' }, 'INVALID_ACTION (boundary[0])'],
    [
      'resource',
      { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:us-east-1::b/*' },
      'ARN_REGION_NOT_ALLOWED (resource[0])',
    ],
  ])('%s', (type, statement, words) => {
    const path = file(`${type}.json`, { Version: '2012-10-17', Statement: [statement] });
    expect(lint('--type', type, path).stdout).toContain(words);
  });
});

test('lint looks at grants', () => {
  const grant = {
    KeyId: arn,
    GrantId: '1',
    GranteePrincipal: 'arn:aws:iam::111122223333:group/Admins',
    Operations: ['Decrypt'],
  };
  expect(lint(file('grants.json', { Grants: [grant] })).stdout).toMatch(
    /grants\.json:6:27: error INVALID_GRANTEE \(/,
  );
});

describe('lint of templates', () => {
  const terraform = `variable "account" {}

resource "aws_kms_key" "orders" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Root", Effect = "Allow", Principal = { AWS = "arn:aws:iam::\${var.account}:root" }, Action = "kms:*", Resource = "*" },
      { Sid = "Use", Effect = "Allow", Principal = { AWS = var.reader }, Action = "kms:Decryptt", Resource = "*" },
    ]
  })
}

resource "aws_iam_role_policy" "app" {
  role   = "app"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "kms:Decrypt", Resource = "*" }] })
}
`;

  test('looks at keys and policies, filled in where it can be told', () => {
    const path = textFile('main.tf', terraform);
    const { status, stdout, stderr } = lint(path);
    expect([status, stderr]).toEqual([1, '']);
    const found = stdout.split('\n').map((line) => line.replace(path, '').replace(/\): .*/, ')'));
    expect(found.slice(0, 2)).toEqual([
      ':8:83: error INVALID_ACTION (aws_kms_key.orders key#Use)',
      ':15:117: warning DECRYPT_WITH_ANY_KEY (aws_iam_role_policy.app identity:app[0])',
    ]);
    // The reader is not known, which keeps nobody from saying what is.
    expect(stdout).toContain(
      'not decided whether the key is public: A placeholder of a template is not filled in',
    );
    expect(stdout).toContain('1 error, 1 warning');
    const json = JSON.parse(lint('--json', path).stdout) as { findings: { piece: string }[] };
    expect(json.findings[0]?.piece).toBe('aws_kms_key.orders');
  });

  test('takes a key to be of the account that its policy names', () => {
    const each = `resource "aws_kms_key" "k" {
  for_each = { a = "111111111111", b = "222222222222" }
  policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = each.value }, Action = "kms:*", Resource = "*" }] })
}
`;
    expect(lint(textFile('each.tf', each))).toMatchObject({ status: 0, stdout: 'No findings\n' });
  });

  test('compares its key with a base', () => {
    const wider = terraform
      .replace('kms:Decryptt', 'kms:Decrypt')
      .replace('var.reader', '"arn:aws:iam::444455556666:role/Reader"');
    const { status, stdout } = lint('--base', fine, textFile('wider.tf', wider));
    expect(status).toBe(1);
    expect(stdout).toContain('wider.tf:8:7: warning NEW_ACCESS (aws_kms_key.orders key#Use)');
    expect(stdout).toContain('DECRYPT_WITH_ANY_KEY');
  });

  test('says what of it cannot be read, and looks at the rest', () => {
    const { status, stdout, stderr } = lint(textFile('broken.tf', `${terraform}a = = 1\n`));
    expect(status).toBe(2);
    expect(stderr).toMatch(/broken\.tf:17:5: /);
    expect(stdout).toContain('INVALID_ACTION');
  });

  test('without a policy is nothing to look at', () => {
    const { status, stdout, stderr } = lint(textFile('none.tf', 'resource "aws_s3_bucket" "b" {}\n'));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('none.tf: has no policy to look at.');
  });
});

function textFile(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function policyFile(name: string, statement: object, withDelegation = true): string {
  return file(name, {
    Version: '2012-10-17',
    Statement: [...(withDelegation ? [delegation] : []), statement],
  });
}
