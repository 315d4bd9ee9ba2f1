import { describe, expect, test } from 'vitest';
import { fill, fillText, type Values } from './fill.ts';
import { printed } from '../whatIf/splices.ts';

const values: Values = new Map([
  ['one', ['1']],
  ['many', ['a', 'b', 'a']],
  ['trail', ['arn:aws:cloudtrail:us-east-1:111122223333:trail/x*']],
  ['place', ['<one>']],
]);

describe('a template', () => {
  test.each([
    ['<one>', '1'],
    ['no place', 'no place'],
    ['<many>', ['a', 'b']],
    ['x<many>y<one>', ['xay1', 'xby1']],
    [
      '<trail.account>/<trail.region>/<trail.sample>',
      '111122223333/us-east-1/arn:aws:cloudtrail:us-east-1:111122223333:trail/xsample',
    ],
    ['<unknown> <one.unknown>', '<unknown> <one.unknown>'],
    ['<place>', '<one>'],
    [
      ['<many>', 'c'],
      ['a', 'b', 'c'],
    ],
    [{ 'k:<one>': { deep: '<one>' } }, { 'k:1': { deep: '1' } }],
    [
      [true, null, 7],
      [true, null, 7],
    ],
  ])('%j becomes %j', (template, filled) => {
    expect(fill(template, values)).toEqual(filled);
  });

  test('has its places named', () => {
    expect(fillText('<many>-<many>', values)).toEqual(['a-a', 'b-b']);
  });

  const hostile = [
    '"',
    '\\',
    '\n"}], "Effect": "Allow',
    '"'.repeat(10_000),
    '\u2028',
    '</script>',
    '$&$1',
    '${aws:x}',
    '\ud800',
  ];
  test.each(hostile)('keeps %j inside its string', (value) => {
    const filled = fill({ Resource: 'arn:<v>', List: ['<v>'], '<v>': true }, new Map([['v', [value]]]));
    const text = printed(filled, { newline: '\n', indent: '', unit: '  ' });
    expect(JSON.parse(text)).toEqual({ Resource: `arn:${value}`, List: [value], [value]: true });
  });
});
