import { expect, test } from 'vitest';
import { placeOfKey, wantedContextKey, wantedPair } from './detailTarget.ts';
import type { DetailPlace } from './detailTarget.ts';
import { appRequest, studied } from './testScenario.ts';

const { suggestions } = studied(appRequest);

test.each<[string, DetailPlace]>([
  ['kms:ViaService', { kind: 'via' }],
  ['KMS:viaservice', { kind: 'via' }],
  ['aws:MultiFactorAuthPresent', { kind: 'mfa' }],
  // Condition keys ignore case, encryption context keys do not: the policies' spelling is taken.
  ['kms:EncryptionContext:tenant', { kind: 'parameter', name: 'EncryptionContext', key: 'Tenant' }],
  ['kms:EncryptionContext:aws:s3:arn', { kind: 'parameter', name: 'EncryptionContext', key: 'aws:s3:arn' }],
  ['kms:EncryptionAlgorithm', { kind: 'parameter', name: 'EncryptionAlgorithm' }],
  ['kms:SigningAlgorithm', { kind: 'context', key: 'kms:SigningAlgorithm' }],
  ['aws:SourceIp', { kind: 'context', key: 'aws:SourceIp' }],
])('%s is set at %j', (key, place) => {
  expect(placeOfKey(key, appRequest, suggestions)).toEqual(place);
});

test('a context key that is given already is found in its own spelling', () => {
  const request = { ...appRequest, context: { 'AWS:SourceIP': '10.0.0.1' } };
  expect(placeOfKey('aws:SourceIp', request, null)).toEqual({ kind: 'context', key: 'AWS:SourceIP' });
});

test('without an encryption context parameter the key is further context', () => {
  const request = { ...appRequest, action: 'kms:CreateGrant' };
  expect(placeOfKey('kms:EncryptionContext:t', request, null).kind).toBe('context');
});

test('a target wakes only the field it is about', () => {
  const pair = { place: { kind: 'parameter', name: 'EncryptionContext', key: 't' }, at: 2 } as const;
  expect(wantedPair(pair, 'EncryptionContext')).toEqual({ key: 't', at: 2 });
  expect(wantedPair(pair, 'SourceEncryptionContext')).toBeNull();
  expect(wantedContextKey(pair)).toBeNull();
  expect(wantedContextKey({ place: { kind: 'context', key: 'k' }, at: 1 })).toEqual({ key: 'k', at: 1 });
  expect(wantedPair(null, 'EncryptionContext')).toBeNull();
});
