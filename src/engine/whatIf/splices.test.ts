import { describe, expect, test } from 'vitest';
import { parseJson } from '../source/parseJson.ts';
import { asArray, asObject, memberValue } from '../source/read.ts';
import { spliceText } from './edit.ts';
import { addValue, appendItem, appendMember, removeItem, type Splice } from './splices.ts';

function root(text: string) {
  const parsed = parseJson(text, 't');
  if (parsed.root === undefined || !parsed.wellFormed) throw new Error(`Not JSON: ${text}`);
  return parsed.root;
}

const after = (text: string, splice: Splice | undefined) =>
  splice === undefined ? text : spliceText(text, [{ kind: 'text', document: 't', ...splice }]);

const list = (text: string) =>
  asArray(root(text)) ?? { kind: 'array' as const, span: root(text).span, items: [] };
const object = (text: string) =>
  asObject(root(text)) ?? { kind: 'object' as const, span: root(text).span, members: [] };

describe('an item at the end of a list', () => {
  test.each([
    ['[]', '[9]'],
    ['[1]', '[1,9]'],
    ['[1,2]', '[1,2,9]'],
    ['[1, 2]', '[1, 2, 9]'],
    ['[\n  1\n]', '[\n  1,\n  9\n]'],
    ['[\r\n\t1\r\n]', '[\r\n\t1,\r\n\t9\r\n]'],
    ['[{\n  "a": 1\n}]', '[{\n  "a": 1\n},\n9]'],
  ])('%j becomes %j', (text, wanted) => {
    const changed = after(text, appendItem(text, list(text), 9));
    expect(JSON.parse(changed)).toEqual([...JSON.parse(text), 9]);
    expect(changed).toBe(wanted);
  });
});

test('a single value becomes a list', () => {
  const text = '{\n  "Action": "kms:Decrypt"\n}';
  const node = memberValue(root(text), 'Action');
  if (node === undefined) throw new Error('It is there.');
  expect(after(text, addValue(text, node, 'kms:Encrypt'))).toBe(
    '{\n  "Action": ["kms:Decrypt", "kms:Encrypt"]\n}',
  );
});

describe('a member at the end of an object', () => {
  test.each([
    ['{}', '{"b":"c"}'],
    ['{"a":1}', '{"a":1,"b":"c"}'],
    ['{ "a": 1 }', '{ "a": 1, "b": "c" }'],
    ['{\n    "a": 1\n}', '{\n    "a": 1,\n    "b": "c"\n}'],
  ])('%j becomes %j', (text, wanted) => {
    expect(after(text, appendMember(text, object(text), 'b', 'c'))).toBe(wanted);
  });
});

test('a statement takes the layout of its policy', () => {
  const text = '{\n    "Statement": [\n        {\n            "Effect": "Allow"\n        }\n    ]\n}\n';
  const statements = memberValue(root(text), 'Statement');
  if (statements === undefined) throw new Error('It is there.');
  const added = {
    Sid: 'X',
    Principal: { AWS: 'arn' },
    Action: ['a', 'b'],
    Condition: { StringEquals: { k: 'v', l: 'w' } },
  };
  expect(after(text, addValue(text, statements, added))).toBe(
    [
      '{',
      '    "Statement": [',
      '        {',
      '            "Effect": "Allow"',
      '        },',
      '        {',
      '            "Sid": "X",',
      '            "Principal": { "AWS": "arn" },',
      '            "Action": ["a", "b"],',
      '            "Condition": {',
      '                "StringEquals": {',
      '                    "k": "v",',
      '                    "l": "w"',
      '                }',
      '            }',
      '        }',
      '    ]',
      '}',
      '',
    ].join('\n'),
  );
});

describe('an item taken out of a list', () => {
  test.each([
    ['[1, 2, 3]', 0, '[2, 3]'],
    ['[1, 2, 3]', 1, '[1, 3]'],
    ['[1, 2, 3]', 2, '[1, 2]'],
    ['[\n  1,\n  2\n]', 0, '[\n  2\n]'],
    ['[\n  1,\n  2\n]', 1, '[\n  1\n]'],
  ])('%j without %i is %j', (text, index, wanted) => {
    expect(after(text, removeItem(list(text), index))).toBe(wanted);
  });
});

test('characters above U+00FF are written as a policy may have them', () => {
  const text = '["a"]';
  expect(after(text, appendItem(text, list(text), '€'))).toContain('\\u20ac');
});
