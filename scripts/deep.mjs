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
run(
  `Comparing the prover with decision diagrams and the evaluator, KEYWAY_SEED=${seed}`,
  'npx',
  ['vitest', 'run', 'src/engine/prove', '--reporter=verbose'],
  { KEYWAY_DEEP: '1', KEYWAY_SEED: seed },
);
run(
  `All other properties on other cases, KEYWAY_SEED=${seed}`,
  'npx',
  ['vitest', 'run', '--exclude', 'src/engine/testing/**', '--exclude', 'src/engine/prove/**'],
  { KEYWAY_SEED: seed },
);
