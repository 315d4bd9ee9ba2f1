import { describe, expect, test } from 'vitest';
import { parseWildcard } from '#engine/vocabulary/wildcard.ts';
import { arnGlobOf, type Glob, globOf, literalGlob } from './glob.ts';
import { naturalTexts } from './natural.ts';
import { textTest, truthTest } from './textTest.ts';

const glob = (text: string, fold = false) => globOf(parseWildcard(text), fold);
const arn = (text: string): Glob => arnGlobOf(parseWildcard(text)) ?? literalGlob('');

describe('texts that somebody might have written', () => {
  test('are values as they stand, and patterns filled in, an example first', () => {
    expect(
      naturalTexts([truthTest(['true']), textTest([glob('web-*'), glob('exact'), glob('a?c*')])]),
    ).toEqual([
      'exact',
      'web-example',
      'axcexample',
      'web-example',
      'axcexample',
      'web-eu-west-1',
      'axceu-west-1',
      'web-111122223333',
      'axc111122223333',
      'web-us-east-1:111122223333',
      'axcus-east-1:111122223333',
      'web-1',
      'axc1',
      'web-',
      'axc',
      'web-',
    ]);
  });

  test('have a Region and an account where an ARN has them', () => {
    const [text] = naturalTexts([textTest([arn('arn:aws:kms:*:*:key/*')])]);
    expect(text).toBe('arn:aws:kms:us-east-1:111122223333:key/example');
    expect(naturalTexts([textTest([arn('arn:*:iam::*:role/*')])])[0]).toBe(
      'arn:example:iam::111122223333:role/example',
    );
    expect(naturalTexts([textTest([arn('arn:aws:sns:eu-west-1:1:*:a:*')])])[0]).toBe(
      'arn:aws:sns:eu-west-1:1:example:a:example',
    );
  });

  test('have a Region in the name of a service', () => {
    expect(naturalTexts([textTest([glob('s3.*.amazonaws.com')])])[0]).toBe('s3.eu-west-1.amazonaws.com');
    expect(naturalTexts([textTest([glob('arm:a:*:b')])])[0]).toBe('arm:a:example:b');
  });

  test('are tried in capitals where case does not count', () => {
    const texts = naturalTexts([textTest([glob('team-*', true), glob('Web*')])]);
    expect(texts.slice(0, 3)).toEqual(['team-example', 'Webexample', 'TEAM-EXAMPLE']);
    expect(texts).not.toContain('WEBEXAMPLE');
  });

  test('of several patterns are laid over one another: longest beginning, all middles, longest ending', () => {
    const laid = (...patterns: readonly string[]) =>
      naturalTexts(patterns.map((text) => textTest([glob(text)]))).at(-1);
    expect(laid('s3.*.amazonaws.com', '*.com', 's*x?*')).toBe('s3.xx.amazonaws.com');
    expect(laid('a*', 'ab*', '*c')).toBe('abc');
    expect(laid('ab*', 'a*', '*bc', '*c')).toBe('abbc');
    expect(laid('*one*', '*two*three*')).toBe('onetwothree');
    const { prefix } = glob('arn:aws:s3:::a*b*');
    const tests = [truthTest(['true']), textTest([arn('arn:aws:s3:::a*b*')]), textTest([glob('*z')])];
    expect(naturalTexts(tests).at(-1)).toBe(`${prefix}bz`);
    expect(naturalTexts([textTest([arn('arn:aws:s3:*:*:a')]), textTest([glob('*')])]).at(-1)).toBe(
      'arn:aws:s3:::a',
    );
  });

  test('of one pattern are not laid over anything, and of many only the first are tried', () => {
    expect(naturalTexts([textTest([glob('a*')])])).toHaveLength(7);
    const many = Array.from({ length: 30 }, (_, at) => glob(`p${at}-*`));
    expect(naturalTexts([textTest(many)])).toHaveLength(24 * 7 + 1);
  });
});
