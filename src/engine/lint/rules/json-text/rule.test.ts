import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { jsonText as rule } from './rule.ts';

describe('the text of a policy', () => {
  it.each([
    ['a comma too many', '{"Version":"2012-10-17","Statement":[],}', ['JSON_SYNTAX_ERROR ,']],
    [
      'a member twice',
      '{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}',
      ['DUPLICATE_KEY "Version"'],
    ],
    ['a character that policies cannot hold', allow({ Sid: 'Größe ✓' }), ['INVALID_CHARACTER \u2713']],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'JSON',
      {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:root' },
            Action: 'kms:*',
            Resource: '*',
          },
        ],
      },
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
