import { describe, expect, it } from 'vitest';
import { study } from '#engine/index.ts';
import type { AccountFacts, Scenario } from '#engine/scenario/scenario.ts';
import { knownTargets, withFullAccess, withOrganizationPolicy } from '#state/organizationEdits.ts';
import {
  accountIdProblem,
  attachedElsewhere,
  organizationIdProblem,
  organizationNameProblem,
  organizationPictures,
  pathStepProblem,
  targetProblem,
  targetWords,
  unknownAccounts,
} from './organization.view.ts';
import { organizationTemplates } from './organizationTemplates.ts';
import { KEY_ARN, READER, scenarioOf } from './testScenario.ts';

const payments = {
  id: '111122223333',
  name: 'payments',
  organization: 'o-a1b2c3d4e5',
  path: ['r-ab12', 'ou-ab12-11111111'],
};
const analytics = { id: '444455556666', organization: 'o-a1b2c3d4e5', path: ['r-ab12', 'ou-ab12-22222222'] };
const management = {
  id: '999988887777',
  organization: 'o-a1b2c3d4e5',
  path: ['r-ab12'],
  managementAccount: true,
};

function organization(accounts: readonly AccountFacts[], targets: readonly string[] = []): Scenario {
  const scenario = { ...scenarioOf(), accounts };
  return targets.length === 0 ? scenario : withFullAccess(scenario, targets);
}

describe('the picture of an organization', () => {
  it('is a tree of its root, OUs and accounts, each once, with the lines between them', () => {
    const [picture, ...others] = organizationPictures(organization([payments, analytics, management]));
    expect(others).toEqual([]);
    expect(picture?.id).toBe('o-a1b2c3d4e5');
    expect(picture?.levels.map(({ id, depth, kind, lines }) => ({ id, depth, kind, lines }))).toEqual([
      { id: 'r-ab12', depth: 0, kind: 'root', lines: [] },
      { id: 'ou-ab12-11111111', depth: 1, kind: 'organizational unit', lines: [true] },
      { id: '111122223333', depth: 2, kind: 'account', lines: [true, false] },
      { id: 'ou-ab12-22222222', depth: 1, kind: 'organizational unit', lines: [true] },
      { id: '444455556666', depth: 2, kind: 'account', lines: [true, false] },
      { id: '999988887777', depth: 1, kind: 'account', lines: [false] },
    ]);
  });

  it('is one for each organization, and one for accounts in none', () => {
    const pictures = organizationPictures(
      organization([payments, { id: '444455556666' }, { ...management, organization: 'o-z9y8x7w6v5' }]),
    );
    expect(pictures.map(({ id, levels }) => [id, levels.length])).toEqual([
      ['o-a1b2c3d4e5', 3],
      [null, 1],
      ['o-z9y8x7w6v5', 2],
    ]);
  });

  it('does not mind a path as long as its author likes', () => {
    const path = Array.from({ length: 20_000 }, (_, at) => `ou-ab12-${String(at).padStart(8, '0')}`);
    const [picture] = organizationPictures(organization([{ ...payments, path }]));
    expect(picture?.levels).toHaveLength(200);
    expect(picture?.more).toBe(19_801);
    expect(picture?.levels.at(-1)?.lines).toHaveLength(6);
  });

  it('shows what is attached, and where an SCP is missing on the way of an account it binds', () => {
    const scenario = organization([payments, analytics, management], ['r-ab12', '111122223333']);
    const levels = organizationPictures(scenario)[0]?.levels ?? [];
    expect(levels.filter(({ policies }) => policies.length > 0).map(({ id }) => id)).toEqual([
      'r-ab12',
      '111122223333',
    ]);
    // Nothing binds the management account, so nothing is missing there.
    expect(levels.filter(({ isGap }) => isGap).map(({ id }) => id)).toEqual([
      'ou-ab12-11111111',
      'ou-ab12-22222222',
      '444455556666',
    ]);
    const onlyManagement = organizationPictures(organization([management], ['r-ab12']))[0]?.levels ?? [];
    expect(onlyManagement.some(({ isGap }) => isGap)).toBe(false);
    const none = organizationPictures(organization([payments]))[0]?.levels ?? [];
    expect(none.some(({ isGap }) => isGap)).toBe(false);
  });

  it('names targets that no account is under', () => {
    const scenario = organization([payments], ['r-ab12', 'ou-ab12-99999999']);
    expect(attachedElsewhere(scenario)).toMatchObject([
      { target: 'ou-ab12-99999999', policies: [{ name: 'FullAWSAccess' }] },
    ]);
  });
});

