import { expect, it } from 'vitest';
import type { DocumentKind } from './documentKind.ts';
import { at } from './testing/cursor.ts';
import { orders } from './testing/orders.ts';

const APP = 'arn:aws:iam::111122223333:role/App';
const inPrincipal = (arn: string) => `{ "Statement": [{ "Principal": { "AWS": "|${arn}" } }] }`;
const inResource = (arn: string) => `{ "Statement": [{ "Resource": "|${arn}" }] }`;
const key = orders.keys[0]?.arn ?? '';

it.each<[DocumentKind, string, readonly string[]]>([
  [
    'key',
    inPrincipal(APP),
    [
      'IAM policy UseKey of role/App',
      'IAM policy More of role/App',
      'Permissions boundary Limit of role/App',
    ],
  ],
  [
    'key',
    inPrincipal('arn:aws:sts::111122223333:assumed-role/App/session'),
    [
      'IAM policy UseKey of role/App',
      'IAM policy More of role/App',
      'Permissions boundary Limit of role/App',
    ],
  ],
  ['key', inPrincipal('arn:aws:iam::111122223333:role/Export'), ['Grant export']],
  ['key', inPrincipal('arn:aws:iam::111122223333:root'), []],
  ['key', inPrincipal('arn:aws:iam::111122223333:role/Nobody'), []],
  ['identity', inResource(key), ['Key policy of 1234abcd-12ab-34cd-56ef-1234567890ab']],
  [
    'identity',
    inResource('arn:aws:kms:us-east-1:111122223333:alias/orders'),
    ['Key policy of 1234abcd-12ab-34cd-56ef-1234567890ab'],
  ],
  [
    'grants',
    `[{ "GranteePrincipal": "${APP}|" }]`,
    [
      'IAM policy UseKey of role/App',
      'IAM policy More of role/App',
      'Permissions boundary Limit of role/App',
    ],
  ],
  ['key', '{ "Statement": [{ "Sid": "|" }] }', []],
  ['key', '{ | }', []],
])('in a %s: %s names', (kind, marked, labels) => {
  expect(
    at(kind, marked, orders)
      .definitions()
      .map(({ label }) => label),
  ).toEqual(labels);
});

it('a grant has its place in its list', () => {
  const [grant] = at('key', inPrincipal('arn:aws:iam::111122223333:role/Export'), orders).definitions();
  const text = orders.keys[0]?.grants?.text ?? '';
  expect(grant?.text).toBe('grants');
  expect(text.slice(grant?.span?.from, grant?.span?.to)).toContain('"GrantId": "g1"');
});
