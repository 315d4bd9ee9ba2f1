import { describe, expect, it } from 'vitest';
import { createEngine } from '#engine/index.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import { documentProblems, openProblems } from './problems.ts';
import { withoutSuppression, withSuppression } from './suppressionEdits.ts';

const ROOT = 'arn:aws:iam::111122223333:root';
const delegation = { Sid: 'Own', Effect: 'Allow', Principal: { AWS: ROOT }, Action: 'kms:*', Resource: '*' };
const open = { ...delegation, Sid: 'Open', Principal: '*', Action: ['kms:Decrypt', 'kms:Decryptt'] };

function scenarioOf(text: string): Scenario {
  const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  return {
    accounts: [],
    organizationPolicies: [],
    keys: [{ arn, policy: { id: 'key', text } }],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  };
}

const TEXT = JSON.stringify({ Statement: [delegation, open] });
const engine = createEngine();
const request = { principal: ROOT, action: 'kms:Decrypt' };

function known(scenario: Scenario, studied = 1) {
  const study = engine.study({ scenario, request });
  return { reply: study, revision: 1, study, studied };
}

const codes = (problems: readonly Diagnostic[]) => problems.map(({ code }) => code);
const proof = (code: string, from: number): Diagnostic => ({
  code,
  severity: 'warning',
  message: 'Proved.',
  span: { text: 'key', from, to: from + 1 },
});

describe('the problems of a document', () => {
  it('are those of reading it and those of lint', () => {
    expect(codes(documentProblems('key', known(scenarioOf(TEXT)), [], []))).toEqual([
      'MISSING_VERSION',
      'PUBLIC_ACCESS',
      'INVALID_ACTION',
    ]);
  });

  it('while a study is under way, are those of reading it now, and the last ones of lint', () => {
    const before = known(scenarioOf(TEXT));
    const reply = engine.reply({ scenario: scenarioOf(TEXT.replace('"Open"', '""')), request });
    const problems = documentProblems('key', { ...before, reply, revision: 2 }, [], []);
    expect(codes(problems)).toEqual([
      'MISSING_VERSION',
      'EMPTY_SID_VALUE',
      'PUBLIC_ACCESS',
      'INVALID_ACTION',
    ]);
  });

  it('leave out proofs that say no more than lint does about the same statement', () => {
    const of = (one: Diagnostic) => documentProblems('key', known(scenarioOf(TEXT)), [one], []).length - 3;
    const at = TEXT.indexOf('{"Sid":"Open"');
    expect(of(proof('PUBLIC_ACCESS', at))).toBe(0);
    expect(of(proof('PUBLIC_ACCESS', TEXT.indexOf('{"Sid":"Own"')))).toBe(1);
    expect(of(proof('NEW_ACCESS', at))).toBe(1);
    expect(of(proof('PART_DOES_NOTHING', TEXT.indexOf('"kms:Decryptt"')))).toBe(0);
    expect(of(proof('PART_DOES_NOTHING', TEXT.indexOf('"kms:Decrypt"')))).toBe(1);
  });

  it('say whether a proof is suppressed', () => {
    const suppressions = [{ code: 'NEW_ACCESS', about: 'key#Open', reason: 'Agreed.' }];
    const at = TEXT.indexOf('{"Sid":"Open"');
    const problems = documentProblems(
      'key',
      known(scenarioOf(TEXT)),
      [proof('NEW_ACCESS', at)],
      suppressions,
    );
    expect(problems.at(-1)).toMatchObject({ about: 'key#Open', suppressed: 'Agreed.', rule: 'new-access' });
  });
});

describe('suppressing', () => {
  const suppression = { code: 'PUBLIC_ACCESS', about: 'key#Open', reason: 'A public key.' };

  it('takes a finding out of those that are open, and back', () => {
    const scenario = withSuppression(scenarioOf(TEXT), suppression);
    expect(codes(openProblems(known(scenario)))).toEqual(['MISSING_VERSION', 'INVALID_ACTION']);
    const again = withoutSuppression(scenario, suppression);
    expect(again).toEqual(scenarioOf(TEXT));
    expect(codes(openProblems(known(again)))).toContain('PUBLIC_ACCESS');
  });

  it('keeps one reason for one finding', () => {
    const twice = withSuppression(withSuppression(scenarioOf(TEXT), suppression), {
      ...suppression,
      reason: 'Other.',
    });
    expect(twice.suppressions).toEqual([{ ...suppression, reason: 'Other.' }]);
  });
});
