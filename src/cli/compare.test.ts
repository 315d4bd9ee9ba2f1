import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

  test('less and equal access are status 0', () => {
    const less = keyway('compare', '--json', open, own);
    expect([less.status, JSON.parse(less.stdout).relation]).toEqual([0, 'lessAccess']);
    const same = keyway('compare', own, own);
    expect(same).toMatchObject({ status: 0, stdout: 'Both versions decide every request alike.\n' });
  });

  test('one file is unusable input', () => {
    expect(keyway('compare', own)).toMatchObject({ status: 2, stdout: '' });
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
    expect(keyway('prove', own).status).toBe(0);
  });

  test('asks what its options say', () => {
    const { status, stdout } = keyway(
      'prove',
      '--not-granted',
      'kms:Put*',
      '--to',
      'arn:aws:iam::444455556666:role/Other',
      open,
    );
    expect([status, stdout]).toEqual([0, expect.stringContaining('is not granted')]);
    expect(
      keyway('prove', '--not-granted', 'kms:Decrypt', '--to', 'arn:aws:iam::444455556666:role/Other', open)
        .status,
    ).toBe(1);
  });

  test('names options that do not fit', () => {
    expect(keyway('compare', '--lockout', own, open).stderr).toContain(
      '`--lockout` is an option of `prove`.',
    );
    expect(keyway('prove', '--separate', 'kms:*', own).stderr).toContain('`--from`');
  });
});
