import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { policyVariables as rule } from './rule.ts';

describe('variables', () => {
  it.each([
    [
      'in a principal',
      allow({ Principal: { AWS: 'arn:aws:iam::${account}:role/App' } }),
      ['VARIABLE_UNSUPPORTED_IN_ELEMENT "arn:aws:iam::${account}:role/App"'],
    ],
    [
      'without a brace',
      allow({ Condition: { StringEquals: { 'aws:userid': '${aws:userid' } } }),
      ['MISSING_BRACE_IN_VARIABLE "${aws:userid"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['in a value', allow({ Condition: { StringEquals: { 'aws:PrincipalTag/a': '${aws:PrincipalTag/b}' } } })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
