import { expect, test } from 'vitest';
import { prove } from '#engine/prove/prove.ts';
import { smallerText } from './smaller.ts';

function scenarioOf(text: string) {
  const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const nothing = { accounts: [], organizationPolicies: [], resources: [], identities: [] };
  return { ...nothing, keys: [{ arn, policy: { id: 'key', text } }], vpcEndpoints: [], requests: [] };
}

const statement = (sid: string, action: string) =>
  `    {"Sid": "${sid}",  "Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "${action}", "Resource": "*"}`;

test.each([
  ['the last', ['All', 'Some'], 'All'],
  ['the first', ['Some', 'All'], 'All'],
  ['several in the middle', ['Some', 'All', 'More', 'Less'], 'All'],
])('%s goes without touching the rest of the text', (_, sids, left) => {
  const text = (all: readonly string[]) =>
    `{ "Version": "2012-10-17",\n  "Statement": [\n${all
      .map((sid) => statement(sid, sid === 'All' ? 'kms:*' : 'kms:Decrypt'))
      .join(',\n')}\n  ]\n}`;
  const proof = prove({ scenario: scenarioOf(text(sids)), question: { kind: 'smallest' } });
  if (proof.kind !== 'smallest' || proof.answer.kind !== 'proved') throw new Error('Nothing was proved.');
  expect(smallerText(text(sids), proof.answer.smaller)).toBe(text([left]));
});

test('a text that would not be the proved policy gives way to it', () => {
  const smaller = { text: '{"Statement":[]}', removed: [], sentence: [] };
  expect(smallerText('{"Statement":[{}]}', smaller)).toBe('{"Statement":[]}');
});
