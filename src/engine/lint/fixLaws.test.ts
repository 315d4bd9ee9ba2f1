import { describe, expect, it } from 'vitest';
import { documentsOf } from '../scenario/mapDocuments.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { parseJson } from '../source/parseJson.ts';
import { applyEdits } from '../whatIf/edit.ts';
import type { Finding, Fix } from './finding.ts';
import { pages } from './pages.ts';
import { lintScenario, policyOf, scenarioWith } from './testing/lint.ts';
import { published } from './testing/published.ts';

/** Policies with something to fix: what the rules' pages say to avoid, and published policies where they lie beside the repository. */
const avoided = Object.entries(pages).flatMap(([name, { avoid, type }]): (readonly [string, Scenario])[] => {
  // What is to be avoided may be that it is no JSON.
  if (!parseJson(avoid, name).wellFormed) return [];
  const text = JSON.stringify(policyOf(JSON.parse(avoid)), undefined, 2);
  return [[name, scenarioWith(text, type === undefined ? {} : { type })]];
});
const ofOthers = published.map(({ id, policy }): readonly [string, Scenario] => [
  id,
  scenarioWith(JSON.stringify(policy, undefined, 2)),
]);

interface Fixed {
  readonly name: string;
  readonly finding: Finding;
  readonly before: readonly Finding[];
  readonly after: Scenario;
}

function fixesOf([name, scenario]: readonly [string, Scenario]): readonly Fixed[] {
  const before = lintScenario(scenario);
  return before.flatMap((finding) =>
    finding.fixes.map(({ edits, title }: Fix) => ({
      name: `${name}: ${finding.code}: ${title}`,
      finding,
      before,
      after: applyEdits({ scenario, request: { principal: '', action: '' } }, edits).scenario,
    })),
  );
}

function count(findings: readonly Finding[], { code, about }: Finding): number {
  return findings.filter((one) => one.code === code && one.about === about).length;
}

/** Codes of errors and risks, as often as they are found. */
function serious(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const codes = new Map<string, number>();
  for (const { code, severity } of findings)
    if (severity === 'error' || severity === 'securityWarning') codes.set(code, (codes.get(code) ?? 0) + 1);
  return codes;
}

describe.each([
  ['what pages say to avoid', avoided, 40],
  ['published policies', ofOthers, ofOthers.length],
])('every fix of %s', (_, scenarios, atLeast) => {
  const fixes = () => scenarios.flatMap(fixesOf);

  it('is one of many', () => {
    expect(fixes().length).toBeGreaterThanOrEqual(atLeast);
  });

  it('leaves every document valid JSON', () => {
    const broken = fixes().filter(({ after }) =>
      documentsOf(after).some(({ id, text }) => !parseJson(text, id).wellFormed),
    );
    expect(broken.map(({ name }) => name)).toEqual([]);
  });

  it('takes its finding away, and brings no error or risk', () => {
    const wrong = fixes().filter(({ finding, before, after }) => {
      const now = lintScenario(after);
      const known = serious(before);
      const isWorse = [...serious(now)].some(([code, times]) => times > (known.get(code) ?? 0));
      return isWorse || count(now, finding) >= count(before, finding);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
