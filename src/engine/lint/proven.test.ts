import { describe, expect, it } from 'vitest';
import { buildWorld } from '../world/buildWorld.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Suppression } from '../scenario/scenario.ts';
import { provenFindings } from './proven.ts';
import { allow, DELEGATION, lintScenario, policyOf, scenarioWith } from './testing/lint.ts';

/** Statement 1 delegates, 2 is public and 3 has a condition that is never met. */
const TEXT = JSON.stringify(
  policyOf([
    DELEGATION,
    allow({ Sid: 'Open', Principal: '*' }),
    allow({ Sid: 'Idle', Condition: { StringEquals: { 'kms:CallerAcount': 'a' } } }),
  ]),
  undefined,
  2,
);
const scenario = scenarioWith(TEXT);
const statements = (buildWorld(scenario).keys[0]?.policy?.statements ?? []).map(({ statement }) => statement);
const spanOf = (index: number) => statements[index]?.span ?? { text: 'key', from: 0, to: 0 };
const proof = (code: string, from: number, text = 'key'): Diagnostic => ({
  code,
  severity: 'warning',
  message: 'Proved.',
  span: { text, from, to: from + 1 },
});

function told(proofs: readonly Diagnostic[], suppressions: readonly Suppression[] = [], lints = true) {
  const findings = lints ? lintScenario(scenario) : [];
  return provenFindings(proofs, { statements, findings, suppressions });
}

describe('what proofs found', () => {
  it.each([
    ['PUBLIC_ACCESS', 'public-access'],
    ['ACCESS_OUTSIDE_ORGANIZATION', 'outside-organization'],
    ['POLICY_LOCKOUT', 'policy-lockout'],
    ['STATEMENT_DOES_NOTHING', 'statement-does-nothing'],
    ['PART_DOES_NOTHING', 'statement-does-nothing'],
    ['NEW_ACCESS', 'new-access'],
    ['SOMETHING_ELSE', null],
  ])('%s has the page %s', (code, rule) => {
    expect(told([proof(code, spanOf(0).from)])).toEqual([
      expect.objectContaining({ code, rule, about: 'key[0]', suppressed: undefined }),
    ]);
  });

  it('is about the statement it stands in, or the document', () => {
    const [first, second] = [spanOf(0), spanOf(1)];
    const at = (from: number, text?: string) => told([proof('NEW_ACCESS', from, text)], [], false)[0]?.about;
    expect([at(first.from), at(first.to - 1), at(second.from)]).toEqual(['key[0]', 'key[0]', 'key#Open']);
    expect([at(first.from - 1), at(first.to), at(first.from, 'other')]).toEqual(['key', 'key', 'other']);
  });

  it('can be meant to stay', () => {
    const reason = 'On purpose.';
    const suppress = (code: string, about: string) =>
      told([proof('NEW_ACCESS', spanOf(1).from)], [{ code, about, reason }])[0]?.suppressed;
    expect(suppress('NEW_ACCESS', 'key#Open')).toBe(reason);
    expect(suppress('NEW_ACCESS', 'key[0]')).toBeUndefined();
    expect(suppress('PUBLIC_ACCESS', 'key#Open')).toBeUndefined();
  });

  it('is left out where lint says as much of the same statement', () => {
    const public1 = proof('PUBLIC_ACCESS', spanOf(1).from);
    expect(lintScenario(scenario).some(({ covers }) => covers.includes('PUBLIC_ACCESS'))).toBe(true);
    expect(told([public1])).toEqual([]);
    expect(told([public1], [], false)).toHaveLength(1);
    // Another statement, another document, and another thing.
    expect(told([proof('PUBLIC_ACCESS', spanOf(0).from)])).toHaveLength(1);
    expect(told([proof('PUBLIC_ACCESS', spanOf(1).from, 'other')])).toHaveLength(1);
    expect(told([proof('STATEMENT_DOES_NOTHING', spanOf(1).from)])).toHaveLength(1);
    expect(told([proof('STATEMENT_DOES_NOTHING', spanOf(2).from)])).toEqual([]);
  });

  it('of a part of a statement is left out only where lint points at that part', () => {
    const key = { text: 'key', from: TEXT.indexOf('"kms:CallerAcount"'), to: 0 };
    const action = TEXT.lastIndexOf('"kms:Decrypt"');
    const covered = { ...proof('PART_DOES_NOTHING', key.from), span: key };
    const findings = lintScenario(scenario).map((one) => ({ ...one, covers: ['PART_DOES_NOTHING'] }));
    const around = { statements, findings, suppressions: [] };
    expect(provenFindings([covered], around)).toEqual([]);
    expect(provenFindings([proof('PART_DOES_NOTHING', action)], around)).toHaveLength(1);
    const ofDocument = findings.map((one) => ({ ...one, statement: undefined }));
    expect(provenFindings([proof('PART_DOES_NOTHING', action)], { ...around, findings: ofDocument })).toEqual(
      [],
    );
  });
});
