import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { serviceWildcard as rule } from './rule.ts';

describe('a wildcard in the name of a service', () => {
  it.each([
    ['a beginning', 'k*:Decrypt'],
    ['a letter', 'km?:*'],
    ['any service', '*:Decrypt'],
  ])('is reported: %s', (_, Action) => {
    expect(said(rule, allow({ Action, Principal: undefined }), { type: 'identity' })).toEqual([
      `WILDCARD_IN_SERVICE_NAME "${Action}"`,
    ]);
  });

  it.each([
    ['an action', 'kms:De*'],
    ['everything', '*'],
    ['a service', 'kms:*'],
  ])('is none in %s', (_, Action) => {
    expect(said(rule, allow({ Action }))).toEqual([]);
  });
});
