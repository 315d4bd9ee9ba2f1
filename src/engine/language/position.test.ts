import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionAt } from './position.ts';
import { cursorIn } from './testing/cursor.ts';

function at(marked: string) {
  const { text, offset } = cursorIn(marked);
  return positionAt(text, offset);
}

describe('what stands at an offset', () => {
  it.each<[string, string, string, string | undefined]>([
    ['|', 'value', '', undefined],
    ['{ | }', 'name', '', undefined],
    ['{ "Eff|" }', 'name', '', 'Eff'],
    ['{ "Eff|', 'name', '', 'Eff'],
    ['{ Eff| }', 'name', '', 'Eff'],
    ['{ "Effect"| }', 'nothing', '', undefined],
    ['{ "Effect": | }', 'value', 'Effect', undefined],
    ['{ "Effect": "All|ow" }', 'value', 'Effect', 'Allow'],
    ['{ "Effect": "All|', 'value', 'Effect', 'All'],
    ['{ "Effect": "All|, "Action": "*" }', 'value', 'Effect', 'All'],
    ['{ "Effect": All| }', 'value', 'Effect', 'All'],
    ['{ "Effect": "Allow"| }', 'nothing', '', undefined],
    ['{ "Effect": "Allow", | }', 'name', '', undefined],
    ['{ "Action": [|] }', 'value', 'Action/0', undefined],
    ['{ "Action": ["a", |] }', 'value', 'Action/1', undefined],
    ['{ "Action": ["a", "b|', 'value', 'Action/1', 'b'],
    ['{ "Statement": [{}, { "Condition": { "Bool": { "|', 'name', 'Statement/1/Condition/Bool', ''],
    ['{ "Statement": [{ "Action": |\n "Resource": "*" }] }', 'value', 'Statement/0/Action', undefined],
    ['{ "Statement": [{ "Action": [ "Resource": "*" }, { "Sid": "|" }] }', 'value', 'Statement/1/Sid', ''],
    ['{ "Action": ["a" // the | end\n] }', 'nothing', 'Action/0', undefined],
    ['{} |', 'nothing', '', undefined],
  ])('%s', (marked, role, path, word) => {
    const position = at(marked);
    expect({ role: position.role, path: position.path.join('/'), word: position.word?.value }).toEqual({
      role,
      path: role === 'nothing' ? position.path.join('/') : path,
      word,
    });
  });

  it.each<[string, number | undefined, boolean]>([
    ['{ "Effect": "Allow"\n "Act|" }', 19, false],
    ['{ "Effect": "Allow" | }', 19, false],
    ['{ "Effect": "Allow", "|" "Action": "*" }', undefined, true],
    ['{ | "Action": "*" }', undefined, true],
    ['{ "Effect|": "Allow" }', undefined, false],
    ['["a" "b|"]', 4, false],
    ['["|" "b"]', undefined, true],
    ['[| "b"]', undefined, true],
    ['[{} |]', 3, false],
    ['[| {}]', undefined, true],
  ])('%s knows which commas are missing', (marked, commaMissingAt, needsCommaAfter) => {
    expect(at(marked)).toMatchObject({ commaMissingAt, needsCommaAfter });
  });

  it('is found in any text', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      'b',
      ' ',
      '\n',
      '1',
      '\\',
      '//',
      'é',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.integer({ min: -3, max: 90 }), (parts, offset) => {
        const text = parts.join('');
        const { role, word } = positionAt(text, offset);
        expect(['name', 'value', 'nothing']).toContain(role);
        if (word !== undefined) {
          expect(word.from).toBeLessThanOrEqual(offset);
          expect(word.to).toBeGreaterThanOrEqual(offset);
        }
      }),
    );
  });
});
