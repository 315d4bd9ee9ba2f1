import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/**
 * Mutation testing: breaks the rooms of the engine that decide, one change at a time, and counts the changes that no
 * test notices. `npm run mutation` takes all of them, `npm run mutation -- grants` one. Results of an earlier run are used again
 * where neither code nor tests have changed (`--force` asks everything anew). Ends non-zero below the threshold.
 */
const rooms = { conditions: 90, authorize: 90, grants: 90, request: 90, prove: 85 };

const force = process.argv.includes('--force');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = asked.filter((room) => !(room in rooms));
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: no such room. There are ${Object.keys(rooms).join(', ')}.`);
  process.exit(2);
}

const pairs = new URL('../../.mutation/pairs.json', import.meta.url).pathname;
spawnSync('npx', ['tsx', 'scripts/mutation/pairs.ts', pairs], { stdio: 'inherit' });

const rows = [];
for (const room of asked.length > 0 ? asked : Object.keys(rooms)) rows.push(mutate(room));
console.log('\nroom         killed  survived  uncovered  score');
for (const { room, killed, survived, uncovered, score } of rows) {
  const columns = [String(killed).padStart(6), String(survived).padStart(9), String(uncovered).padStart(10)];
  console.log(`${room.padEnd(12)} ${columns.join(' ')}  ${score.toFixed(1)} %`);
}
const low = rows.filter(({ room, score }) => score < rooms[room]);
for (const { room, score } of low) {
  console.log(`${room}: ${score.toFixed(1)} % of the mutants are killed, and it should be ${rooms[room]} %.`);
}
process.exit(low.length === 0 ? 0 : 1);

function mutate(room) {
  console.log(`\n── Mutants of src/engine/${room}`);
  const config = new URL('stryker.config.mjs', import.meta.url).pathname;
  const words = ['stryker', 'run', config, ...(force ? ['--force'] : [])];
  const env = { ...process.env, MUTATED_ROOM: room, MUTATION_PAIRS: pairs };
  const { status } = spawnSync('npx', words, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
  return countsOf(room);
}

/** Mutants at the start of a module (static) are left out: they would need a new process each. */
function countsOf(room) {
  const report = JSON.parse(readFileSync(`.mutation/${room}.json`, 'utf8'));
  const all = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...statuses) => all.filter((status) => statuses.includes(status)).length;
  const killed = count('Killed', 'Timeout');
  const survived = count('Survived');
  const uncovered = count('NoCoverage');
  return { room, killed, survived, uncovered, score: (100 * killed) / (killed + survived + uncovered) };
}
