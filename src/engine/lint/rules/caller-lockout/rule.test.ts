import { describe, expect, it } from 'vitest';
import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import {
  ACCOUNT,
  APP,
  allow,
  DELEGATION,
  policyOf,
  saidIn,
  scenarioWith,
} from '#engine/lint/testing/lint.ts';
import { callerLockout as rule } from './rule.ts';

const put: ScenarioRequest = {
  principal: APP.AWS,
  action: 'kms:PutKeyPolicy',
  expect: { decision: 'allowed' },
};
const saying = (statements: readonly object[], request: ScenarioRequest) =>
  saidIn(rule, scenarioWith(JSON.stringify(policyOf(statements)), { scenario: { requests: [request] } }));

describe('who applies the policy', () => {
  it('is reported where KMS would refuse it', () => {
    expect(saying([DELEGATION], put)).toEqual(['POLICY_LOCKOUT_OF_CALLER {']);
  });

  it.each([
    ['may put it', [DELEGATION, allow({ Action: 'kms:Put*' })], put],
    ['is not expected to', [DELEGATION], { ...put, expect: { decision: 'denied' as const } }],
    ['is only asked about', [DELEGATION], { principal: APP.AWS, action: 'kms:PutKeyPolicy' }],
    ['brings a policy along', [DELEGATION], { ...put, parameters: { Policy: '{}' } }],
    [
      'puts that of another key',
      [DELEGATION],
      { ...put, resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/other` },
    ],
    ['does something else', [DELEGATION], { ...put, action: 'kms:Decrypt' }],
  ])('is fine where it %s', (_, statements, request) => {
    expect(saying(statements, request)).toEqual([]);
  });
});
