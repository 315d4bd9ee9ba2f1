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

const missingIn = (scenario: Scenario) => lintScenario(scenario).filter((one) => one.rule === rule.name);

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

describe('the half that is missing at home', () => {
  const KEY_SIDE = 'identity/Reader/Use';
  const withIdentities = (identities: Scenario['identities'], key: readonly object[] = [DELEGATION, NAMED]) =>
    scenarioWith(JSON.stringify(policyOf(key)), { scenario: { identities } });
  const policy = (statements: readonly object[]) => ({
    name: 'Use',
    document: { id: KEY_SIDE, text: JSON.stringify(policyOf(statements)) },
  });

  it('is told with the actions, and what to do', () => {
    const key = [DELEGATION, allow({ Principal: { AWS: READER }, Action: ['kms:Decrypt', 'kms:Encrypt'] })];
    const [finding] = missingIn(both(key, own({})));
    expect(finding).toMatchObject({
      message:
        '`role/Reader` is of another account, and no IAM policy there allows `kms:Encrypt` on this key: both sides have to.',
      help: 'Add the missing half to its IAM policies.',
    });
    expect(finding?.fixes.map(({ title }) => title)).toEqual([
      'Add it to the IAM policy `Use` of `role/Reader`',
    ]);
    const [none] = missingIn(both(key));
    expect(none?.fixes.map(({ title }) => title)).toEqual(['Add an IAM policy to `role/Reader`']);
    expect(JSON.parse(repaired(both(key)).identities[0]?.policies?.[0]?.document.text ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Sid: 'UseKey', Effect: 'Allow', Action: ['kms:Decrypt', 'kms:Encrypt'], Resource: KEY_ARN },
      ],
    });
  });

  it.each([
    ['all of many', own({ Action: 's3:*' }), [/allows any of its actions on this key/]],
    ['some of many, which is seldom meant in full', own({}), []],
  ])('is told of a pattern that lacks %s', (_, iam, expected) => {
    const key = [DELEGATION, allow({ Principal: { AWS: READER }, Action: 'kms:*' })];
    expect(missingIn(both(key, iam)).map(({ message }) => message)).toEqual(
      expected.map((words) => expect.stringMatching(words) as string),
    );
  });

  it.each([
    ['a Deny', [allow({ Effect: 'Deny', Principal: { AWS: READER } })]],
    [
      'actions that no other account can call',
      [allow({ Principal: { AWS: READER }, Action: ['kms:PutKeyPolicy', 'kms:RetireGrant'] })],
    ],
  ])('is not missed for %s', (_, key) => {
    expect(saidIn(rule, both([DELEGATION, ...key]))).toEqual([]);
  });

  it('is not missed by who is of the account of the key', () => {
    const arn = `arn:aws:iam::${ACCOUNT}:role/App`;
    const scenario = withIdentities([{ arn, policies: [] }], [DELEGATION, allow()]);
    expect(saidIn(rule, scenario)).toEqual([]);
  });

  it('is not missed where nothing is known of the policies', () => {
    expect(saidIn(rule, withIdentities([{ arn: READER }]))).toEqual([]);
  });

  it('can be in the policy of a group', () => {
    const [user, group] = [`arn:aws:iam::${OTHER}:user/Ana`, `arn:aws:iam::${OTHER}:group/Readers`];
    const key = [DELEGATION, allow({ Principal: { AWS: user } })];
    const member = { arn: user, groups: [group], policies: [] };
    const of = (statement: object) =>
      withIdentities([member, { arn: group, policies: [policy([statement])] }], key);
    expect(saidIn(rule, of(own({})))).toEqual([]);
    expect(saidIn(rule, of(own({ Action: 'kms:Encrypt' })))).toEqual([
      `CROSS_ACCOUNT_IAM_POLICY_MISSING "${user}"`,
    ]);
    expect(saidIn(rule, withIdentities([member], key))).toEqual([]);
  });

  it('has a name of its own where `UseKey` is taken', () => {
    const after = repaired(both([DELEGATION, NAMED], own({ Sid: 'UseKey', Action: 'kms:Encrypt' })));
    const text = after.identities[0]?.policies?.[0]?.document.text ?? '';
    expect(text.match(/"UseKey"/g)).toHaveLength(1);
    const free = repaired(both([DELEGATION, NAMED], own({ Sid: 'Other', Action: 'kms:Encrypt' })));
    expect(free.identities[0]?.policies?.[0]?.document.text).toContain('"UseKey"');
  });

  it.each([
    [
      'a variable, which may be the key',
      own({ Resource: 'arn:aws:kms:us-east-1:111122223333:key/${aws:PrincipalTag/key}' }),
      0,
    ],
    ['all but another key', own({ Resource: undefined, NotResource: `${KEY_ARN}0` }), 0],
    ['all but this key', own({ Resource: undefined, NotResource: KEY_ARN }), 1],
  ])('is looked for in %s', (_, iam, count) => {
    expect(missingIn(both([DELEGATION, NAMED], iam))).toHaveLength(count);
  });
});

