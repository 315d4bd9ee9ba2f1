import { describe, expect, test } from 'vitest';
import { parseWildcard } from '#engine/vocabulary/wildcard.ts';
import { arnGlobOf, globOf, literalGlob } from './glob.ts';
import { Machine, machineOf } from './machine.ts';

const machine = (text: string, fold = false) => new Machine(globOf(parseWildcard(text), fold));
const letters = (codes: readonly number[]) => codes.map((code) => String.fromCodePoint(code)).toSorted();

describe('an automaton', () => {
  test('is in the same state for texts that leave the same to come, and dead where nothing can', () => {
    const stars = machine('a*b*c');
    expect(stars.read('ab')).toBe(stars.read('axbzb'));
    expect(stars.read('ab')).not.toBe(stars.read('ax'));
    expect([stars.read('b'), stars.next(0, 97), stars.read('xyz', 0)]).toEqual([0, 0, 0]);
    expect(stars.read('c', stars.read('ab'))).toBe(stars.read('abc'));
  });

  test('accepts what matches, from the first character to the last', () => {
    const accepts = (of: Machine, text: string) => of.accepts(of.read(text));
    const one = machine('a?c*');
    expect(['abc', 'axcx', 'a😀c'].map((text) => accepts(one, text))).toEqual([true, true, true]);
    expect(['ac', 'abb', '', 'xabc'].map((text) => accepts(one, text))).toEqual([false, false, false, false]);
    expect(accepts(machine(''), '')).toBe(true);
    expect([machine('a').accepts(0), machine('').accepts(0)]).toEqual([false, false]);
  });

  test('knows when everything that follows will do', () => {
    const saturated = (of: Machine, text: string) => of.isSaturated(of.read(text));
    expect(saturated(machine('ab*'), 'ab')).toBe(true);
    expect(saturated(machine('ab*'), 'a')).toBe(false);
    expect(saturated(machine('*b'), 'b')).toBe(false);
    expect(machine('ab*').isSaturated(0)).toBe(false);
    const arn = new Machine(arnGlobOf(parseWildcard('a:b:c:d:e:*')) ?? literalGlob(''));
    expect(saturated(arn, 'a:b:c:d:e:x')).toBe(true);
    expect(saturated(arn, 'a:b:c:d:e')).toBe(false);
  });

  test('tells which characters lead elsewhere than all others', () => {
    const labels = (of: Machine, text: string) => letters(of.labels(of.read(text)));
    expect(labels(machine('a*b'), '')).toEqual(['a']);
    expect(labels(machine('a*b'), 'a')).toEqual(['b']);
    expect(labels(machine('a*b'), 'ab')).toEqual(['b']);
    expect(labels(machine('?a'), '')).toEqual([]);
    expect(labels(machine('*'), 'x')).toEqual([]);
    expect(labels(machine('\0'), '')).toEqual(['\0']);
    expect(machine('ab').labels(0)).toEqual([]);
    const arn = new Machine(arnGlobOf(parseWildcard('*a:?:c:d:e:*f?')) ?? literalGlob(''));
    expect(labels(arn, 'x')).toEqual([':', 'a']);
    expect(labels(arn, 'xa:')).toEqual([':']);
    expect(labels(arn, 'xa:y:c:d:e:f')).toEqual(['f']);
    const again = machine('a*b');
    expect(again.labels(again.start)).toBe(again.labels(again.start));
  });

  test('without regard to case reads either letter, and has both as labels where they are two', () => {
    const folded = machine('aÉ1', true);
    expect(folded.accepts(folded.read('AÉ1'))).toBe(true);
    expect(folded.accepts(folded.read('aé1'))).toBe(true);
    expect(folded.accepts(folded.read('aé2'))).toBe(false);
    expect(letters(folded.labels(folded.start))).toEqual(['A', 'a']);
    expect(letters(folded.labels(folded.read('a')))).toEqual(['É', 'é']);
    expect(letters(folded.labels(folded.read('aé')))).toEqual(['1']);
    // Raised it is two letters, so there is no other one.
    const sharp = machine('ß', true);
    expect(letters(sharp.labels(sharp.start))).toEqual(['ß']);
    const exact = machine('aB');
    expect([exact.accepts(exact.read('AB')), exact.accepts(exact.read('aB'))]).toEqual([false, true]);
  });

  test('is one for all globs of a name', () => {
    expect(machineOf(globOf(parseWildcard('a*')))).toBe(machineOf(globOf(parseWildcard('a**'))));
    expect(machineOf(globOf(parseWildcard('a*')))).not.toBe(machineOf(globOf(parseWildcard('a*'), true)));
    const glob = literalGlob('a*');
    expect(machineOf(glob)).toBe(machineOf(glob));
    expect(machineOf(glob)).not.toBe(machineOf(globOf(parseWildcard('a*'))));
  });
});
