import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

function recipe(...words: readonly string[]) {
  const all = ['--import', 'tsx', 'src/cli/main.ts', 'recipe', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('recipe', () => {
  test('without a name lists what there is', () => {
    const { status, stdout } = recipe();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^cloudtrail +CloudTrail writes log files$/m);
  });

  test('prints the policies of a key with the values given, and what they come to', () => {
    const key = 'arn:aws:kms:eu-west-1:222233334444:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const { status, stdout } = recipe('cloudwatch-logs', 'logGroups=/a,/b', `key=${key}`, '--json');
    expect(status).toBe(0);
    const { policies, requests } = JSON.parse(stdout) as {
      readonly policies: readonly { readonly of: string; readonly policy: unknown }[];
      readonly requests: readonly { readonly ok: boolean }[];
    };
    expect(policies.map(({ of }) => of)).toEqual(['key policy']);
    expect(JSON.stringify(policies)).toContain('"arn:aws:logs:eu-west-1:222233334444:log-group:/b"');
    expect(requests.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  });

  test('prints the other half, too', () => {
    expect(recipe('cross-account-roles').stdout).toContain('\narn:aws:iam::444455556666:role/Partner:\n{');
  });

  test.each([
    [['cloudtrial'], /^There is no recipe `cloudtrial`\. Did you mean `cloudtrail`\?\n$/],
    [['cloudtrail', 'trails=x'], /^trails: `x` is no ARN of a trail: it should be like `arn:.+`\.\n$/],
    [['cloudtrail', 'trial=x'], /^`trial=x` is no value of `cloudtrail`: .+ key, trails\.\n$/],
    [['cloudtrail', 'key=x'], /^`key` has to be the ARN of a key\.\n$/],
  ])('%j says what is wrong', (words, message) => {
    const { status, stdout, stderr } = recipe(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
