import { describe, expect, it } from 'vitest';
import type { Scenario } from '#engine/scenario/scenario.ts';
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
import { awsManagedKey as rule } from './rule.ts';

function situation(account: string, alias: string, statement: object): Scenario {
  const { keys, ...rest } = scenarioWith(JSON.stringify(policyOf(DELEGATION)));
  const text = JSON.stringify(policyOf(statement), undefined, 2);
  const arn = `arn:aws:iam::${account}:role/Reader`;
  const policies = [{ name: 'Use', document: { id: 'identity/Reader/Use', text } }];
  return {
    ...rest,
    keys: keys.map((key) => ({ ...key, aliases: [alias] })),
    identities: [{ arn, policies }],
  };
}

const use = (different: object = {}) => allow({ Principal: undefined, Resource: KEY_ARN, ...different });

describe('a key that AWS manages', () => {
  it('is reported where another account is to use it', () => {
    const scenario = situation(OTHER, 'alias/aws/rds', use());
    expect(saidIn(rule, scenario)).toEqual([`AWS_MANAGED_KEY_OF_OTHER_ACCOUNT "${KEY_ARN}"`]);
    // And no half of a cross-account permission is asked for: both would not help.
    expect(lintScenario(scenario).map(({ code }) => code)).not.toContain('CROSS_ACCOUNT_KEY_POLICY_MISSING');
  });

  it.each([
    ['in its own account', situation(ACCOUNT, 'alias/aws/rds', use())],
    ['that a customer manages', situation(OTHER, 'alias/rds', use())],
    ['that is denied', situation(OTHER, 'alias/aws/rds', use({ Effect: 'Deny' }))],
    ['that is not named', situation(OTHER, 'alias/aws/rds', use({ Resource: '*' }))],
    ['of which nothing is asked', situation(OTHER, 'alias/aws/rds', use({ Action: 's3:GetObject' }))],
  ])('is left alone %s', (_, scenario) => {
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
