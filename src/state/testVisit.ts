import { ordersKey } from '../examples/ordersKey.ts';
import { manualTimers } from '#worker/manualTimers.ts';
import { openPersistence, WORKSPACE_NAME } from './persistence.ts';
import { createPreferences } from './preferences.ts';
import type { KeptStorage } from './storage.ts';
import { createWorkspace } from './workspace.ts';

/** A storage like the browser's, with room for `room` characters. */
export function fakeStorage(room = 5_000_000) {
  const entries = new Map<string, string>();
  let writes = 0;
  const storage: KeptStorage = {
    getItem: (name) => entries.get(name) ?? null,
    setItem(name, value) {
      let used = name.length + value.length;
      for (const [other, text] of entries) if (other !== name) used += other.length + text.length;
      if (used > room) throw new DOMException('full', 'QuotaExceededError');
      writes += 1;
      entries.set(name, value);
    },
  };
  return { storage, entries, writes: () => writes };
}

/** A visit to the page: what was left is read, and changes are saved. */
export function visit(storage: () => KeptStorage, tab = 'one') {
  const timers = manualTimers();
  const reports: string[] = [];
  let leave = () => {};
  let tell = (_name: string) => {};
  const persistence = openPersistence(storage, ordersKey, tab);
  const workspace = createWorkspace(ordersKey, persistence.workspace);
  const preferences = createPreferences(persistence.preferences);
  persistence.keep(
    { workspace, preferences },
    {
      timers,
      onStorage: (listener) => (tell = listener),
      onLeave: (listener) => (leave = listener),
      report: (problem) => reports.push(problem),
    },
  );
  /** Another tab has written. */
  const hear = () => tell(WORKSPACE_NAME);
  return { timers, reports, persistence, workspace, preferences, hear, leave: () => leave() };
}
