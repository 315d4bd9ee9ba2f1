import { describe, expect, test } from 'vitest';
import { keySpecs } from '#engine/catalog/keySpecs.data.ts';
import {
  aliasProblem,
  aliasesOf,
  choicesOf,
  keyArnProblem,
  keyFactLabels,
  keyFacts,
  withKeyFact,
} from './keyFacts.ts';
import type { KeyFact } from './keyFacts.ts';

const id = '1234abcd-12ab-34cd-56ef-1234567890ab';

describe('the ARN of a key', () => {
  test.each([
    `arn:aws:kms:us-east-1:111122223333:key/${id}`,
    'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab',
    `arn:aws-cn:kms:cn-north-1:111122223333:key/${id}`,
  ])('%s is one', (arn) => expect(keyArnProblem(arn)).toBeNull());

  test.each([
    ['', 'looks like'],
    [id, 'looks like'],
    [`arn:aws:kms:us-east-1:1111:key/${id}`, 'looks like'],
    ['arn:aws:kms:us-east-1:111122223333:key/*', 'looks like'],
    ['arn:aws:kms:us-east-1:111122223333:alias/orders', 'alias'],
    ['arn:aws:s3:::bucket', 'looks like'],
  ])('%j is none', (arn, words) => expect(keyArnProblem(arn)).toContain(words));
});

describe('the facts of a key', () => {
  test('are those AWS gives a key nobody said anything about', () => {
    expect(keyFacts()).toEqual({
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
      Origin: 'AWS_KMS',
      KeyState: 'Enabled',
      KeyManager: 'CUSTOMER',
      region: 'no',
    });
  });

  test('every select offers the value it shows, also one KMS does not have', () => {
    const odd = keyFacts({ KeySpec: 'X', KeyUsage: 'Y', Origin: 'Z', KeyState: 'S', KeyManager: 'M' });
    for (const facts of [keyFacts(), odd]) {
      for (const fact of Object.keys(keyFactLabels) as KeyFact[]) {
        expect(choicesOf(fact, facts).map((choice) => choice.id)).toContain(facts[fact]);
      }
    }
  });

  test.each(keySpecs.map(({ spec }) => [spec]))('choosing %s leaves a usage the spec can have', (spec) => {
    const next = withKeyFact({ KeyUsage: 'GENERATE_VERIFY_MAC', Description: 'kept' }, 'KeySpec', spec);
    const facts = keyFacts(next);
    expect(choicesOf('KeyUsage', facts).some(({ secondary }) => secondary !== undefined)).toBe(false);
    expect(next.Description).toBe('kept');
  });

  test('multi-Region in AWS’s two fields, there and back', () => {
    const primary = withKeyFact({}, 'region', 'REPLICA');
    expect(primary).toEqual({
      MultiRegion: true,
      MultiRegionConfiguration: { MultiRegionKeyType: 'REPLICA' },
    });
    expect(keyFacts(primary).region).toBe('REPLICA');
    expect(withKeyFact(primary, 'region', 'no')).toEqual({ MultiRegion: false });
  });
});

describe('alias names', () => {
  test.each([
    ['alias/orders', false],
    ['alias/team/orders_2-x', false],
    ['', false],
    ['orders', true],
    ['alias/', true],
    ['alias/a b', true],
    [`alias/${'x'.repeat(251)}`, true],
  ])('%j: problem %j', (name, isProblem) => {
    expect(aliasProblem(name, [name]) !== null).toBe(isProblem);
  });

  test('a repeated one is a problem, and is kept once', () => {
    expect(aliasProblem('alias/a', ['alias/a', 'alias/a'])).toContain('twice');
    expect(aliasesOf(['alias/a', '', 'b', 'alias/a', 'alias/c'])).toEqual(['alias/a', 'alias/c']);
  });
});
