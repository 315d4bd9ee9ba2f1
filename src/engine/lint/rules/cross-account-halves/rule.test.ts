import { describe, expect, it } from 'vitest';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { applyEdits } from '#engine/whatIf/edit.ts';
import {
  ACCOUNT,
  allow,
  DELEGATION,
  KEY_ARN,
  lintScenario,
  OTHER,
  policyOf,
  saidIn,
  scenarioWith,
} from '#engine/lint/testing/lint.ts';
import { crossAccountHalves as rule } from './rule.ts';

const READER = `arn:aws:iam::${OTHER}:role/Reader`;
const NAMED = allow({ Principal: { AWS: READER } });
const own = (different: object) => allow({ Principal: undefined, Resource: KEY_ARN, ...different });

function both(key: readonly object[], iam?: object | string): Scenario {
  const text = typeof iam === 'string' ? iam : JSON.stringify(policyOf(iam), undefined, 2);
  const policies = iam === undefined ? [] : [{ name: 'Use', document: { id: 'identity/Reader/Use', text } }];
  return scenarioWith(JSON.stringify(policyOf(key)), {
    scenario: { identities: [{ arn: READER, policies }] },
  });
}

function repaired(scenario: Scenario): Scenario {
  const [fix] = lintScenario(scenario).flatMap((finding) =>
    finding.rule === rule.name ? finding.fixes : [],
  );
  if (fix === undefined) throw new Error('There is no fix.');
  return applyEdits({ scenario, request: { principal: '', action: '' } }, fix.edits).scenario;
}

describe('a role of another account that the key policy names', () => {
  const missing = [`CROSS_ACCOUNT_IAM_POLICY_MISSING "${READER}"`];

  it.each([
    ['has no IAM policy', undefined],
    ['is allowed something else', own({ Action: 'kms:Encrypt' })],
    ['is allowed it on another key', own({ Resource: 'arn:aws:kms:us-east-1:111122223333:key/other' })],
    ['is denied it', own({ Effect: 'Deny' })],
  ])('is reported where it %s', (_, iam) => {
    expect(saidIn(rule, both([DELEGATION, NAMED], iam))).toEqual(missing);
  });

  it.each([
    ['may do it', own({})],
    ['may do it on every key', own({ Resource: '*', Action: 'kms:*' })],
    ['may do it under conditions', own({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })],
    ['has a policy that cannot be read', '{'],
  ])('is fine where it %s', (_, iam) => {
    expect(saidIn(rule, both([DELEGATION, NAMED], iam))).toEqual([]);
  });

  it('is not reported where the scenario does not have it', () => {
    expect(saidIn(rule, scenarioWith(JSON.stringify(policyOf([DELEGATION, NAMED]))))).toEqual([]);
  });

  it('gets the missing half in its own IAM policy', () => {
    const after = repaired(both([DELEGATION, NAMED], own({ Action: 'kms:Encrypt' })));
    expect(JSON.parse(after.identities[0]?.policies?.[0]?.document.text ?? '')).toMatchObject({
      Statement: [{ Action: 'kms:Encrypt' }, { Effect: 'Allow', Action: 'kms:Decrypt', Resource: KEY_ARN }],
    });
    expect(saidIn(rule, after)).toEqual([]);
  });

  it('gets an IAM policy where it has none', () => {
    const after = repaired(both([DELEGATION, NAMED]));
    expect(after.identities[0]?.policies?.map(({ name }) => name)).toEqual(['UseKey']);
    expect(saidIn(rule, after)).toEqual([]);
  });
});

describe('a role of another account whose IAM policy names the key', () => {
  it('is reported where the key policy names neither it nor its account', () => {
    const scenario = both([DELEGATION], own({}));
    expect(saidIn(rule, scenario)).toEqual([`CROSS_ACCOUNT_KEY_POLICY_MISSING "${KEY_ARN}"`]);
    const after = repaired(scenario);
    expect(JSON.parse(after.keys[0]?.policy.text ?? '')).toMatchObject({
      Statement: [
        DELEGATION,
        { Effect: 'Allow', Principal: { AWS: READER }, Action: 'kms:Decrypt', Resource: '*' },
      ],
    });
    expect(saidIn(rule, after)).toEqual([]);
  });

  it.each([
    ['its account', { AWS: OTHER }],
    ['everyone', '*'],
  ])('is fine where the key policy names %s', (_, principal) => {
    expect(saidIn(rule, both([DELEGATION, allow({ Principal: principal })], own({})))).toEqual([]);
  });

  it.each([['*'], [`arn:aws:kms:*:${ACCOUNT}:key/*`]])(
    'is fine where it names %s, which is not about this key',
    (resource) => {
      expect(saidIn(rule, both([DELEGATION], own({ Resource: resource })))).toEqual([]);
    },
  );
});
