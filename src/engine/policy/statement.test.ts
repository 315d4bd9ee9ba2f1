import { describe, expect, it } from 'vitest';
import type { PolicyType } from './policy.ts';
import { codesOf, parse, statementOf, withStatement } from './testing/oneStatement.ts';

describe('statements', () => {
  // change, codes, rule of the inert reason
  it.each<[object, readonly string[], string | undefined]>([
    [{}, [], undefined],
    [{ Effect: undefined }, ['MISSING_EFFECT'], 'IAM-007'],
    [{ Effect: 'deny' }, ['INVALID_EFFECT'], 'IAM-007'],
    [{ Effect: true }, ['DATA_TYPE_MISMATCH'], 'IAM-007'],
    [{ Action: undefined }, ['MISSING_ACTION'], 'KMS-019'],
    [{ Action: [] }, ['EMPTY_ARRAY_ACTION'], 'IAM-015'],
    [{ Action: ['kms:*', 5] }, ['DATA_TYPE_MISMATCH'], 'IAM-004'],
    [{ NotAction: 'kms:Decrypt' }, ['UNSUPPORTED_ELEMENT_COMBINATION'], 'IAM-011'],
    [{ Action: 'kms:${aws:username}' }, ['VARIABLE_UNSUPPORTED_IN_ELEMENT'], undefined],
    [{ Resource: undefined }, ['MISSING_RESOURCE'], 'KMS-019'],
    [{ Resource: [] }, ['EMPTY_ARRAY_RESOURCE'], 'IAM-015'],
    [{ NotResource: 'x' }, ['UNSUPPORTED_ELEMENT_COMBINATION'], 'IAM-011'],
    [{ Principal: undefined }, ['MISSING_PRINCIPAL'], 'IAM-021'],
    [{ Principal: {} }, ['EMPTY_OBJECT_PRINCIPAL'], 'IAM-015'],
    [{ Principal: { AWS: [] } }, ['EMPTY_ARRAY_PRINCIPAL'], 'IAM-015'],
    [{ Principal: 'arn:aws:iam::111122223333:root' }, ['INVALID_PRINCIPAL_FORMAT'], 'IAM-004'],
    [{ Principal: ['*'] }, ['INVALID_PRINCIPAL_FORMAT'], 'IAM-004'],
    [{ Principal: { aws: '*' } }, ['INVALID_PRINCIPAL_KEY'], 'IAM-004'],
    [{ Principal: { AWS: 111122223333 } }, ['DATA_TYPE_MISMATCH'], 'IAM-004'],
    [{ NotPrincipal: '*' }, ['UNSUPPORTED_ELEMENT_COMBINATION'], 'IAM-011'],
    [{ Condition: [] }, ['DATA_TYPE_MISMATCH'], 'IAM-014'],
    [{ Condition: { Bool: 'x' } }, ['DATA_TYPE_MISMATCH'], 'IAM-014'],
    [{ Condition: { Bool: { 'aws:x': null } } }, ['DATA_TYPE_MISMATCH'], 'IAM-014'],
    [{ Condition: {} }, ['EMPTY_OBJECT_CONDITION'], undefined],
    [{ Conditions: {} }, ['INVALID_POLICY_ELEMENT'], 'IAM-006'],
  ])('of a key policy with %j', (change, codes, rule) => {
    expect(codesOf(withStatement(change))).toEqual(codes);
    expect(statementOf(change).inert?.rule).toBe(rule);
  });

  it('without effect say why', () => {
    expect(statementOf({ Resource: undefined }).inert?.because).toBe('it has no `Resource`');
    expect(statementOf({ Effect: 'allow' }).inert?.because).toBe(
      'its `Effect` `allow` is neither `Allow` nor `Deny`',
    );
    expect(statementOf({ Conditions: {} }).inert?.because).toBe('`Conditions` is no element of a statement');
  });

  it.each<[PolicyType, object, readonly string[], string | undefined]>([
    ['identity', { Principal: '*' }, ['UNSUPPORTED_PRINCIPAL'], 'IAM-012'],
    ['session', { NotPrincipal: '*' }, ['UNSUPPORTED_PRINCIPAL'], 'IAM-012'],
    ['scp', { Principal: '*' }, ['SCP_SYNTAX_ERROR_PRINCIPAL'], 'IAM-012'],
    ['identity', { Resource: undefined }, ['MISSING_RESOURCE'], 'IAM-066'],
    ['identity', { Action: undefined }, ['MISSING_ACTION'], 'IAM-012'],
    ['resource', { Principal: '*', Resource: undefined }, [], undefined],
    ['endpoint', {}, ['MISSING_PRINCIPAL'], 'IAM-021'],
    [
      'trust',
      { Principal: '*', Resource: undefined },
      ['ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
      undefined,
    ],
    [
      'trust',
      { NotPrincipal: { AWS: '111122223333' }, Resource: undefined },
      ['ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL'],
      undefined,
    ],
    ['rcp', { Principal: '*', Effect: 'Allow', Action: '*' }, [], undefined],
    ['rcp', { Principal: '*', Effect: 'Allow' }, ['RCP_SYNTAX_ERROR_ALLOW'], 'IAM-012'],
    [
      'rcp',
      { Principal: '*', Effect: 'Deny', Action: undefined, NotAction: 'kms:*' },
      ['RCP_SYNTAX_ERROR_NOTACTION'],
      undefined,
    ],
    ['rcp', { NotPrincipal: '*', Effect: 'Deny' }, ['RCP_SYNTAX_ERROR_PRINCIPAL'], undefined],
  ])('of type %s with %j', (type, change, codes, rule) => {
    const statement = { Effect: 'Allow', Action: 'kms:*', Resource: '*', ...change };
    const parsed = parse(JSON.stringify({ Version: '2012-10-17', Statement: statement }), type);
    expect(codesOf(parsed)).toEqual(codes);
    expect(parsed.policy?.statements[0]?.inert?.rule).toBe(rule);
  });
});
