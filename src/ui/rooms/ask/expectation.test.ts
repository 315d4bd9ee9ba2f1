import { expect, test } from 'vitest';
import { plain } from '#engine/explain/phrase.ts';
import type { Expectation } from '#engine/scenario/scenario.ts';
import { expectedWords, unmetExpectation } from './expectation.ts';
import { answered, appRequest, outsiderRequest } from './testScenario.ts';

const denied = answered(outsiderRequest);
const allowed = answered(appRequest);
const refused = { ...allowed, error: { name: 'DisabledException', text: ['x'], rule: 'KMS-200' } };

test.each<[Expectation | undefined, typeof denied, string | null]>([
  [undefined, denied, null],
  [{}, denied, null],
  [{ decision: 'explicitDeny' }, denied, null],
  [{ decision: 'denied' }, denied, null],
  [{ decision: 'denied' }, allowed, 'Expected: denied.'],
  [{ decision: 'allowed' }, denied, 'Expected: allowed.'],
  [{ decision: 'implicitDeny' }, denied, 'Expected: denied because nothing allows it.'],
  [{ decision: 'allowed', error: null }, allowed, null],
  [{ decision: 'allowed', error: null }, refused, 'Expected: no error.'],
  [{ error: 'DisabledException' }, refused, null],
  [{ error: 'DisabledException' }, allowed, 'Expected the error DisabledException.'],
  [{ statements: ['key#DenyOthers'] }, denied, null],
  [{ statements: ['key#DenyOthers', 'key#A', 'key#B'] }, denied, 'Expected key#A, key#B to decide.'],
])('expected %j', (expected, answer, words) => {
  const unmet = unmetExpectation(expected, answer);
  expect(unmet === null ? null : plain(unmet)).toBe(words);
});

test('in the list of saved requests', () => {
  expect(expectedWords(undefined)).toBeUndefined();
  expect(expectedWords({ decision: 'allowed', error: null })).toBe('Expected: allowed');
  expect(expectedWords({ decision: 'allowed', error: 'DisabledException' })).toBe(
    'Expected: DisabledException',
  );
});
