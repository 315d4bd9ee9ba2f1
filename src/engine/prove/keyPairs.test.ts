import { expect, test } from 'vitest';
import { conditionKeys } from '#engine/catalog/conditionKeys.ts';
import { compareVersions } from './questions/compareAnswer.ts';
import { proverFor } from './testing/provers.ts';

const ACTION = 'kms:Decrypt';
const names = conditionKeys
  .filter(({ operations }) => operations === 'any' || operations.includes(ACTION))
  .map(({ name, prefix, count }) =>
    prefix === undefined ? name : `${prefix}${count === undefined ? 'a' : '0'}`,
  );

/** Allows a call that carries both keys. */
function needing(one: string, other: string): object {
  const Null = Object.fromEntries([one, other].map((key) => [key, 'false']));
  return {
    Sid: `${one}${other}`.replaceAll(/\W/g, ''),
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
    Action: ACTION,
    Resource: '*',
    Condition: { Null },
  };
}

test('a request can carry any two keys, or it is proved that none does', { timeout: 120_000 }, () => {
  expect(names.length).toBeGreaterThan(40);
  for (const [at, one] of names.entries()) {
    const statements = names.slice(at + 1).map((other) => needing(one, other));
    const prover = proverFor([[], statements]);
    expect({ one, open: compareVersions(prover).open }).toEqual({ one, open: [] });
    expect(prover.disagreements).toBe(0);
  }
});
