import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileWildcard } from '../vocabulary/wildcard.ts';
import { compileTemplate } from './template.ts';
import { contextOf } from './testInputs.ts';
import { resolveTemplate, substitute } from './variables.ts';

const alice = contextOf({
  'aws:username': 'alice',
  'aws:PrincipalTag/team': 'blue',
  'aws:TagKeys': ['a'],
  'aws:Empty': { values: [] },
  'aws:Blank': '',
  'aws:Open': { state: 'unknown' },
  'aws:OpenList': { state: 'unknown', multivalued: true },
  'aws:Gone': { state: 'absent' },
  'aws:Star': 'a*',
  'aws:Nested': '${aws:username}',
  'aws:Twice': { values: ['x', 'y'], ambiguous: true },
});

function resolve(text: string, given = alice) {
  return resolveTemplate(compileTemplate(text, true), given);
}

describe('substitution', () => {
  test.each<[rule: string, text: string, expected: string | undefined]>([
    ['IAM-111', '${aws:username}', 'alice'],
    ['IAM-111', '${AWS:UserName}', 'alice'],
    ['IAM-111', '${aws:TagKeys}', undefined],
    ['IAM-112', "${aws:PrincipalTag/team, 'none'}", 'blue'],
    ['IAM-112', "${aws:PrincipalTag/area, 'none'}", 'none'],
    ['IAM-112', "${aws:PrincipalTag/area, ''}", ''],
    ['IAM-112', "${aws:PrincipalTag/area, 'a}b, c'}", 'a}b, c'],
    ['IAM-113', '${*}${?}${$}', '*?$'],
    ['IAM-113', '${$}{aws:username}', '${aws:username}'],
    ['IAM-114', "${aws:Empty, 'd'}", 'd'],
    ['IAM-114', "${aws:TagKeys, 'd'}", 'd'],
    ['IAM-114', "${aws:Blank, 'd'}", ''],
    ['IAM-115', '${aws:Gone}', undefined],
    ['IAM-115', 'x-${aws:Never}-y', undefined],
    ['IAM-115', '${aws:Empty}', undefined],
    ['IAM-117', '${aws:username}-${aws:PrincipalTag/team}-*', 'alice-blue-*'],
    ['IAM-117', '${aws:Nested}', '${aws:username}'],
    ['IAM-073', '${aws:Twice}', 'x'],
  ])('%s: %s', (_, text, expected) => {
    expect(substitute(text, alice, true)).toBe(expected);
  });

  test.each([
    '${',
    '${}',
    '${aws:username',
    '${aws:user name}',
    '${ aws:username}',
    "${aws:username,'x'}",
    "${aws:username,  'x'}",
    '${aws:username, x}',
    "${aws:username, 'x}",
    "${aws:username, 'x' }",
    "${aws:username, 'it''s'}",
    "${, 'x'}",
    '${a${aws:username}}',
    '$',
    '$aws',
    '{aws:username}',
  ])('IAM-112: %s is plain text', (text) => {
    const template = compileTemplate(text, true);
    expect(substitute(text, alice, true)).toBe(text);
    expect(template.keys).toEqual([]);
    expect(template.notes.map((note) => note.rule)).toEqual(text.includes('${') ? ['IAM-112'] : []);
  });

  test('IAM-112: the stars of a malformed variable are no wildcards, those beside it are', () => {
    const { fixed } = compileTemplate('*${a b*}*', true);
    const matcher = compileWildcard(fixed?.segments ?? []);
    expect(matcher.test('x${a b*}y')).toBe(true);
    expect(matcher.test('x${a bc}y')).toBe(false);
  });

  test('IAM-008: without variables every character stands for itself, stars being wildcards', () => {
    const template = compileTemplate('${aws:username}${*}', false);
    expect(template.fixed?.text).toBe('${aws:username}${*}');
    expect(template.notes.map((note) => note.rule)).toEqual(['IAM-008']);
    expect(compileWildcard(template.fixed?.segments ?? []).test('${aws:username}${anything}')).toBe(true);
    expect(compileTemplate('${aws:username}*', false).notes).toEqual([]);
    expect(compileTemplate('a${?}', false).notes[0]?.text).toContain('`a${?}` is plain text');
  });

  test('IAM-113: a special variable is a character and nothing to note', () => {
    const template = compileTemplate('a${*}${?}${$}*', true);
    expect(template).toMatchObject({ fixed: { text: 'a*?$*' }, notes: [] });
    const matcher = compileWildcard(template.fixed?.segments ?? []);
    expect([matcher.test('a*?$z'), matcher.test('ab?$z')]).toEqual([true, false]);
  });

  test('IAM-110: nothing before the given offset is a variable', () => {
    const text = 'arn:aws:s3:::${aws:username}';
    const start = text.indexOf('$');
    expect(resolveTemplate(compileTemplate(text, true, start), alice)).toMatchObject({
      text: 'arn:aws:s3:::alice',
    });
    expect(compileTemplate(text, true, start + 1).fixed?.text).toBe(text);
  });
});

