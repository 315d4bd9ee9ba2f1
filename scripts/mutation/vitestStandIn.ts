export { expect } from 'vitest';

/**
 * The part of Vitest that the engine's tests use, for tests that are read once and run thousands of times: `test` only
 * remembers what there is to run.
 */
export interface Collected {
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...values: readonly never[]) => unknown;
type Row = readonly never[];

let collected: Collected[] = [];
let path: readonly string[] = [];

/** The tests of a file: those that `read` (its import) declares. */
export async function collect(read: () => Promise<unknown>): Promise<readonly Collected[]> {
  collected = [];
  await read();
  return collected;
}

function declareTest(name: string, body: () => unknown): void {
  collected.push({ name: [...path, name].join(' › '), run: body });
}

function declareGroup(name: string, body: () => unknown): void {
  const outer = path;
  path = [...outer, name];
  body();
  path = outer;
}

/** With `each`, `runIf`, `skipIf`; between name and body there may be options, which are about time only. */
function declaring(declare: (name: string, body: () => unknown) => void) {
  const once = (name: string, ...rest: readonly unknown[]): void => declare(name, bodyOf(rest));
  const each =
    (rows: readonly unknown[]) =>
    (name: string, ...rest: readonly unknown[]): void => {
      const body = bodyOf(rest);
      const spread = rows.every((row) => Array.isArray(row));
      rows.forEach((row, index) => {
        const values = (spread ? row : [row]) as Row;
        declare(`${name} (${index + 1})`, () => body(...values));
      });
    };
  const never = Object.assign(() => undefined, { each: () => () => undefined });
  const all = Object.assign(once, { each });
  return Object.assign(all, {
    runIf: (holds: unknown) => (holds ? all : never),
    skipIf: (holds: unknown) => (holds ? never : all),
  });
}

function bodyOf(rest: readonly unknown[]): Body {
  const body = rest.find((value) => typeof value === 'function');
  if (body === undefined) throw new Error('A test without a body.');
  return body as Body;
}

export const test = declaring(declareTest);
export const it = declaring(declareTest);
export const describe = declaring(declareGroup);
