import { createEngineClient } from '#worker/engineClient.ts';
import { startImport } from '#worker/importClient.ts';
import { createProverClient } from '#worker/proverClient.ts';
import { realTimers } from '#worker/timers.ts';
import { ordersKey } from '../examples/ordersKey.ts';
import type { App } from './app.ts';
import { createApp } from './createApp.ts';

/** The app in a browser: a worker for the engine, the browser's storage and clock. To be called once. */
export function startApp(): App {
  return createApp({
    engine: (listener) => createEngineClient({ listener }),
    prover: () => createProverClient(),
    importer: (source, onProgress) => startImport(source, onProgress),
    storage: () => window.localStorage,
    timers: realTimers,
    now() {
      const milliseconds = Date.now();
      return { iso: new Date(milliseconds).toISOString(), epochSeconds: Math.floor(milliseconds / 1000) };
    },
    onStorage(listener) {
      window.addEventListener('storage', ({ key }) => listener(key));
    },
    tab: crypto.randomUUID(),
    onLeave(listener) {
      window.addEventListener('pagehide', listener);
      // On phones a page in the background may be ended without another word.
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') listener();
      });
    },
    example: ordersKey,
  });
}