describe('what a resolution says', () => {
  test('IAM-116: the star of a value is literal, the star of the policy is not', () => {
    const resolution = resolve('${aws:Star}/*');
    expect(resolution).toMatchObject({ state: 'resolved', text: 'a*/*', notes: [{ rule: 'IAM-116' }] });
    const matcher = compileWildcard(resolution.state === 'resolved' ? resolution.segments : []);
    expect([matcher.test('a*/x'), matcher.test('ab/x')]).toEqual([true, false]);
  });

  test.each([
    ['${aws:Open}', 'unknown', 'aws:Open'],
    ["${aws:Open, 'd'}", 'unknown', 'aws:Open'],
    ['${aws:Open}${aws:Gone}', 'unresolved', 'aws:Gone'],
    ['${aws:Gone}${aws:Open}', 'unresolved', 'aws:Gone'],
    ['${aws:OpenList}', 'unresolved', 'aws:OpenList'],
  ])('%s: %s', (text, state, variable) => {
    expect(resolve(text)).toMatchObject({ state, variable });
  });

  test('a key the request says nothing about is what the context says such keys are', () => {
    expect(resolve('${aws:Other}', contextOf({}, 'unknown'))).toMatchObject({ state: 'unknown' });
    expect(resolve('${aws:Gone}', contextOf({ 'aws:Gone': { state: 'absent' } }, 'unknown'))).toMatchObject({
      state: 'unresolved',
    });
  });

  test.each([
    ['${aws:TagKeys}', ['IAM-111']],
    ["${aws:TagKeys, 'd'}", ['IAM-114']],
    ["${aws:Empty, 'd'}", ['IAM-114']],
    ["${aws:Gone, '*'}", ['IAM-116']],
    ['${aws:Twice}', ['IAM-073']],
    ['${aws:username}', []],
  ])('notes of %s', (text, rules) => {
    expect(resolve(text).notes.map((note) => note.rule)).toEqual(rules);
  });
});

describe('any text', () => {
  const pieces = ['${', '}', "'", ', ', ',', 'aws:username', 'x', ' ', '{', "${a, 'b'}", '${c}'] as const;
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));

  test('is read without loss: its parts put together are the text', () => {
    fc.assert(
      fc.property(text, (written) => {
        const parts = compileTemplate(written, true).parts.map((part) => {
          if (part.kind === 'text') return part.text;
          if (part.kind !== 'variable') return part.kind;
          return `\${${part.name}${part.fallback === undefined ? '' : `, '${part.fallback}'`}}`;
        });
        expect(parts.join('')).toBe(written);
      }),
      { numRuns: 500 },
    );
  });

  test('is itself where variables are off', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(substitute(written, alice, false)).toBe(written);
      }),
    );
  });

  test('of hostile length is read in one go', () => {
    for (const unit of ['${', "${a, '", '${a b', '*?', "${a, 'b}"]) {
      const written = unit.repeat(100_000);
      expect(substitute(written, alice, true)).toBe(written);
    }
  });
});
