import { wrap } from 'comlink';
import type { EngineConnection } from './connection.ts';
import type { EngineApi, HostedEngine } from './protocol.ts';
import { serve } from './serve.ts';

/** An engine on the same thread, reached by the same messages as one in a worker. For tests: it cannot be ended while busy. */
export function connectInProcess(engine: HostedEngine): EngineConnection {
  const { port1, port2 } = new MessageChannel();
  serve(engine, port2);
  return {
    engine: wrap<EngineApi>(port1),
    onBroken() {},
    close() {
      port1.close();
      port2.close();
    },
  };
}
