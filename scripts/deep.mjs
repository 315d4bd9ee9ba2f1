import { randomInt } from 'node:crypto';
import { installPackages, run } from './ready.mjs';

installPackages();
const pairs = process.env.KEYWAY_PAIRS ?? '200000';
const seed = process.env.KEYWAY_SEED ?? String(randomInt(1_000_000_000));
run(
  `Comparing the engine with the naive evaluator on ${pairs} pairs, KEYWAY_SEED=${seed}`,
  'npx',
  ['vitest', 'run', 'src/engine/testing', '--reporter=verbose'],
  { KEYWAY_PAIRS: pairs, KEYWAY_SEED: seed },
);
