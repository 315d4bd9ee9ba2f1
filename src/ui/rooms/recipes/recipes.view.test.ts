import { expect, test } from 'vitest';
import type { Expected } from '#engine/recipes/preview.ts';
import { offerRecipes } from '#engine/recipes/recipeBook.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { expectedRows, problemsOf, recipeGroups, summaryOf } from './recipes.view.ts';

const scenario: Scenario = {
  accounts: [],
  organizationPolicies: [],
  keys: [
    {
      arn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      policy: { id: 'key', text: '' },
    },
  ],
  resources: [],
  identities: [],
  vpcEndpoints: [],
  requests: [],
};

test('the list has every recipe once, by chapter, and says of an unsuited one why', () => {
  const offers = offerRecipes({
    scenario,
    request: { principal: 'anonymous', action: 'kms:Decrypt' },
  });
  const groups = recipeGroups(offers);
  expect(groups.map(({ title }) => title)).toContain('Storage and databases');
  expect(groups.flatMap(({ items }) => items.map(({ id }) => id)).toSorted()).toEqual(
    offers.map(({ id }) => id).toSorted(),
  );
  const dnssec = groups.flatMap(({ items }) => items).find(({ id }) => id === 'route53-dnssec');
  expect(dnssec).toMatchObject({
    isDisabled: true,
    secondary: expect.stringMatching(/keys that sign/) as string,
  });
});

test.each<[Partial<Expected>, string, boolean]>([
  [{ expect: 'allowed', ok: true, decision: 'allowed' }, 'Allowed, as intended', false],
  [{ expect: 'allowed', ok: false, decision: 'explicitDeny' }, 'Still denied', true],
  [{ expect: 'denied', ok: true, decision: 'implicitDeny' }, 'Denied, as intended', false],
  [{ expect: 'denied', ok: false, decision: 'allowed' }, 'Allowed by something else', true],
  [{ expect: 'unchanged', ok: true, decision: 'allowed' }, 'Allowed, as before', false],
  [{ expect: 'unchanged', ok: false, decision: 'explicitDeny' }, 'Denied, other than before', true],
  [{ expect: 'allowed', ok: false, decision: undefined }, 'Cannot be asked', true],
])('%j reads %s', (one, words, hasReason) => {
  const [row] = expectedRows([{ name: 'It', sentence: ['Why.'], ...one } as Expected]);
  expect(row?.words).toBe(words);
  expect(row?.because !== null).toBe(hasReason);
  expect(summaryOf(row === undefined ? [] : [row])).toBe(
    `With these statements, in this scenario${hasReason ? ': 1 of 1 not as intended' : ''}`,
  );
});

test('problems are found by parameter and place', () => {
  const problems = [
    { parameter: 'a', index: 1, message: 'No.' },
    { parameter: 'b', index: 0, message: 'Neither.' },
  ];
  expect([...problemsOf({ kind: 'problems', problems }, 'a')]).toEqual([[1, 'No.']]);
  expect(problemsOf(null, 'a').size).toBe(0);
});
