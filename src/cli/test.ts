import { type CheckResult, runChecks } from '#engine/checks/runChecks.ts';
import { now } from './clock.ts';
import type { CommandLine } from './commandLine.ts';
import { readScenarios, UnusableInput } from './input.ts';

interface Row extends CheckResult {
  readonly file: string;
}

/** `test SCENARIO…`: compares every request with its expectation. A file that cannot be used does not keep the others from running. */
export function runTests({ files, json }: CommandLine): number {
  const results: Row[] = [];
  const unusable: string[] = [];
  for (const file of files) {
    try {
      results.push(
        ...readScenarios(file).scenarios.flatMap((scenario) =>
          runChecks(scenario, now()).map((result) => ({ file, ...result })),
        ),
      );
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error;
      unusable.push(error.message);
    }
  }
  for (const message of unusable) process.stderr.write(`${message}\n`);
  const failed = results.filter(({ ok }) => !ok);
  const passed = results.length - failed.length;
  if (json) process.stdout.write(`${JSON.stringify({ passed, failed: failed.length, results }, null, 2)}\n`);
  else
    process.stdout.write(
      [...failed.map(forPeople), `${passed} passed, ${failed.length} failed\n`].join('\n'),
    );
  if (unusable.length > 0) return 2;
  return failed.length > 0 ? 1 : 0;
}

function forPeople({ file, name, expected, actual }: Row): string {
  const got = 'problem' in actual ? actual.problem : JSON.stringify(actual);
  return `${file}: ${name}\n  expected ${JSON.stringify(expected)}\n  got      ${got}`;
}
