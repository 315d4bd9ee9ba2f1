import { expect, test } from 'vitest';
import { readCommandLine } from './commandLine.ts';

const commands = ['evaluate', 'test'];

test.each<[readonly string[], object]>([
  [['evaluate', 'a'], { command: 'evaluate', json: false, options: {}, files: ['a'] }],
  [['--json', 'evaluate', 'a'], { command: 'evaluate', json: true, options: {}, files: ['a'] }],
  [['test', 'a', '--json', '-'], { command: 'test', json: true, options: {}, files: ['a', '-'] }],
  [[], { command: 'help', json: false, options: {}, files: [] }],
  [['help'], { command: 'help', json: false, options: {}, files: [] }],
  [['-h'], { command: 'help', json: false, options: {}, files: [] }],
  [['test', '--help'], { command: 'help', json: false, options: {}, files: [] }],
  [['--json'], { problem: 'No command is given.' }],
  [['lint-the-world', 'a'], { problem: 'There is no command `lint-the-world`.' }],
  [['a', 'evaluate'], { problem: 'There is no command `a`.' }],
  [['evaluate'], { problem: '`evaluate` needs a file, or - for standard input.' }],
  [['test'], { problem: '`test` needs a file, or - for standard input.' }],
  [['evaluate', 'a', 'b'], { problem: '`evaluate` takes one file.' }],
])('%j', (words, expected) => {
  expect(readCommandLine(words, commands)).toEqual(expected);
});

test('an option it does not know is named', () => {
  expect(readCommandLine(['test', '--verbose', 'a'], commands)).toEqual({
    problem: expect.stringContaining('--verbose') as unknown,
  });
});

test('options that belong to another command, or to each other, are named', () => {
  const known = [...commands, 'prove', 'compare'];
  expect(readCommandLine(['evaluate', '--lockout', 'a'], known)).toEqual({
    problem: '`--lockout` is an option of `prove`.',
  });
  expect(readCommandLine(['prove', '--separate', 'kms:*', 'a'], known)).toHaveProperty('problem');
  expect(readCommandLine(['prove', '--level', 'none', 'a'], known)).toHaveProperty('problem');
  expect(readCommandLine(['compare', 'a'], known)).toHaveProperty('problem');
  expect(readCommandLine(['prove', '--outside', 'public', 'a'], known)).toEqual({
    command: 'prove',
    json: false,
    options: { outside: 'public' },
    files: ['a'],
  });
});
