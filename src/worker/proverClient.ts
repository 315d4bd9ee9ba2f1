import type { Proof, ProveInput } from '#engine/prove/prove.ts';
import { connectWorker } from './connectWorker.ts';
import type { EngineConnection } from './connection.ts';
import { EngineSupervisor, type EngineLimits } from './supervisor.ts';
import { realTimers, type Timers } from './timers.ts';

/**
 * Answers questions about all requests, in an engine of its own: a question that takes long keeps nobody waiting for the
 * verdict, and can be ended together with its engine.
 */
export interface ProverClient {
  /**
   * Asks one question; the next one when this is answered. Rejects with `EngineLost` when the prover was stopped or failed, and
   * with what it threw otherwise.
   */
  prove(input: ProveInput): Promise<Proof>;
  /** Ends the question under way, if there is one. The next question starts a fresh prover. */
  stop(): void;
}

export interface ProverClientOptions {
  readonly connect?: () => EngineConnection;
  readonly limits?: EngineLimits;
  readonly timers?: Timers;
}

/** A question's own budget ends it long before `answer`, and people can stop it: this is for a prover that hangs. */
const DEFAULT_LIMITS: EngineLimits = { start: 30_000, alive: 5_000, answer: 600_000 };

export function createProverClient(options: ProverClientOptions = {}): ProverClient {
  const supervisor = new EngineSupervisor({
    connect: options.connect ?? (() => connectWorker('prover')),
    limits: options.limits ?? DEFAULT_LIMITS,
    timers: options.timers ?? realTimers,
    // Whoever asked is told by the rejected question.
    onLost: () => {},
  });
  return {
    prove: (input) => supervisor.call(async (engine): Promise<Proof> => engine.prove(input)),
    stop: () => supervisor.close(),
  };
}
