import { describe, expect, it } from 'vitest';
import { folds } from './folds.ts';
import { outline } from './outline.ts';

describe('the outline', () => {
  it('names statements and says what they do', () => {
    const text = `{ "Statement": [
      { "Sid": "Use", "Effect": "Allow", "Action": ["kms:Decrypt", "kms:Encrypt", "kms:Sign", "kms:Verify"] },
      { "Effect": "Deny", "NotAction": "kms:List*" },
      {}
    ] }`;
    expect(outline(text, 'key')).toMatchObject([
      { name: 'Use', detail: 'Allow kms:Decrypt, kms:Encrypt, kms:Sign and 1 more', effect: 'Allow' },
      { name: 'Statement 2', detail: 'Deny all but kms:List*', effect: 'Deny' },
      { name: 'Statement 3', detail: '', effect: undefined },
    ]);
    expect(
      outline(text, 'key').map(({ from, to }) => text.slice(from, from + 1) + text.slice(to - 1, to)),
    ).toEqual(['{}', '{}', '{}']);
  });

  it('names grants', () => {
    const grants =
      '[{ "GrantId": "a", "Name": "export", "Operations": ["Decrypt"] }, { "GrantId": "b" }, {}]';
    const entries = [
      { name: 'export', detail: 'Decrypt' },
      { name: 'b', detail: '' },
      { name: 'Grant 3', detail: '' },
    ];
    expect(outline(grants, 'grants')).toMatchObject(entries);
    expect(outline(`{ "Grants": ${grants} }`, 'grants')).toMatchObject(entries);
  });

  it.each<[string, readonly string[]]>([
    ['{ "Statement": [{ "Sid": "A" }, { "Sid": "B", "Eff', ['A', 'B']],
    ['{ "Statement": { "Sid": "Only" } }', ['Only']],
    ['', []],
    ['[]', []],
    ['{', []],
  ])('of %s', (text, names) => {
    expect(outline(text, 'key').map(({ name }) => name)).toEqual(names);
  });
});

it('folds what spans lines, outer brackets first, also in a broken text', () => {
  const text = '{\n  "Statement": [\n    { "Sid": "A" },\n    {\n      "Sid": "B"';
  expect(folds(text).map(({ from }) => text.charAt(from))).toEqual(['{', '[', '{']);
  expect(folds('{ "a": [] }')).toEqual([]);
});
