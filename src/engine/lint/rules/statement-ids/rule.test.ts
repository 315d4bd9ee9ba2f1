import { describe, expect, it } from 'vitest';
import { type Around, allow, said } from '#engine/lint/testing/lint.ts';
import { statementIds as rule } from './rule.ts';

describe('names', () => {
  it.each<[string, unknown, readonly string[], Around?]>([
    [
      'one twice',
      [
        allow({ Sid: 'Use' }),
        allow({ Sid: 'Use', Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' } }),
      ],
      ['UNIQUE_SIDS_RECOMMENDED "Use"'],
    ],
    ['an empty one', allow({ Sid: '' }), ['EMPTY_SID_VALUE ""']],
    [
      'spaces in an IAM policy',
      allow({ Sid: 'Use it', Principal: undefined }),
      ['UNSUPPORTED_SID "Use it"'],
      { type: 'identity' },
    ],
  ])('reports %s', (_, content: unknown, expected, around?: Around) => {
    expect(said(rule, content, around)).toEqual(expected);
  });

  it.each([
    ['spaces in a key policy', allow({ Sid: 'Use it' })],
    ['none', [allow(), allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' } })]],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
