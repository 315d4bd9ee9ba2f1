import { describe, expect, it } from 'vitest';
import { APP, fixed, said } from '#engine/lint/testing/lint.ts';
import { unknownAction as rule } from './rule.ts';

const allowing = (...actions: readonly string[]) => ({
  Effect: 'Allow',
  Principal: APP,
  Action: actions,
  Resource: '*',
});

describe('actions that do not exist', () => {
  it.each([
    ['kms:DecryptDataKey', 'INVALID_ACTION'],
    ['kms:ReEncrypt', 'INVALID_ACTION'],
    ['kms:Foo*', 'INVALID_ACTION'],
    ['kms=Decrypt', 'INVALID_ACTION'],
    ['Decrypt', 'INVALID_ACTION'],
    ['kmss:Decrypt', 'INVALID_SERVICE_IN_ACTION'],
  ])('%s is reported', (action, code) => {
    expect(said(rule, allowing('kms:Encrypt', action))).toEqual([`${code} "${action}"`]);
  });

  it.each([
    ['kms:Decrypt'],
    ['KMS:decrypt'],
    ['kms:ReEncrypt*'],
    ['kms:*'],
    ['*'],
    ['k*:Decrypt'],
    ['s3:GetObject'],
    ['kms:CreateKey'],
    ['kms:${aws:PrincipalTag/x}'],
  ])('%s is fine', (action) => {
    expect(said(rule, allowing(action))).toEqual([]);
  });

  it('puts in what was probably meant', () => {
    expect(fixed(rule, allowing('kms:GenerateDatKey')).policy).toMatchObject({
      Statement: { Action: ['kms:GenerateDataKey'] },
    });
    expect(fixed(rule, allowing('kms=Decrypt')).policy).toMatchObject({
      Statement: { Action: ['kms:Decrypt'] },
    });
    expect(fixed(rule, allowing('kms:ReEncrypt')).policy).toMatchObject({
      Statement: { Action: ['kms:ReEncrypt*'] },
    });
  });
});
