import * as v from 'valibot';

/** The two calls of the browser's storage this app makes. Both may throw: storage can be blocked, and it can be full. */
export interface KeptStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

/** One value that outlives the page. */
export interface Slot<T> {
  /** What is kept, if anything readable is. Also decides whether `write` may: foreign data that could not be set aside is left alone. */
  read(): { readonly value: T | null; readonly problem: string | null };
  /** What another page has put here since this one last read or wrote; null where none did. */
  news(): T | null;
  /** Whether the value was kept. */
  write(value: T): boolean;
}

/** More copies than this are not set aside: something else is wrong then. */
const MAX_ASIDE = 20;

/**
 * A place in the browser's storage for values of one shape. What lies there and is not of that shape is set aside under
 * another name, never deleted.
 *
 * @param storage asked for at each use, as a browser that blocks storage throws already on `window.localStorage`.
 * @param what the kept thing in words, to begin a sentence with: "The work saved in this browser".
 */
export function slot<T extends { readonly version: number }>(
  storage: () => KeptStorage,
  name: string,
  what: string,
  schema: v.GenericSchema<unknown, T>,
): Slot<T> {
  /** Whether the place is free, or holds something of ours. */
  let ours = false;
  /** What this page last saw or put here. */
  let seen: string | null = null;

  function read(): { value: T | null; problem: string | null } {
    const kept = storage().getItem(name);
    seen = kept;
    const parsed = kept === null ? { value: null, reason: null } : parse(kept, schema);
    if (kept === null || parsed.value !== null) {
      ours = true;
      return { value: parsed.value, problem: null };
    }
    const aside = setAside(storage(), name, kept);
    ours = aside !== null;
    const place =
      aside === null ? 'was left where it is' : `is kept as \`${aside}\` in the browser's storage`;
    return { value: null, problem: `${what} ${parsed.reason}; it ${place}.` };
  }

  return {
    read() {
      try {
        return read();
      } catch {
        return { value: null, problem: null };
      }
    },
    news() {
      try {
        return storage().getItem(name) === seen ? null : read().value;
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        if (!ours && storage().getItem(name) !== null) return false;
        const text = JSON.stringify(value);
        storage().setItem(name, text);
        seen = text;
        ours = true;
        return true;
      } catch {
        return false;
      }
    },
  };
}

function parse<T extends { readonly version: number }>(
  kept: string,
  schema: v.GenericSchema<unknown, T>,
): { value: T | null; reason: string | null } {
  let data: unknown;
  try {
    data = JSON.parse(kept);
  } catch {
    return { value: null, reason: 'cannot be read' };
  }
  const result = v.safeParse(schema, data);
  if (result.success) return { value: result.output, reason: null };
  const newer = v.is(v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(2)) }), data);
  return { value: null, reason: newer ? 'is from a newer version of Keyway' : 'cannot be read' };
}

/** Copies what lies under `name` to a free name and returns that, or null where there is no room. */
function setAside(storage: KeptStorage, name: string, kept: string): string | null {
  for (let number = 1; number <= MAX_ASIDE; number += 1) {
    const aside = `${name}.setAside.${number}`;
    const there = storage.getItem(aside);
    if (there === kept) return aside;
    if (there === null) return copied(storage, aside, kept) ? aside : null;
  }
  return null;
}

function copied(storage: KeptStorage, name: string, value: string): boolean {
  try {
    storage.setItem(name, value);
    return storage.getItem(name) === value;
  } catch {
    return false;
  }
}