describe('the half that is missing at the key', () => {
  const id = KEY_ARN.slice(KEY_ARN.lastIndexOf('/') + 1);

  it('is told with the names, and what to do', () => {
    const [finding] = missingIn(both([DELEGATION], own({})));
    expect(finding).toMatchObject({
      message: `The policy of the key \`arn:aws:kms:us-east-1:111122223333:key…cd-56ef-1234567890ab\` names neither \`role/Reader\` nor account \`${OTHER}\`: both sides have to allow.`,
      help: 'Add the missing half to the key policy.',
    });
    expect(finding?.fixes.map(({ title }) => title)).toEqual(['Add a statement to the key policy']);
  });

  it('has the actions that the other account can call', () => {
    const iam = own({ Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:PutKeyPolicy'] });
    const after = repaired(both([DELEGATION], iam));
    expect(JSON.parse(after.keys[0]?.policy.text ?? '')).toMatchObject({
      Statement: [{}, { Action: ['kms:Decrypt', 'kms:Encrypt'] }],
    });
  });

  it.each([
    ['for a pattern with much in it', own({ Action: 'kms:*' }), 1, 0],
    ['for what no other account can call', own({ Action: 'kms:PutKeyPolicy' }), 1, 0],
    ['by a pattern for this key', own({ Resource: `arn:aws:kms:*:*:key/${id}` }), 1, 1],
    ['in a statement that is not about KMS', own({ Action: 's3:GetObject' }), 0, 0],
    ['in a Deny', own({ Effect: 'Deny' }), 0, 0],
    ['as what is left out', own({ Resource: undefined, NotResource: KEY_ARN }), 0, 0],
    ['in another Region', own({ Resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/${id}` }), 0, 0],
    ['among keys whose names begin alike', own({ Resource: `${KEY_ARN.slice(0, -2)}*` }), 0, 0],
  ])('is missed %s or not', (_, iam, findings, fixes) => {
    const found = missingIn(both([DELEGATION], iam));
    expect([found.length, found.flatMap((one) => one.fixes).length]).toEqual([findings, fixes]);
  });

  it.each([
    ['the identity', { AWS: READER }, []],
    ['another identity of the account', { AWS: `arn:aws:iam::${OTHER}:role/Other` }, []],
    ['somebody by unique id', { AWS: 'AROAEXAMPLEID12345678' }, []],
    ['somebody of a third account', { AWS: 'arn:aws:iam::999988887777:role/Other' }, ['missing']],
    ['a service', { Service: 'sns.amazonaws.com' }, ['missing']],
  ])('is there where the key policy names %s', (_, Principal, expected) => {
    const key = [DELEGATION, allow({ Principal, Action: 'kms:Encrypt' })];
    const codes = missingIn(both(key, own({ Action: ['kms:Decrypt', 'kms:Encrypt'] })))
      .filter(({ code }) => code === 'CROSS_ACCOUNT_KEY_POLICY_MISSING')
      .map(() => 'missing');
    expect(codes).toEqual(expected);
  });

  it('is missed where the key policy only denies', () => {
    const key = [DELEGATION, allow({ Effect: 'Deny', Principal: { AWS: READER }, Action: 'kms:Encrypt' })];
    expect(missingIn(both(key, own({})))).toHaveLength(1);
  });

  it.each([
    ['of the account of the key', `arn:aws:iam::${ACCOUNT}:role/App`],
    ['that is a group', `arn:aws:iam::${OTHER}:group/Readers`],
  ])('is not missed by an identity %s', (_, arn) => {
    const text = JSON.stringify(policyOf([own({})]));
    const identities = [{ arn, policies: [{ name: 'Use', document: { id: 'identity/x/Use', text } }] }];
    expect(
      saidIn(rule, scenarioWith(JSON.stringify(policyOf([DELEGATION])), { scenario: { identities } })),
    ).toEqual([]);
  });
});
