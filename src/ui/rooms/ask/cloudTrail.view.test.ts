import { expect, test } from 'vitest';
import { plain } from '#engine/explain/phrase.ts';
import { eventCount, eventParts, eventText, eventTitle, secretPhrase } from './cloudTrail.view.ts';

const event = {
  eventName: 'ReEncrypt',
  requestParameters: {
    sourceEncryptionContext: { 'a"b': 'x\ny', encryptionContext: '}' },
    destinationKeyId: 'k',
    destinationEncryptionContext: { tenant: 'acme' },
  },
  responseElements: null,
};

test('the encryption contexts are marked, whatever stands in them', () => {
  const marked = eventParts(event).filter(({ isMarked }) => isMarked);
  expect(marked.map(({ text }) => text.split('\n').length)).toEqual([4, 3]);
  expect(marked[0]?.text).toContain(String.raw`"a\"b": "x\ny"`);
  expect(marked[1]?.text).toContain('"tenant": "acme"');
});

test('the parts are the whole event', () => {
  expect(
    eventParts(event)
      .map(({ text }) => text)
      .join('\n'),
  ).toBe(eventText(event));
  expect(eventParts({ eventName: 'ListKeys' })).toHaveLength(1);
});

test('the grant constraint of a CreateGrant is marked', () => {
  const grant = { requestParameters: { constraints: { encryptionContextSubset: { tenant: 'acme' } } } };
  expect(eventParts(grant).filter(({ isMarked }) => isMarked)).toHaveLength(1);
});

test('an event is named by its account, and by its call where there are several', () => {
  const of = (side: 'caller' | 'keyOwner' | 'both') => ({ account: '111122223333', side, event });
  expect(eventTitle(of('both'), 1)).toBe('In account 111122223333');
  expect(eventTitle(of('caller'), 2)).toBe('ReEncrypt: In the caller’s account, 111122223333');
  expect(eventTitle(of('keyOwner'), 1)).toBe('In the key owner’s account, 111122223333');
  const record = { madeUp: [], notes: [], secrets: [] };
  expect(eventCount({ ...record, events: [] })).toBe('none');
  expect(eventCount({ ...record, events: [of('both')] })).toBe('1 event');
  expect(eventCount({ ...record, events: [of('caller'), of('keyOwner')] })).toBe('2 events');
});

test('a secret is named by its place, and not repeated', () => {
  const secret = { parameter: 'EncryptionContext', key: 'password', kind: 'a password' } as const;
  expect(plain(secretPhrase(secret))).toBe('password in the encryption context looks like a password.');
  expect(plain(secretPhrase({ ...secret, parameter: 'Description' }))).toBe(
    'password looks like a password.',
  );
});
