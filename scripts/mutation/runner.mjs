import { resolve } from 'node:path';
import { noting } from './memories.mjs';
import { readTests } from './tests.mjs';

const SUCCESS = 0;
const FAILED = 1;

/** Processor time for one mutant, in milliseconds: what the likely tests did not notice until then counts as survived. */
const PATIENCE = process.env.MUTATED_ROOM === 'prove' ? 5000 : 1500;

/**
 * Runs mutants for Stryker in one process, tests and engine loaded once: only the tests that reach a mutant, those first that
 * are likely to notice it, until one does. That takes milliseconds, where starting Vitest for each mutant takes most of a second.
 */
class Runner {
  /** Shared with the instrumented code, which looks there for the mutant that is to be active. */
  #switch = (globalThis.__stryker__ ??= {});
  #tests = new Map();
  #forget;

  /** A mutant is never active while modules load, so there is nothing to load anew. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#forget = await noting(async () => {
      for (const { file, name, run } of await readTests(process.env.MUTATED_ROOM)) {
        let id = `${file}#${name}`;
        // Two tables under one heading.
        while (this.#tests.has(id)) id += ' again';
        this.#tests.set(id, { id, name, fileName: resolve(file), run, time: 0, asked: 0, noticed: 0 });
      }
    });
  }

  async dryRun() {
    const tests = [];
    for (const test of this.#tests.values()) {
      this.#forget();
      this.#switch.currentTestId = test.id;
      const failureMessage = await this.#failureOf(test);
      const { id, name, fileName, time: timeSpentMs } = test;
      const status = failureMessage === undefined ? SUCCESS : FAILED;
      tests.push({ id, name, fileName, timeSpentMs, status, failureMessage });
    }
    this.#switch.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: this.#switch.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    this.#forget();
    const promise = new Map(
      testFilter.map((id) => {
        const test = this.#tests.get(id);
        return [test, promiseOf(test) + (isBeside(test, activeMutant) ? BESIDE : 0)];
      }),
    );
    const tests = [...promise.keys()].sort((a, b) => promise.get(b) - promise.get(a));
    const started = process.cpuUsage();
    for (const [index, test] of tests.entries()) {
      if (process.cpuUsage(started).user > PATIENCE * 1000) break;
      const failureMessage = await this.#failureOf(test, activeMutant.id, hitLimit);
      if (this.#switch.hitCount > hitLimit)
        return { status: 'timeout', reason: `More than ${hitLimit} times executed` };
      test.asked += 1;
      if (failureMessage === undefined) continue;
      test.noticed += 1;
      await this.#expectSuccess(test);
      return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests: index + 1 };
    }
    return { status: 'survived', nrOfTests: tests.length };
  }

  async #failureOf(test, activeMutant, hitLimit) {
    Object.assign(this.#switch, { activeMutant, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    const started = performance.now();
    try {
      await test.run();
      return undefined;
    } catch (error) {
      return String(error?.message ?? error);
    } finally {
      this.#switch.activeMutant = undefined;
      test.time = performance.now() - started;
    }
  }

  /** A mutant that left something behind would make the next ones fail too: with this error Stryker starts a new process. */
  async #expectSuccess(test) {
    this.#forget();
    const failure = await this.#failureOf(test);
    if (failure !== undefined) throw new Error(`${test.id} fails also without the mutant: ${failure}`);
  }
}

/** How likely a test is to notice something, by what it noticed so far, for the milliseconds it takes. */
const promiseOf = ({ time, asked, noticed }) => (noticed + 1) / (asked + 2) / (time + 0.2);

/** More than any promise: the tests of the file itself come first. */
const BESIDE = 1000;

/** `address.test.ts` and `address.prop.test.ts` are the tests of `address.ts`, which Stryker names where it was copied from. */
const isBeside = ({ fileName }, mutant) =>
  fileName.includes(mutant.fileName.slice(mutant.fileName.lastIndexOf('/src/')).replace(/ts$/, ''));

const create = () => new Runner();
create.inject = [];
export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', factory: create }];
