import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from './parsePolicy.ts';
import type { PolicyType } from './policy.ts';
import { KEY_POLICY_BYTES, policySize, utf8Length } from './size.ts';

describe('the size of a policy', () => {
  it('is counted in UTF-8 bytes for a key policy', () => {
    expect(policySize('{ "é": "→😀" }', 'key')).toEqual({
      used: 19,
      limit: 32_768,
      unit: 'bytes',
      whiteSpaceCounts: true,
    });
  });

  it('agrees with the platform', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
    expect(utf8Length('\ud800a\udc00')).toBe(7);
  });

  it.each<[PolicyType, number | undefined]>([
    ['identity', 4],
    ['boundary', 4],
    ['trust', 4],
    ['session', 8],
    ['endpoint', 8],
    ['scp', 8],
    ['rcp', 8],
    ['resource', undefined],
  ])('of type %s counts white space or not', (type, used) => {
    expect(policySize('a b\n\tc\r\n'.slice(0, 7) + 'd', type)?.used).toBe(used);
  });
});

it.each<[PolicyType, number, string]>([
  ['key', KEY_POLICY_BYTES, 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA'],
  ['identity', 6144, 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA'],
  ['endpoint', 20_480, 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA'],
  ['scp', 10_240, 'POLICY_SIZE_EXCEEDS_SCP_QUOTA'],
  ['rcp', 5120, 'POLICY_SIZE_EXCEEDS_RCP_QUOTA'],
])('a policy of type %s is warned about beyond %i', (type, limit, code) => {
  const codes = (size: number) => {
    const policy = (sid: string) =>
      `{"Version":"2012-10-17","Statement":{"Sid":"${sid}","Effect":"Deny","Action":"kms:*","Resource":"*"${type === 'identity' || type === 'scp' ? '' : ',"Principal":"*"'}}}`;
    const text = policy('x'.repeat(size - policy('').length));
    return parsePolicy(text, { id: 'p', type, name: 'p' }).diagnostics.map((diagnostic) => diagnostic.code);
  };
  expect(codes(limit)).toEqual([]);
  expect(codes(limit + 1)).toEqual([code]);
});
