import { createEngine, recognize } from '#engine/index.ts';
import { lazyProver } from '#worker/lazyProver.ts';
import type { HostedEngine } from '#worker/protocol.ts';

const sessions = createEngine();

/** The real engine, as the worker serves it. */
export const engine: HostedEngine = {
  reply: (input) => sessions.reply(input),
  overview: (input) => sessions.overview(input),
  whatIf: (input) => sessions.whatIf(input),
  prove: lazyProver(),
  recognize,
  ping: () => 'pong',
};
