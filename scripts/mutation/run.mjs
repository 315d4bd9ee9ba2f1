import { spawnSync } from 'node:child_process';
import { Stryker } from '@stryker-mutator/core';
import { optionsOf } from './options.mjs';

/**
 * Mutation testing: breaks the rooms of the engine that decide, and lint, one change at a time, and counts the changes that no
 * test notices. `npm run mutation` takes all of them, `npm run mutation -- grants` one, `npm run mutation -- grants/plan.ts` one
 * file. Ends non-zero below the threshold.
 */
const rooms = { conditions: 90, authorize: 90, grants: 90, request: 90, solver: 85, lint: 85 };

const asked = process.argv.slice(2);
/** The solver is a part of `prove`, and a file of `prove` is measured as it is. */
const roomOf = (place) => (place.startsWith('prove/') ? 'solver' : place.split('/', 1)[0]);
const unknown = asked.filter((place) => !(roomOf(place) in rooms));
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: no such room. There are ${Object.keys(rooms).join(', ')}.`);
  process.exit(2);
}

const pairs = new URL('../../.mutation/pairs.json', import.meta.url).pathname;
spawnSync('npx', ['tsx', 'scripts/mutation/pairs.ts', pairs], { stdio: 'inherit' });
process.env.MUTATION_PAIRS = pairs;

const rows = [];
for (const place of asked.length > 0 ? asked : Object.keys(rooms)) {
  console.log(`\n── Mutants of src/engine/${place}`);
  process.env.MUTATED_ROOM = roomOf(place) === 'solver' ? 'prove' : roomOf(place);
  rows.push(countsOf(place, await new Stryker(optionsOf(place)).runMutationTest()));
}
console.log(`\n${'room'.padEnd(24)} mutants  killed  survived  uncovered  score`);
for (const { place, killed, survived, uncovered, mutants, score } of rows) {
  const columns = [mutants, killed, survived, uncovered].map((count, index) =>
    String(count).padStart([7, 6, 8, 9][index] ?? 0),
  );
  console.log(`${place.padEnd(24)} ${columns.join('  ')}  ${score.toFixed(1)} %`);
}
const low = rows.filter(({ place, score }) => score < rooms[roomOf(place)]);
for (const { place, score } of low) {
  console.log(
    `${place}: ${score.toFixed(1)} % of the mutants are killed, and it should be ${rooms[roomOf(place)]} %.`,
  );
}
process.exit(low.length === 0 ? 0 : 1);

/** Mutants at the start of a module (static) are left out: they would need a new process each. */
function countsOf(place, results) {
  const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const killed = count('Killed', 'Timeout');
  const survived = count('Survived');
  const uncovered = count('NoCoverage');
  const mutants = killed + survived + uncovered;
  return { place, killed, survived, uncovered, mutants, score: (100 * killed) / mutants };
}
