import { expect, test } from 'vitest';
import { readCommandLine } from './commandLine.ts';

const commands = ['evaluate', 'test'];

test.each<[readonly string[], object]>([
  [['evaluate', 'a'], { command: 'evaluate', json: false, files: ['a'] }],
  [['--json', 'evaluate', 'a'], { command: 'evaluate', json: true, files: ['a'] }],
  [['test', 'a', '--json', '-'], { command: 'test', json: true, files: ['a', '-'] }],
  [[], { command: 'help', json: false, files: [] }],
  [['help'], { command: 'help', json: false, files: [] }],
  [['-h'], { command: 'help', json: false, files: [] }],
  [['test', '--help'], { command: 'help', json: false, files: [] }],
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
