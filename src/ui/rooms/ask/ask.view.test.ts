import { describe, expect, test } from 'vitest';
import { plain } from '#engine/explain/phrase.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import {
  announcement,
  askView,
  errorPhrase,
  markedPhrase,
  scopePhrase,
  verdictSignature,
} from './ask.view.ts';
import type { AskFacts } from './ask.view.ts';
import { evidenceTexts } from './evidenceLines.ts';
import { answered, appRequest, outsiderRequest, studied, testScenario } from './testScenario.ts';

const facts: AskFacts = {
  study: studied(outsiderRequest),
  status: 'ready',
  notice: null,
  isCurrent: true,
  hasWaited: false,
  typed: new Map(),
};

function withKeyPolicy(text: string, fallback?: string): Scenario {
  return {
    ...testScenario,
    keys: testScenario.keys.map((key) => ({
      ...key,
      policy: { id: 'key', text, ...(fallback === undefined ? {} : { fallback }) },
    })),
  };
}

describe('what stands in the verdict’s place', () => {
  test('before the first answer: nothing, then that it is worked on', () => {
    const before: AskFacts = { ...facts, study: null, status: 'starting', isCurrent: false };
    expect(askView(before).standing.kind).toBe('nothing');
    expect(askView({ ...before, hasWaited: true }).standing.kind).toBe('working');
    const failed = askView({ ...before, hasWaited: true, status: 'failed', notice: 'It failed.' });
    expect(failed).toMatchObject({
      standing: { kind: 'nothing' },
      remarks: ['It failed.'],
      isWorking: false,
    });
  });

  test('a request that cannot be answered says which slot, with the reason left to the sentence', () => {
    const principal = askView({ ...facts, study: studied({ ...appRequest, principal: 'OrdersApp' }) });
    expect(principal.standing).toEqual({ kind: 'unanswered', where: ['principal'] });
    const action = askView({ ...facts, study: studied({ ...appRequest, action: 'kms:Nothing' }) });
    expect(action.standing).toEqual({ kind: 'unanswered', where: ['operation'] });
  });

  test('the answer, also an outdated one; slow work is said beside it', () => {
    expect(askView(facts)).toMatchObject({
      standing: { kind: 'answered' },
      isWorking: false,
      isStale: false,
      remarks: [],
    });
    const lagging: AskFacts = { ...facts, isCurrent: false, status: 'working' };
    expect(askView(lagging)).toMatchObject({ standing: { kind: 'answered' }, isWorking: false });
    expect(askView({ ...lagging, hasWaited: true })).toMatchObject({
      standing: { kind: 'answered' },
      isWorking: true,
    });
  });
});

describe('the version that answered', () => {
  const valid = testScenario.keys[0]?.policy.text ?? '';

  test('the last valid one is named with the line of the problem', () => {
    const broken = withKeyPolicy(`{\n  "Version": "2012-10-17",\n  "Statement": [ { "Sid": \n`, valid);
    const view = askView({
      ...facts,
      study: studied(appRequest, broken),
      typed: evidenceTexts(broken, appRequest, []),
    });
    expect(view.isStale).toBe(true);
    expect(view.standing.kind).toBe('answered');
    expect(view.remarks).toEqual([
      expect.stringMatching(/^Showing the last valid version: line \d of the key policy has a problem\.$/),
    ]);
  });

  test('a document that never could be read is said to be missing from the answer', () => {
    const view = askView({ ...facts, study: studied(appRequest, withKeyPolicy('nothing')) });
    expect(view.isStale).toBe(false);
    expect(view.remarks).toEqual(["The key policy can't be read, so this is the answer without it."]);
  });
});

test('an error follows the decision it goes against', () => {
  const allowed = answered(appRequest);
  const error = { name: 'DisabledException', text: ['The key is disabled.'], rule: 'KMS-200' };
  expect(plain(errorPhrase({ ...allowed, error }) ?? [])).toBe(
    'Authorized, but KMS refuses: DisabledException. The key is disabled.',
  );
  expect(plain(errorPhrase({ ...answered(outsiderRequest), error }) ?? [])).toMatch(
    /^The caller sees DisabledException\./,
  );
  expect(errorPhrase({ ...allowed, error: null })).toBeNull();
});

test('the scope says what was considered and what was not supplied', () => {
  const answer = answered(appRequest);
  expect(
    plain(
      scopePhrase({ ...answer, scope: { considered: ['the key policy'], notSupplied: ['SCPs', 'RCPs'] } }),
    ),
  ).toBe('Decided with the key policy. Not supplied: SCPs, RCPs.');
  expect(plain(scopePhrase({ ...answer, scope: { considered: ['the key policy'], notSupplied: [] } }))).toBe(
    'Decided with the key policy.',
  );
  expect(scopePhrase({ ...answer, scope: { considered: [], notSupplied: [] } })).toEqual([]);
});

test('user text in backticks becomes code, and only that', () => {
  expect(markedPhrase('`x` is not `y`.')).toEqual([{ code: 'x' }, ' is not ', { code: 'y' }, '.']);
  expect(markedPhrase('plain')).toEqual(['plain']);
});

describe('a change of the verdict', () => {
  const denied = answered(outsiderRequest);
  const allowed = answered(appRequest);
  const { documents } = studied(appRequest);

  test('is announced with what decides, the first answer and an unchanged decision are not', () => {
    expect(announcement(null, allowed, documents)).toBeNull();
    expect(announcement(allowed, { ...allowed }, documents)).toBeNull();
    expect(announcement(denied, allowed, documents)).toMatch(/^Now allowed, by .*OrdersAppUse/);
    expect(announcement(allowed, denied, documents)).toBe('Now denied, by DenyOthers');
    expect(announcement(denied, { ...denied, decision: 'implicitDeny' }, documents)).toBe(
      'Now denied: nothing allows it',
    );
  });

  test('that KMS refuses although it is allowed is part of it', () => {
    const error = { name: 'DisabledException', text: [], rule: 'KMS-200' };
    expect(announcement(denied, { ...allowed, error }, documents)).toMatch(
      /, but KMS refuses: DisabledException$/,
    );
  });

  test('is another decision, another statement or another error; not another sentence', () => {
    const signature = verdictSignature(denied);
    expect(verdictSignature({ ...denied, sentence: ['x'], steps: [] })).toBe(signature);
    expect(verdictSignature(allowed)).not.toBe(signature);
    expect(verdictSignature({ ...denied, deciding: [] })).not.toBe(signature);
    expect(verdictSignature({ ...denied, error: { name: 'X', text: [], rule: '' } })).not.toBe(signature);
  });
});
