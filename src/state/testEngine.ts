import { createEngine, recognize } from '#engine/index.ts';
import { readSource } from '#worker/lazyImporter.ts';
import { lazyProver } from '#worker/lazyProver.ts';
import type { HostedEngine } from '#worker/protocol.ts';

const sessions = createEngine();

/** The real engine, as the worker serves it. */
export const engine: HostedEngine = {
  ...sessions,
  prove: lazyProver(),
  recognize,
  readImport: readSource,
  ping: () => 'pong',
};
