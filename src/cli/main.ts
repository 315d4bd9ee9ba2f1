import { readCommandLine } from './commandLine.ts';
import { evaluate } from './evaluate.ts';
import { UnusableInput } from './input.ts';
import { runTests } from './test.ts';

const usage = `Usage: npm run --silent keyway -- <command> [--json] FILE…

  evaluate SCENARIO   answers every request of a scenario, with the statements that decided
  test SCENARIO…      compares the requests of scenarios with what they expect

FILE is a path, or - for standard input. --json prints one JSON value instead of text.
Exit status: 0 fine, 1 an expectation failed, 2 unusable input.`;

const commands = { evaluate, test: runTests };

/** Exit status: 0 fine, 1 an expectation failed, 2 unusable input (message on standard error). */
function main(words: readonly string[]): number {
  const line = readCommandLine(words, Object.keys(commands));
  if ('problem' in line) {
    process.stderr.write(`${line.problem}\n\n${usage}\n`);
    return 2;
  }
  if (line.command === 'help') {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  try {
    return line.command === 'evaluate' ? commands.evaluate(line) : commands.test(line);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
