import { describe, expect, it } from 'vitest';
import { type Around, DELEGATION, allow, said } from '#engine/lint/testing/lint.ts';
import { separationOfDuties as rule } from './rule.ts';

describe('one principal with both', () => {
  it.each([
    [
      'in one statement',
      [DELEGATION, allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:*' })],
      ['ADMINISTERS_AND_USES "arn:aws:iam::111122223333:role/KeyAdmin"'],
    ],
    [
      'in two statements',
      [
        DELEGATION,
        allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:Put*' }),
        allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' } }),
      ],
      ['ADMINISTERS_AND_USES "arn:aws:iam::111122223333:role/KeyAdmin"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each<[string, unknown, Around?]>([
    [
      'two roles',
      [
        DELEGATION,
        allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:Put*' }),
        allow(),
      ],
    ],
    ['the account', DELEGATION],
    [
      'a Deny of one of them',
      [
        DELEGATION,
        allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:Put*' }),
        allow({ Effect: 'Deny', Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' } }),
      ],
    ],
    [
      'a key of AWS',
      [allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:*' })],
      { metadata: { KeyManager: 'AWS' } },
    ],
  ])('is silent about %s', (_, content: unknown, around?: Around) => {
    expect(said(rule, content, around)).toEqual([]);
  });
});
