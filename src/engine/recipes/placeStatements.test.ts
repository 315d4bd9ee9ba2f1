import { describe, expect, test } from 'vitest';
import { placeStatements, type ReadyStatement } from './placeStatements.ts';
import { canonicalStatement } from './sameStatement.ts';

const first: ReadyStatement = {
  Sid: 'One',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: ['kms:Encrypt', 'kms:Decrypt'],
  Resource: '*',
  Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
};
const second: ReadyStatement = { Sid: 'Two', Effect: 'Deny', Principal: '*', Action: 'kms:*', Resource: '*' };

function place(text: string, statements: readonly ReadyStatement[] = [first, second]) {
  return placeStatements({ id: 'key', text }, statements);
}

function applied(text: string, statements?: readonly ReadyStatement[]): string {
  const [edit] = place(text, statements)?.edits ?? [];
  if (edit?.kind !== 'text') return text;
  return text.slice(0, edit.offset) + edit.replacement + text.slice(edit.offset + edit.length);
}

const parsed = (text: string) =>
  JSON.parse(text) as { readonly Statement: readonly { readonly Sid: string }[] };
const sids = (text: string) => parsed(text).Statement.map(({ Sid }) => Sid);

describe('statements are placed', () => {
  test.each([
    ['an empty text', '', ['One', 'Two']],
    ['white space', ' \n', ['One', 'Two']],
    ['an object without members', '{}', ['One', 'Two']],
    ['an empty list', '{"Version": "2012-10-17", "Statement": []}', ['One', 'Two']],
    ['a single statement', '{\n  "Statement": { "Sid": "One", "Effect": "Deny" }\n}', ['One', 'One2', 'Two']],
    ['a minified list', '{"Statement":[{"Sid":"Two"},{"Sid":"Two2"}]}', ['Two', 'Two2', 'One', 'Two3']],
    ['a tall list', '{\r\n\t"Statement": [\r\n\t\t{ "Sid": "X" }\r\n\t]\r\n}\r\n', ['X', 'One', 'Two']],
  ])('in %s, under free Sids', (_, text, expected) => {
    expect(sids(applied(text))).toEqual(expected);
    expect(place(applied(text))?.edits).toEqual([]);
  });

  test('in the layout of the text, which stays as it is elsewhere', () => {
    const text = '{\r\n\t"Statement": [\r\n\t\t{ "Sid": "X" }\r\n\t]\r\n}\r\n';
    const after = applied(text, [second]);
    expect(
      after.startsWith('{\r\n\t"Statement": [\r\n\t\t{ "Sid": "X" },\r\n\t\t{\r\n\t\t\t"Sid": "Two"'),
    ).toBe(true);
    expect(after.endsWith('}\r\n\t]\r\n}\r\n')).toBe(true);
    expect(applied('{"Statement":[{"Sid":"X"}]}', [second])).toBe(
      '{"Statement":[{"Sid":"X"},{"Sid":"Two","Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*"}]}',
    );
  });

  test.each(['{', '[]', '"text"', 'null', '{"Statement": [}', 'Not JSON'])('never in %s', (text) => {
    expect(place(text)).toBeUndefined();
  });
});

describe('a statement that is there is not placed again', () => {
  const text = (statement: object) => JSON.stringify({ Statement: [statement] });

  test.each([
    ['as it is', first],
    ['under another Sid', { ...first, Sid: 'Mine' }],
    ['without a Sid', { ...first, Sid: undefined }],
    ['with its lists in another order', { ...first, Action: ['kms:Decrypt', 'kms:Encrypt'] }],
    ['with a list of one', { ...first, Resource: ['*'] }],
    ['with true for "true"', { ...first, Condition: { Bool: { 'kms:GrantIsForAWSResource': true } } }],
  ])('%s', (_, statement) => {
    expect(place(text(statement), [first])?.edits).toEqual([]);
  });

  test.each([
    ['it denies', { ...first, Effect: 'Deny' }],
    ['it has an action less', { ...first, Action: 'kms:Decrypt' }],
    ['it has no condition', { ...first, Condition: undefined }],
    [
      'it has a condition more',
      { ...first, Condition: { ...(first['Condition'] as object), Null: { a: 'true' } } },
    ],
    [
      'its principal is of another kind',
      { ...first, Principal: { Service: 'arn:aws:iam::111122223333:root' } },
    ],
    ['its elements are not elements', 'text'],
  ])('but is where %s', (_, statement) => {
    expect(sids(applied(text(statement as object), [first]))).toContain('One');
    expect(place(text(statement as object), [first])?.edits).toHaveLength(1);
  });

  test('lists and members keep their levels apart', () => {
    expect(canonicalStatement({ Action: ['a', 'b'] })).not.toBe(canonicalStatement({ Action: [['a', 'b']] }));
    expect(canonicalStatement({ a: { b: 'c' } })).not.toBe(canonicalStatement({ a: ['b', 'c'] }));
  });
});
