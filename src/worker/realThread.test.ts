import { createRequire } from 'node:module';
import { Worker, type TransferListItem } from 'node:worker_threads';
import { wrap } from 'comlink';
import { expect, it, vi } from 'vitest';
import type { EngineConnection } from './connection.ts';
import { createEngineClient } from './engineClient.ts';
import { manualTimers } from './manualTimers.ts';
import type { EngineApi } from './protocol.ts';

/** An engine that never returns when asked about the title "endless" by a thread that is the first of its process. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const { expose } = require(workerData.comlink);
const engine = {
  ping: () => 'pong',
  recognize: (text) => ({ kind: 'unknown', text }),
  overview: () => ({ access: null }),
  reply(input) {
    if (workerData.first && input.scenario.title === 'endless') for (;;);
    return { documents: [], requestProblems: [{ field: 'title', message: input.scenario.title }] };
  },
};
parentPort.once('message', (port) => expose(engine, port));
`;

it('ends a thread in an endless loop and has the input answered by a new one', async () => {
  const comlink = createRequire(import.meta.url).resolve('comlink');
  const timers = manualTimers();
  const threads: Worker[] = [];
  const ended: number[] = [];
  const log: string[] = [];
  let replies = 0;

  function connect(): EngineConnection {
    const first = threads.length === 0;
    const thread = new Worker(PROGRAM, { eval: true, workerData: { comlink, first } });
    const index = threads.push(thread);
    const { port1, port2 } = new MessageChannel();
    thread.postMessage(port2, [port2 as unknown as TransferListItem]);
    thread.once('exit', () => ended.push(index));
    port1.addEventListener('message', () => (replies += 1));
    return {
      engine: wrap<EngineApi>(port1),
      onBroken: (listener) => thread.on('error', (error) => listener(String(error))),
      close() {
        port1.close();
        void thread.terminate();
      },
    };
  }

  const client = createEngineClient({
    connect,
    timers,
    limits: { start: 30_000, alive: 2_000, answer: 5_000 },
    listener: {
      working: () => {},
      answered: (revision, reply) => log.push(`answered ${revision}: ${reply.requestProblems[0]?.message}`),
      completed: (revision) => log.push(`completed ${revision}`),
      lost: (reason) => log.push(`lost ${reason}`),
      gaveUp: (revision, reason, detail) => log.push(`gaveUp ${revision} ${reason} ${detail}`),
    },
  });
  try {
    const nothing = { accounts: [], organizationPolicies: [], keys: [], resources: [], identities: [] };
    const scenario = { title: 'endless', ...nothing, vpcEndpoints: [], requests: [] };
    client.study(1, { scenario, request: { principal: 'anonymous', action: 'kms:Decrypt' } });
    await vi.waitFor(() => expect(replies).toBe(1), { timeout: 20_000 });
    timers.advance(5_000);
    await vi.waitFor(() => expect(log).toEqual(['lost stuck', 'answered 1: endless', 'completed 1']), {
      timeout: 20_000,
    });
    await vi.waitFor(() => expect(ended).toEqual([1]), { timeout: 20_000 });
  } finally {
    client.close();
  }
}, 60_000);
