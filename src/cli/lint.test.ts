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
      `${wrong}:17:17: error INVALID_ACTION (key#Use): KMS has no action \`kms:Decryptt\`. Did you mean \`kms:Decrypt\`?\n1 error\n`,
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
      ],
    });
  });

  test('a file that is none of these is status 2, and the others are looked at', () => {
    const { status, stdout, stderr } = lint(file('other.json', { hello: 1 }), wrong);
    expect([status, stdout.includes('1 error')]).toEqual([2, true]);
    expect(stderr).toContain('other.json: is neither a key policy nor a scenario.');
  });
});
