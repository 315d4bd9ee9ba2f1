import { expect, test } from 'vitest';
import { areDisjoint, bitsWhere, both, firstOf, has, isWithin, membersOf, nameOf, without } from './bits.ts';
import { boxOf } from './box.ts';
import { OutOfWork, Work } from './work.ts';

const source = { ref: 'key#A', span: undefined };

test('a box is what satisfies all its literals, each once and in order; none where two exclude each other', () => {
  expect(boxOf(source, [12, 4, 'always', 12, 2])).toEqual({ literals: [2, 4, 12], name: '2,4,12', source });
  expect(boxOf(source, ['always'])).toMatchObject({ literals: [], name: '' });
  expect(boxOf(source, [4, 'never'])).toBeUndefined();
  expect(boxOf(source, [4, 12, 5])).toBeUndefined();
  expect(boxOf(source, [5, 12, 4])).toBeUndefined();
});

test('sets of numbers across words', () => {
  const members = [0, 31, 32, 63, 64, 95];
  const bits = bitsWhere(96, (index) => members.includes(index));
  const even = bitsWhere(96, (index) => index % 2 === 0);
  expect(bits).toHaveLength(3);
  expect(bitsWhere(97, () => true)).toHaveLength(4);
  expect(membersOf(bitsWhere(33, () => true))).toHaveLength(33);
  expect(membersOf(bits)).toEqual(members);
  expect([has(bits, 31), has(bits, 30), has(bits, 200)]).toEqual([true, false, false]);
  expect(membersOf(both(bits, even))).toEqual([0, 32, 64]);
  expect(membersOf(without(bits, even))).toEqual([31, 63, 95]);
  const none = bitsWhere(96, () => false);
  const last = bitsWhere(96, (index) => index === 95);
  expect([firstOf(bits), firstOf(last), firstOf(none)]).toEqual([0, 95, undefined]);
  expect([areDisjoint(last, even), areDisjoint(last, bits), areDisjoint(none, none)]).toEqual([
    true,
    false,
    true,
  ]);
  expect([isWithin(last, bits), isWithin(bits, last), isWithin(none, last)]).toEqual([true, false, true]);
  expect([nameOf(bits), nameOf(none)]).toEqual([
    'zik0zj.zik0zj.zik0zj'.replaceAll('zik0zj', bits[0]?.toString(36) ?? ''),
    '0.0.0',
  ]);
});

test('work is counted up to its limit, and a share is half of what is left', () => {
  const work = new Work({ steps: 8, moves: 100 });
  work.share();
  for (let step = 0; step < 4; step++) work.step();
  expect(() => work.step()).toThrow(OutOfWork);
  work.move(50);
  expect(() => work.move(1)).toThrow(OutOfWork);
  expect(work.spent).toEqual({ steps: 4, moves: 51 });
  work.share();
  for (let step = 0; step < 2; step++) work.step();
  expect(() => work.step()).toThrow(OutOfWork);
  work.move(24);
  expect(() => work.move(1)).toThrow(OutOfWork);
  const spent = new Work({ steps: 1, moves: 1 });
  expect(() => spent.move(5)).toThrow(OutOfWork);
  spent.share();
  expect(() => spent.move(1)).toThrow(OutOfWork);
  expect(spent.spent).toEqual({ steps: 0, moves: 6 });
});
