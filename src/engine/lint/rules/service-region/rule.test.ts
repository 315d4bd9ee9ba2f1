import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { serviceRegion as rule } from './rule.ts';

describe('the Region of CloudWatch Logs', () => {
  it.each([
    [
      'another Region',
      allow({ Principal: { Service: 'logs.eu-west-1.amazonaws.com' } }),
      ['SERVICE_OF_OTHER_REGION "logs.eu-west-1.amazonaws.com"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['the Region of the key', allow({ Principal: { Service: 'logs.us-east-1.amazonaws.com' } })],
    ['a service without a Region in its name', allow({ Principal: { Service: 'sns.amazonaws.com' } })],
    ['another service', allow({ Principal: { Service: 'delivery.logs.amazonaws.com' } })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('writes the Region of the key', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({ Principal: { Service: 'logs.eu-west-1.amazonaws.com' } }),
    );
    expect(policy).toMatchObject({ Statement: { Principal: { Service: 'logs.us-east-1.amazonaws.com' } } });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
