import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { denyThroughServices as rule } from './rule.ts';

describe('limits to a network', () => {
  it.each([
    [
      'an endpoint',
      allow({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      }),
      ['DENY_BREAKS_SERVICES "aws:SourceVpce"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'with services spared',
      allow({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Condition: {
          StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' },
          BoolIfExists: { 'aws:ViaAWSService': 'false' },
        },
      }),
    ],
    [
      'for one service',
      allow({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Condition: {
          StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' },
          StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' },
        },
      }),
    ],
    [
      'for some principals',
      allow({
        Effect: 'Deny',
        Action: 'kms:*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      }),
    ],
    [
      'that holds only with the key',
      allow({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Condition: { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      }),
    ],
    [
      'an Allow',
      allow({
        Principal: '*',
        Action: 'kms:*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      }),
    ],
    [
      'management only',
      allow({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:PutKeyPolicy',
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('spares them', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      }),
    );
    expect(policy).toMatchObject({
      Statement: {
        Condition: {
          StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' },
          BoolIfExists: { 'aws:ViaAWSService': 'false' },
        },
      },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
