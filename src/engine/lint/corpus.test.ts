import { describe, expect, it } from 'vitest';
import type { Scenario } from '../scenario/scenario.ts';
import { reviewed } from './reviewed.data.ts';
import { lintScenario, scenarioWith } from './testing/lint.ts';
import { type Published, published } from './testing/published.ts';

/** A key of which nothing is known but its policy. */
function scenarioOf({ category, policy }: Published): Scenario {
  const text = JSON.stringify(policy, undefined, 2);
  if (category === 'rcp') return scenarioWith(text, { type: 'rcp' });
  const arn = 'arn:aws:kms:::key/1234abcd-12ab-34cd-56ef-1234567890ab';
  return scenarioWith(text, { scenario: { keys: [{ arn, policy: { id: 'key', text } }] } });
}

/** The codes of errors and security warnings, each once. */
function serious(one: Published): string {
  const codes = lintScenario(scenarioOf(one))
    .filter(({ severity }) => severity === 'error' || severity === 'securityWarning')
    .map(({ code }) => code);
  return [...new Set(codes)].toSorted().join(' ');
}

describe.runIf(published.length > 0)('published policies', () => {
  it('have the errors and security warnings that were looked at one by one, and no others', () => {
    const found = published.map((one): readonly [string, string] => [one.id, serious(one)]);
    expect(Object.fromEntries(found.filter(([, codes]) => codes !== ''))).toEqual(reviewed);
  });

  it('have no finding without a page', () => {
    const findings = published.flatMap((one) => lintScenario(scenarioOf(one)));
    expect(findings.filter(({ rule }) => rule === '')).toEqual([]);
  });
});

it('the list of what was looked at names rules that exist', () => {
  expect(Object.keys(reviewed).length).toBeGreaterThan(100);
});