describe('ids', () => {
  it.each<[string, string | null, RegExp | null]>([
    ['an account', accountIdProblem('111122223333', []), null],
    ['an account of 11 digits', accountIdProblem('11112222333', []), /12 digits/],
    ['an account that is here', accountIdProblem('111122223333', ['111122223333']), /here already/],
    ['no organization', organizationIdProblem(''), null],
    ['an organization', organizationIdProblem('o-a1b2c3d4e5'), null],
    ['an organization in capitals', organizationIdProblem('o-A1B2C3D4E5'), /small letters/],
    ['a root', pathStepProblem('r-ab12', ['r-ab12'], 0), null],
    ['an OU in the place of the root', pathStepProblem('ou-ab12-11111111', [], 0), /begins with the root/],
    ['an OU', pathStepProblem('ou-ab12-11111111', ['r-ab12', 'ou-ab12-11111111'], 1), null],
    ['a root below a root', pathStepProblem('r-ab12', ['r-ab12', 'r-ab12'], 1), /come OUs/],
    ['an OU of another root', pathStepProblem('ou-zz99-11111111', ['r-ab12'], 1), /r-zz99, not r-ab12/],
    ['a row that is not filled yet', pathStepProblem('', ['r-ab12', ''], 1), null],
    ['a target', targetProblem('ou-ab12-11111111', []), null],
    ['a target twice', targetProblem('r-ab12', ['r-ab12']), /in the list already/],
    ['an organization as a target', targetProblem('o-a1b2c3d4e5', []), /root .* OU .* account/],
    ['a name', organizationNameProblem('Region lock', []), null],
    ['a name that is taken', organizationNameProblem('X', ['X']), /named X already/],
    ['no name', organizationNameProblem('', []), /needs a name/],
    ['a long name', organizationNameProblem('x'.repeat(129), []), /128/],
  ])('of %s', (_, problem, expected) => {
    if (expected === null) expect(problem).toBeNull();
    else expect(problem).toMatch(expected);
  });

  it('of accounts on the page that nothing is said about are offered', () => {
    const scenario = { ...scenarioOf(), identities: [{ arn: READER }], accounts: [{ id: '111122223333' }] };
    expect(unknownAccounts(scenario, 'arn:aws:sts::444455556666:assumed-role/R/s')).toEqual(['444455556666']);
    expect(unknownAccounts(scenario, 'logs.us-east-1.amazonaws.com')).toEqual([]);
  });

  it('of targets fit into a few words', () => {
    expect(targetWords([])).toBe('attached nowhere');
    expect(targetWords(['r-ab12', '111122223333', 'x', 'y'])).toBe(
      'attached to r-ab12, 111122223333 and 2 more',
    );
  });
});

describe('the templates', () => {
  const caller = 'arn:aws:iam::111122223333:user/Ana';
  const outsider = 'arn:aws:iam::444455556666:user/Bob';
  const keyPolicy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [caller, outsider].map((AWS) => ({
      Effect: 'Allow',
      Principal: { AWS },
      Action: 'kms:*',
      Resource: '*',
    })),
  });
  const allow = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }],
  });
  const [key] = scenarioOf({ policy: keyPolicy }).keys;
  const foreign = 'arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const far = KEY_ARN.replace('us-east-1', 'eu-west-1');
  const base: Scenario = {
    ...scenarioOf({ policy: keyPolicy }),
    accounts: [payments, { ...analytics, organization: 'o-z9y8x7w6v5' }],
    keys:
      key === undefined
        ? []
        : [key, foreign, far].map((each, at) =>
            typeof each === 'string' ? { arn: each, policy: { id: `key:${at}`, text: keyPolicy } } : each,
          ),
    identities: [caller, outsider].map((arn) => ({
      arn,
      policies: [{ name: 'P', document: { id: arn, text: allow } }],
    })),
  };

  /** Which of the four calls a template stops: own key, key of another organization, key in another Region, a foreigner at the own key. */
  function stopped(name: string): readonly string[] {
    const template = organizationTemplates(base).find((each) => each.name === name);
    if (template === undefined) throw new Error(`There is no template ${name}.`);
    const { scenario, id } = withOrganizationPolicy(base, {
      ...template,
      // FullAWSAccess is needed everywhere; of the others one place on the way is enough.
      targets: name === 'FullAWSAccess' ? knownTargets(base) : ['r-ab12'],
    });
    const calls = [
      ['own', caller, KEY_ARN],
      ['foreign', caller, foreign],
      ['far', caller, far],
      ['outsider', outsider, KEY_ARN],
    ] as const;
    const answers = calls.map(([call, principal, resource]) => {
      const { answer, documents } = study({
        scenario,
        request: { principal, action: 'kms:Decrypt', resource },
      });
      const report = documents.find((each) => each.id === id);
      expect(report?.diagnostics.filter(({ severity }) => severity !== 'suggestion')).toEqual([]);
      return answer?.decision === 'allowed' ? null : call;
    });
    return answers.filter((call) => call !== null);
  }

  it.each([
    ['FullAWSAccess', []],
    ['DenyKeysOutsideOrganization', ['foreign']],
    ['RegionLock', ['far']],
    ['DataPerimeter', ['outsider']],
  ])('%s stops %s', (name, expected) => {
    expect(stopped(name)).toEqual(expected);
  });

  it('take their organization and Region from the scenario', () => {
    const texts = organizationTemplates({ ...base, accounts: [management] }).map(({ text }) => text);
    expect(texts.join()).toContain('"aws:PrincipalOrgID": "o-a1b2c3d4e5"');
    const elsewhere = organizationTemplates({ ...base, keys: base.keys.slice(2) });
    expect(elsewhere.find(({ name }) => name === 'RegionLock')?.text).toContain('"eu-west-1"');
  });
});
