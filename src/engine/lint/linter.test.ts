import { describe, expect, it } from 'vitest';
import { buildWorld } from '../world/buildWorld.ts';
import { DocumentReader } from '../world/documents.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { Linter } from './linter.ts';
import { APP, DELEGATION, lintScenario, policyOf, scenarioWith } from './testing/lint.ts';

const text = (content: unknown) => JSON.stringify(policyOf(content), undefined, 2);
const service = {
  Effect: 'Allow',
  Principal: { Service: 'sns.amazonaws.com' },
  Action: 'kms:*',
  Resource: '*',
};
const APP_USE = { Effect: 'Allow', Principal: APP, Action: 'kms:Decrypt', Resource: '*' };
const MISSPELLED = text([{ ...DELEGATION, Action: ['kms:Put*', 'kms:Encrypt', 'kms:Decryptt'] }]);

describe('linting', () => {
  it('says which rule, which statement and where', () => {
    const [finding, ...others] = lintScenario(scenarioWith(MISSPELLED));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'INVALID_ACTION',
      rule: 'unknown-action',
      about: 'key[0]',
      suppressed: undefined,
    });
    expect(MISSPELLED.slice(finding?.span.from, finding?.span.to)).toBe('"kms:Decryptt"');
  });

  it('has problems of grammar among the others, in the order of their places', () => {
    const policy = text([service, { ...DELEGATION, Sid: '' }]).replace('"Version": "2012-10-17",', '');
    expect(lintScenario(scenarioWith(policy)).map(({ code }) => code)).toEqual([
      'MISSING_VERSION',
      'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'EMPTY_SID_VALUE',
    ]);
  });

  it('has only the syntax error of a text that cannot be read', () => {
    const scenario = scenarioWith(`${MISSPELLED},`);
    const [key] = scenario.keys;
    const broken = {
      ...scenario,
      keys: key && [{ ...key, policy: { ...key.policy, fallback: MISSPELLED } }],
    };
    expect(lintScenario(broken as Scenario).map(({ code, about }) => [code, about])).toEqual([
      ['JSON_SYNTAX_ERROR', 'key'],
    ]);
  });

  it('reads a document anew only if its text or what is known around it changed', () => {
    const reader = new DocumentReader();
    const linter = new Linter();
    const lint = (scenario: Scenario) => linter.lint(buildWorld(scenario, reader));
    const scenario = scenarioWith(text([service, DELEGATION]));
    const before = lint(scenario);
    expect(lint({ ...scenario, title: 'Other' })[0]).toBe(before[0]);
    const account = { id: '111122223333', organization: 'o-exampleorgid' };
    const after = lint({ ...scenario, accounts: [account] });
    expect(after[0]).not.toBe(before[0]);
    expect(after).toEqual(before);
  });

  it('forgets documents that are gone', () => {
    const reader = new DocumentReader();
    const linter = new Linter();
    const lint = (scenario: Scenario) => linter.lint(buildWorld(scenario, reader));
    const scenario = scenarioWith(text([service, DELEGATION]));
    const before = lint(scenario);
    expect(lint(scenario)[0]).toBe(before[0]);
    lint({ ...scenario, keys: [] });
    expect(lint(scenario)[0]).not.toBe(before[0]);
  });

  it('says of each finding whether reading found it, where its statement is, and what it makes needless', () => {
    const policy = text([DELEGATION, { ...service, Sid: '' }, { ...APP_USE, Principal: '*' }]);
    const found = lintScenario(scenarioWith(policy));
    const told = found.map(({ code, about, foundInReading, covers, help }) => [
      code,
      about,
      foundInReading,
      covers,
      help === undefined,
    ]);
    expect(told).toEqual([
      ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', 'key[1]', false, [], false],
      ['EMPTY_SID_VALUE', 'key[1]', true, [], false],
      ['PUBLIC_ACCESS', 'key[2]', false, ['PUBLIC_ACCESS'], false],
    ]);
    for (const { statement } of found)
      expect(policy.slice(statement?.from, statement?.to)).toMatch(/^\{[^]*\}$/);
  });

  it('keeps no more than some hundred findings of one document', () => {
    const many = Array.from({ length: 2000 }, () => ({ ...service, Principal: APP, Action: 'kms:Nonsense' }));
    expect(lintScenario(scenarioWith(text(many))).length).toBeLessThan(400);
  });
});

describe('suppressions', () => {
  const suppressed = (about: string) =>
    lintScenario({
      ...scenarioWith(MISSPELLED),
      suppressions: [{ code: 'INVALID_ACTION', about, reason: 'A test.' }],
    }).map((finding) => finding.suppressed);

  it.each([['key[0]'], ['key']])('about %s give their reason', (about) => {
    expect(suppressed(about)).toEqual(['A test.']);
  });

  it.each([['key[1]'], ['key#Sid'], ['identity:Own']])('about %s have nothing to do with it', (about) => {
    expect(suppressed(about)).toEqual([undefined]);
  });
});
