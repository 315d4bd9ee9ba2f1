import type { Scenario } from '#engine/scenario/scenario.ts';
import { createEngineClient, type EngineClient } from '#worker/engineClient.ts';
import { startImport } from '#worker/importClient.ts';
import { connectInProcess } from '#worker/inProcess.ts';
import type { HostedEngine } from '#worker/protocol.ts';
import { createProverClient, type ProverClient } from '#worker/proverClient.ts';
import { realTimers } from '#worker/timers.ts';
import { ordersKey } from '../examples/ordersKey.ts';
import type { App } from './app.ts';
import { createApp } from './createApp.ts';
import type { KeptStorage } from './storage.ts';
import { engine } from './testEngine.ts';

const clients: EngineClient[] = [];
const provers: ProverClient[] = [];

/** The whole app around the real engine, answered once. `changes` stand in for calls of the engine. */
export async function startTestApp(
  changes: Partial<HostedEngine> = {},
  pieces: { readonly storage?: KeptStorage; readonly example?: Scenario } = {},
): Promise<App> {
  const storage = pieces.storage ?? { getItem: () => null, setItem() {} };
  const app = createApp({
    engine(listener) {
      const client = createEngineClient({
        listener,
        connect: () => connectInProcess({ ...engine, ...changes }),
      });
      clients.push(client);
      return client;
    },
    prover() {
      const prover = createProverClient({ connect: () => connectInProcess({ ...engine, ...changes }) });
      provers.push(prover);
      return prover;
    },
    importer: (source, onProgress) =>
      startImport(source, onProgress, () => connectInProcess({ ...engine, ...changes })),
    storage: () => storage,
    timers: realTimers,
    onStorage() {},
    tab: 'test',
    onLeave() {},
    example: pieces.example ?? ordersKey,
  });
  await until(() => ['ready', 'failed'].includes(app.results.getState().status));
  const { status, fault } = app.results.getState();
  if (status === 'failed') throw new Error(`The engine failed: ${fault}`);
  return app;
}

/** To be called after each test. */
export function stopTestApps(): void {
  for (const client of clients.splice(0)) client.close();
  for (const prover of provers.splice(0)) prover.stop();
}

/** Lets messages and timers have their turn until `done`. */
export async function until(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 20_000 && !done(); turn += 1) {
    // eslint-disable-next-line no-await-in-loop -- each turn shows what the one before it did
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  if (!done()) throw new Error('This never came about.');
}

/** Places a text, lets the engine answer what came of it, and returns what is said about it. */
export async function place(app: App, text: string, name?: string): Promise<string> {
  await app.placement.getState().place(text, name);
  await until(() => app.results.getState().studied === app.workspace.getState().revision);
  return app.placement.getState().message ?? '';
}
