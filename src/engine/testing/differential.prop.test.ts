import { describe, expect, test } from 'vitest';
import { Coverage } from './coverage.ts';
import { findDisagreement, PAIRS_PER_BATCH } from './differential.ts';
import { cast, operations } from './generated/cast.ts';
import { conditionOperatorNames } from './generated/conditions.ts';

/** `npm run deep` asks for more pairs than the ordinary run and for another seed. */
const pairs = Number(process.env['KEYWAY_PAIRS'] ?? PAIRS_PER_BATCH);
const seed = Number(process.env['KEYWAY_SEED'] ?? 1);
const seeds = Array.from({ length: Math.ceil(pairs / PAIRS_PER_BATCH) }, (_, index) => seed + index);

const coverage = new Coverage();

describe('the engine and the naive evaluator agree on every check: decision, denying layers, filters, ways to an Allow', () => {
  test.each(seeds)('seed %i', { timeout: 300_000 }, (one) => {
    expect(findDisagreement(one, coverage)).toBeUndefined();
  });
});

describe('what the generated pairs reach', () => {
  const share = (decision: string): number => coverage.count(decision) / coverage.count('pair');
  const missing = (names: readonly string[], least = 1): readonly string[] =>
    names.filter((name) => coverage.count(name) < least);

  test('as many pairs as were asked for', () => {
    expect(coverage.count('pair')).toBeGreaterThanOrEqual(pairs);
  });

  test('decisions are well spread', () => {
    expect(share('allowed')).toBeGreaterThan(0.14);
    expect(share('explicitDeny')).toBeGreaterThan(0.14);
    expect(share('implicitDeny')).toBeLessThan(0.6);
    expect(share('notFound')).toBeLessThan(0.2);
  });

  test('every layer denies, every filter lacks an Allow, every way is open', () => {
    const layers = ['key', 'identity', 'boundary', 'session', 'scp', 'rcp', 'endpoint', 'resource'];
    const ways = ['direct', 'delegated', 'crossAccount', 'grant', 'identityAlone', 'retire'];
    expect(
      missing(
        layers.map((kind) => `Deny in ${kind}`),
        5,
      ),
    ).toEqual([]);
    expect(
      missing(
        layers.map((kind) => `condition in ${kind}`),
        10,
      ),
    ).toEqual([]);
    expect(
      missing(
        [
          'no Allow in scp',
          'no Allow in endpoint',
          'barred: anonymous',
          'barred: crossAccount',
          'barred: partition',
        ],
        10,
      ),
    ).toEqual([]);
    expect(
      missing(
        ways.map((way) => `way: ${way}`),
        10,
      ),
    ).toEqual([]);
    const kinds = ['EncryptionContextEquals', 'EncryptionContextSubset', 'SourceArn'];
    expect(
      missing(
        kinds.map((kind) => `grant with ${kind}`),
        5,
      ),
    ).toEqual([]);
  });

  test('every caller is allowed and denied in both ways', () => {
    const signed = cast.filter(({ kind }) => kind !== 'anonymous').map(({ kind }) => kind);
    const outcomes = ['allowed', 'explicitDeny', 'implicitDeny'];
    const ways = [
      'forward access session',
      'several permissions',
      'key of the ciphertext',
      'encrypted resource',
      'chain of services',
      'partition aws-cn',
      'partition aws-us-gov',
    ];
    const wanted = [...signed, ...ways].flatMap((kind) => outcomes.map((outcome) => `${kind}: ${outcome}`));
    expect(missing(wanted)).toEqual([]);
  });

  test('every operation is allowed, and denied', () => {
    const wanted = operations.flatMap((name) => [
      `${name}: allowed`,
      ...(name.startsWith('sts:') ? [] : [`${name}: implicitDeny`, `${name}: explicitDeny`]),
    ]);
    expect(missing(wanted)).toEqual([]);
  });

  test('every form of identifier finds a key, and finds none', () => {
    const forms = ['key id', 'alias name', 'alias ARN', 'ARN'];
    expect(
      missing(forms.flatMap((form) => [`${form} identifier: allowed`, `${form} identifier: notFound`])),
    ).toEqual([]);
  });

  test('every operator, with every prefix and suffix, in Allow and in Deny, with and without its key', () => {
    const wanted = conditionOperatorNames.flatMap((name) => [
      `${name} in Allow`,
      `${name} in Deny`,
      `${name} without its key`,
      ...(name.endsWith('IfExists') ? [] : [`${name} holds`, `${name} fails`]),
    ]);
    expect(missing(wanted)).toEqual([]);
  });

  test('empty lists, variables and keys in another case', () => {
    expect(
      missing(
        ['empty value list', 'variable holds', 'variable fails', 'variable with default', 'key in capitals'],
        5,
      ),
    ).toEqual([]);
  });
});
