import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#engine/policy/parsePolicy.ts';
import { roleTrustPolicies as rule } from './rule.ts';

const codesOf = (statement: object) =>
  parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statement }), {
    id: 'trust',
    type: 'trust',
    name: 'trust',
  })
    .diagnostics.map(({ code }) => code)
    .filter((code) => code in rule.codes);
const trust = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' };

describe('role trust policies', () => {
  it.each([
    ['ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE', { ...trust, Resource: '*' }],
    ['ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL', { ...trust, Principal: '*' }],
  ])('%s is explained here', (code, statement) => {
    expect(codesOf(statement)).toEqual([code]);
  });

  it('a plain one has none of these', () => {
    expect(codesOf(trust)).toEqual([]);
  });
});
