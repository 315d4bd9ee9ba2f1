import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const KEYS = ['aws:PrincipalArn', 'aws:PrincipalOrgID', 'aws:PrincipalTag', 'kms:ViaService'];

describe('the word that was probably meant', () => {
  it.each([
    ['aws:principalarn', 'aws:PrincipalArn'],
    ['aws:PrincpialArn', 'aws:PrincipalArn'],
    ['kms:ViaServce', 'kms:ViaService'],
    ['kms:ViaaService', 'kms:ViaService'],
    ['kms:ViaSerbice', 'kms:ViaService'],
    // As near to another, but the beginning of this one.
    ['aws:PrincipalOrg', 'aws:PrincipalOrgID'],
    ['s3:prefix', undefined],
    ['', undefined],
  ])('of %s is %s', (word, meant) => {
    expect(nearest(word, KEYS)).toBe(meant);
  });

  it('is the first of those that are as near', () => {
    expect(nearest('abcx', ['abcd', 'abce'])).toBe('abcd');
  });

  it('shares a letter with it', () => {
    expect(nearest('a', ['b'])).toBeUndefined();
  });

  it('may have a third of its letters wrong, and no more', () => {
    expect(nearest('abcdefxyz', ['abcdefghi'])).toBe('abcdefghi');
    expect(nearest('abcdexxxx', ['abcdefghi'])).toBeUndefined();
  });

  it('is not looked for where the word is longer than any name', () => {
    const word = 'x'.repeat(48);
    expect(nearest(word, [`${word}y`])).toBe(`${word}y`);
    expect(nearest(`${word}x`, [`${word}y`])).toBeUndefined();
  });
});
