import { describe, expect, test } from 'vitest';
import type { Atom, KeyAtom, ListShape, SingleShape } from './atom.ts';
import { bitsWhere } from './bits.ts';
import { literalGlob } from './text/glob.ts';
import { textTest } from './text/textTest.ts';
import { callerValue, isTrue, keyAtomHolds, keyValue, nameOfCaller } from './value.ts';

const is = (text: string) => textTest([literalGlob(text)]);
const only = (index: number) => bitsWhere(4, (at) => at === index);

describe('a condition on a key', () => {
  const of = (single: SingleShape, list: ListShape = 'never'): Pick<KeyAtom, 'single' | 'list'> => ({
    single,
    list,
  });
  const [absent, one] = [keyValue('absent', []), keyValue('single', ['a'])];
  const two = keyValue('list', ['a', 'b']);

  test('is false of an absent key', () => {
    expect(keyAtomHolds(of('always', 'always'), absent)).toBe(false);
  });

  test('reads one value', () => {
    const truths = (single: SingleShape) => keyAtomHolds(of(single, 'never'), one);
    expect([truths('always'), truths('never')]).toEqual([true, false]);
    expect([truths({ test: is('a'), negated: false }), truths({ test: is('b'), negated: false })]).toEqual([
      true,
      false,
    ]);
    expect([truths({ test: is('a'), negated: true }), truths({ test: is('b'), negated: true })]).toEqual([
      false,
      true,
    ]);
    expect(keyAtomHolds(of('never', 'always'), one)).toBe(false);
  });

  test('reads a list: some of its values, or every one', () => {
    const truths = (list: ListShape) => keyAtomHolds(of('never', list), two);
    expect([truths('always'), truths('never')]).toEqual([true, false]);
    expect(keyAtomHolds(of('always', 'never'), two)).toBe(false);
    const shapes = (text: string) =>
      (['some', 'every'] as const).flatMap((some) =>
        [false, true].map((negated) => truths({ of: some, test: is(text), negated })),
      );
    expect(shapes('a')).toEqual([true, true, false, false]);
    expect(shapes('c')).toEqual([false, true, false, true]);
  });
});

describe('a literal', () => {
  const lane = { feeds: ['role/'], tail: '' };
  const open = new Map([[2, { lane, test: is('role/App'), negated: false }]]);
  const atoms: readonly Atom[] = [
    { kind: 'action', attribute: 0, name: '', actions: only(1) },
    { kind: 'relation', attribute: 3, name: '' },
    { kind: 'key', attribute: 2, name: '', single: { test: is('a'), negated: false }, list: 'never' },
    {
      kind: 'caller',
      attribute: 1,
      name: '',
      always: only(1),
      possible: bitsWhere(4, (at) => at === 1 || at === 2 || at === 3),
      open,
    },
  ];

  test('is of actions, keys, callers or relations', () => {
    const truths = (at: number, value: Parameters<typeof isTrue>[2]) =>
      [at * 2, at * 2 + 1].map((literal) => isTrue(literal, atoms, value));
    expect(truths(0, { kind: 'action', index: 1 })).toEqual([true, false]);
    expect(truths(0, { kind: 'action', index: 2 })).toEqual([false, true]);
    expect(truths(1, { kind: 'relation', holds: true })).toEqual([true, false]);
    expect(truths(1, { kind: 'relation', holds: false })).toEqual([false, true]);
    expect(truths(2, keyValue('single', ['a']))).toEqual([true, false]);
    expect(truths(2, keyValue('single', ['b']))).toEqual([false, true]);
  });

  test('is true of all callers of a cell, of none, or of those whose names are so', () => {
    const truth = (cell: number, word: string) => isTrue(6, atoms, callerValue(cell, [word]));
    expect([truth(0, 'App'), truth(1, 'x'), truth(3, 'App')]).toEqual([false, true, false]);
    expect([truth(2, 'App'), truth(2, 'Other')]).toEqual([true, false]);
    const negated = new Map([[2, { lane, test: is('role/App'), negated: true }]]);
    const others = atoms.map((atom) => (atom.kind === 'caller' ? { ...atom, open: negated } : atom));
    expect(isTrue(6, others, callerValue(2, ['App']))).toBe(false);
  });

  test('is worked out once for a value', () => {
    const value = keyValue('single', ['a']);
    expect([isTrue(4, atoms, value), value.truths.get(2)]).toEqual([true, true]);
    value.truths.set(2, false);
    expect([isTrue(4, atoms, value), isTrue(5, atoms, value)]).toEqual([false, true]);
  });

  test('is of an atom, and of a value of its attribute', () => {
    expect(() => isTrue(40, atoms, keyValue('absent', []))).toThrow('A literal is of an atom.');
    for (const [literal, value] of [
      [0, keyValue('absent', [])],
      [2, keyValue('absent', [])],
      [4, callerValue(0, [])],
      [6, keyValue('absent', [])],
      [4, { kind: 'action', index: 0 }],
      [6, { kind: 'relation', holds: true }],
    ] as const)
      expect(() => isTrue(literal, atoms, value)).toThrow('A value is of an attribute.');
  });
});

test('a caller has the name of its cell, or the one its words make', () => {
  const cell = {
    kind: 'role',
    account: undefined,
    partition: 'aws',
    session: undefined,
    serviceLinked: false,
  } as const;
  const lane = { feeds: ['arn:', ':role/'], tail: '!' };
  const names = { phases: [], whole: lane, last: lane, account: undefined, apart: [], samples: [] };
  expect(nameOfCaller({ ...cell, name: 'arn', open: undefined }, ['1'])).toBe('arn');
  expect(nameOfCaller({ ...cell, name: undefined, open: names }, ['1', 'App'])).toBe('arn:1:role/App!');
  expect(nameOfCaller({ ...cell, name: undefined, open: undefined }, [])).toBe('');
});
