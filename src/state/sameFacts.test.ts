import { expect, it } from 'vitest';
import { ordersKey } from '../examples/ordersKey.ts';
import { sameFacts } from './sameFacts.ts';
import { documentsOf } from '#engine/scenario/mapDocuments.ts';
import { withIdentity } from './identityEdits.ts';
import { withKey } from './keyEdits.ts';
import { withText } from './scenarioEdits.ts';

it('sees past the wording of every text', () => {
  const ids = documentsOf(ordersKey).map(({ id }) => id);
  expect(ids.filter((id) => !sameFacts(ordersKey, withText(ordersKey, id, '{}')))).toEqual([]);
});

it.each([
  ['an alias', withKey(ordersKey, { aliases: ['alias/other'] })],
  ['an identity', withIdentity(ordersKey, 'arn:aws:iam::111122223333:role/Another')],
  ['a title', { ...ordersKey, title: 'Other work' }],
  ['a saved request', { ...ordersKey, requests: ordersKey.requests.slice(1) }],
])('sees %s', (_, other) => {
  expect(sameFacts(ordersKey, other)).toBe(false);
});
