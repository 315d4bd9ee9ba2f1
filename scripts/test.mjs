import { readFileSync, rmSync } from 'node:fs';
import { attempt, installPackages } from './ready.mjs';

installPackages();
const { findChromium } = await import('./chromium.mjs');

const results = new URL('../test-results/', import.meta.url);
rmSync(results, { recursive: true, force: true });

/** Cheapest first. Every step runs even after one failed, so that one run shows everything that is wrong. */
const steps = [
  ['Format', 'npx', ['oxfmt', '--check']],
  ['Lint', 'npx', ['oxlint', '--type-aware', '--deny-warnings']],
  ['Types', 'npx', ['tsc', '-b']],
  ['Dead code', 'npx', ['knip']],
  [
    'Unit and property tests',
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'],
  ],
  ['Build', 'npx', ['vite', 'build']],
  ['Size budget', 'npx', ['size-limit']],
];
const failed = [];
for (const [title, command, args] of steps) {
  if (attempt(title, command, args).status !== 0) failed.push(title);
}

const chromium = await findChromium();
if (
  chromium === undefined ||
  attempt('Browser tests', 'npx', ['playwright', 'test', '-c', 'e2e'], { CHROMIUM: chromium }).status !== 0
) {
  failed.push('Browser tests');
}

const counts = [unitCounts(), browserCounts()];
const sum = (field) => counts.reduce((total, count) => total + count[field], 0);
for (const failure of unitFailures()) console.log(`\n✗ ${failure}`);
console.log(failed.length === 0 ? '\nEverything passed.' : `\nFailed: ${failed.join(', ')}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(failed.length === 0 ? 0 : 1);

function unitCounts() {
  const report = read('unit.json');
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

/** Said again at the end: a long log is often cut to its last lines, and a property's seed must not be lost with the rest. */
function unitFailures() {
  const files = read('unit.json')?.testResults ?? [];
  return files.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => [`${test.fullName} (${file.name})`, ...test.failureMessages].join('\n').slice(0, 6000)),
  );
}

function browserCounts() {
  const stats = read('browser.json')?.stats;
  return { passed: stats?.expected ?? 0, failed: stats?.unexpected ?? 0 };
}

function read(name) {
  try {
    return JSON.parse(readFileSync(new URL(name, results), 'utf8'));
  } catch {
    return undefined;
  }
}
