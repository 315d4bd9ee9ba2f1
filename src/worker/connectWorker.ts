import { wrap } from 'comlink';
import type { EngineConnection } from './connection.ts';
import type { EngineApi } from './protocol.ts';

/**
 * Starts an engine in a worker of its own.
 * @param name what it is for, as the browser's tools show it.
 */
export function connectWorker(name: 'engine' | 'prover' | 'importer'): EngineConnection {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name });
  return {
    engine: wrap<EngineApi>(worker),
    onBroken(listener) {
      worker.addEventListener('error', (event) => {
        listener(event.message === undefined ? 'The engine could not be loaded.' : event.message);
      });
      worker.addEventListener('messageerror', () => listener('A message of the engine could not be read.'));
    },
    close: () => worker.terminate(),
  };
}
