import { describe, expect, test } from 'vitest';
import { parseGrants } from '#engine/grants/parseGrants.ts';
import { withNewGrant } from './grantText.ts';

const KEY = 'arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const old =
  '{ "GrantId": "a", "GranteePrincipal": "arn:aws:iam::111122223333:role/A", "Operations": ["Decrypt"] }';

describe('adding a grant', () => {
  test.each([
    ['an empty text', '', 1],
    ['blank lines', ' \n', 1],
    ['an empty list', '[]', 1],
    ['a list on one line', `[${old}]`, 2],
    ['a list', `[\n  ${old},\n  ${old}\n]\n`, 3],
    ['list-grants output', `{\n  "Grants": [\n    ${old}\n  ],\n  "Truncated": false\n}`, 2],
    ['empty list-grants output', '{ "Grants": [] }', 1],
  ])('to %s', (_, text, count) => {
    const next = withNewGrant(text, KEY) ?? '';
    const { grants, diagnostics } = parseGrants(next, 'grants');
    expect(diagnostics).toEqual([]);
    expect(grants).toHaveLength(count);
    expect(grants?.at(-1)).toMatchObject({
      grantee: { value: 'arn:aws:iam::444455556666:role/Grantee' },
      keyId: KEY,
    });
  });

  test('keeps what was written, and gives each grant an id of its own', () => {
    const text = `[\n  ${old}\n]`;
    const twice = withNewGrant(withNewGrant(text, KEY) ?? '', KEY) ?? '';
    expect(twice.startsWith(`[\n  ${old},\n  {\n    "KeyId"`)).toBe(true);
    const ids = parseGrants(twice, 'grants').grants?.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(3);
  });

  test.each(['[', '{ "Other": [] }', `[${old},]`, '"text"'])('leaves %s alone', (text) => {
    expect(withNewGrant(text, KEY)).toBeNull();
  });
});
