import { wrap } from 'comlink';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createEngineClient } from './engineClient.ts';
import { manualTimers } from './manualTimers.ts';
import type { EngineApi, HostedEngine } from './protocol.ts';
import { serve } from './serve.ts';
import {
  cleanUp,
  cleanUps,
  inputFor,
  LIMITS,
  never,
  setUp,
  replyOf,
  until,
  type Behaviour,
} from './testRig.ts';

afterEach(cleanUp);

describe('the engine client', () => {
  it('delivers the study of the input with its revision', async () => {
    const { client, log, delivered } = setUp();
    client.study(7, inputFor(7));
    await until(() => delivered.length === 1);
    expect(log).toEqual(['working 7', 'answered 7 with 7']);
  });

  it('keeps only the newest of a burst while one is under way', async () => {
    const { client, delivered, attempts } = setUp();
    for (let revision = 1; revision <= 50; revision += 1) client.study(revision, inputFor(revision));
    await until(() => delivered.includes(50));
    expect(delivered).toEqual([1, 50]);
    expect([...attempts.keys()]).toEqual([1, 50]);
  });

  it('ignores a request older than one already made', async () => {
    const { client, delivered } = setUp();
    client.study(5, inputFor(5));
    client.study(6, inputFor(6));
    client.study(4, inputFor(4));
    await until(() => delivered.includes(6));
    expect(delivered).toEqual([5, 6]);
  });

  it('reports what the engine throws as an error of that revision and stays usable', async () => {
    const { client, log, delivered, connections } = setUp((revision) =>
      revision === 1 ? 'throw' : 'answer',
    );
    client.study(1, inputFor(1));
    await until(() => log.length === 2);
    expect(log).toEqual(['working 1', 'gaveUp 1 fault: statement is undefined']);
    client.study(2, inputFor(2));
    await until(() => delivered.includes(2));
    expect(connections).toHaveLength(1);
  });

  it('replaces an engine that does not answer in time and asks the same again', async () => {
    const { client, timers, log, delivered, connections, hanging } = setUp((_, attempt) =>
      attempt === 1 ? 'hang' : 'answer',
    );
    client.study(1, inputFor(1));
    await until(hanging);
    timers.advance(LIMITS.answer - 1);
    expect(log).toEqual(['working 1']);
    timers.advance(1);
    await until(() => delivered.includes(1));
    expect(log).toEqual(['working 1', 'lost stuck', 'working 1', 'answered 1 with 1']);
    expect(connections).toHaveLength(2);
  });

  it('gives up on an input that hangs twice, with the reason, and answers the next', async () => {
    const { client, timers, log, delivered, hanging } = setUp((revision) =>
      revision === 1 ? 'hang' : 'answer',
    );
    client.study(1, inputFor(1));
    for (let round = 0; round < 2; round += 1) {
      // eslint-disable-next-line no-await-in-loop
      await until(hanging);
      timers.advance(LIMITS.answer);
    }
    await until(() => log.some((line) => line.startsWith('gaveUp')));
    expect(log.at(-1)).toBe('gaveUp 1 stuck: No answer within 5 seconds.');
    client.study(2, inputFor(2));
    await until(() => delivered.includes(2));
    expect(delivered).toEqual([2]);
  });

  it('goes on with a newer input instead of trying a fatal one again', async () => {
    const { client, timers, log, delivered, attempts, hanging } = setUp((revision) =>
      revision === 1 ? 'hang' : 'answer',
    );
    client.study(1, inputFor(1));
    await until(hanging);
    client.study(2, inputFor(2));
    timers.advance(LIMITS.answer);
    await until(() => delivered.includes(2));
    expect(attempts.get(1)).toBe(1);
    expect(log).toEqual(['working 1', 'lost stuck', 'working 2', 'answered 2 with 2']);
  });

  it('replaces an engine that breaks during a call', async () => {
    const { client, log, delivered } = setUp((_, attempt) => (attempt === 1 ? 'crash' : 'answer'));
    client.study(1, inputFor(1));
    await until(() => delivered.includes(1));
    expect(log).toEqual(['working 1', 'lost stopped', 'working 1', 'answered 1 with 1']);
  });

  it('replaces an engine that breaks between calls', async () => {
    const { client, log, delivered, completed, connections } = setUp();
    client.study(1, inputFor(1));
    await until(() => completed.includes(1));
    connections[0]?.break('out of memory');
    client.study(2, inputFor(2));
    await until(() => delivered.includes(2));
    expect(log.slice(2)).toEqual(['lost stopped', 'working 2', 'answered 2 with 2']);
    expect(connections).toHaveLength(2);
  });

  it('notices within the short limit that an idle engine has silently gone', async () => {
    const { client, timers, log, delivered, completed, connections } = setUp();
    client.study(1, inputFor(1));
    await until(() => completed.includes(1));
    connections[0]?.close();
    client.study(2, inputFor(2));
    timers.advance(LIMITS.alive);
    await until(() => delivered.includes(2));
    expect(log.slice(2)).toEqual(['working 2', 'lost stuck', 'working 2', 'answered 2 with 2']);
  });

  it('drops an answer that comes after its engine was replaced', async () => {
    const { client, timers, log, delivered, held, alive } = setUp((_, attempt) =>
      attempt === 1 ? 'hold' : 'answer',
    );
    client.study(1, inputFor(1));
    await until(() => held.length === 1 && alive());
    timers.advance(LIMITS.answer);
    held[0]?.();
    await until(() => delivered.includes(1));
    expect(log.filter((line) => line.startsWith('answered'))).toHaveLength(1);
  });

  it('waits longer for the first sign of life than for later ones', async () => {
    const { client, timers, log, makeNextDeaf, connections, delivered } = setUp();
    connections[0]?.break('gone');
    makeNextDeaf(1);
    client.study(1, inputFor(1));
    timers.advance(LIMITS.start - 1);
    expect(log).toEqual(['lost unstarted', 'working 1']);
    timers.advance(1);
    await until(() => delivered.includes(1));
    expect(log.slice(2)).toEqual(['lost unstarted', 'working 1', 'answered 1 with 1']);
  });

  it('says so when there is no engine to be had, and tries again with the next input', async () => {
    const log: string[] = [];
    let forbidden = true;
    const { port1, port2 } = new MessageChannel();
    serve(
      {
        reply: replyOf,
        recognize: () => never,
        ping: () => 'pong',
      } as unknown as HostedEngine,
      port2,
    );
    const client = createEngineClient({
      connect() {
        if (forbidden) throw new Error('workers are forbidden here');
        return { engine: wrap<EngineApi>(port1), onBroken() {}, close: () => port1.close() };
      },
      timers: manualTimers(),
      listener: {
        working: () => {},
        completed: () => {},
        answered: (revision) => log.push(`answered ${revision}`),
        lost: () => {},
        gaveUp: (revision, reason, detail) => log.push(`gaveUp ${revision} ${reason}: ${detail}`),
      },
    });
    cleanUps.push(() => client.close());
    client.study(1, inputFor(1));
    await until(() => log.length === 1);
    expect(log).toEqual(['gaveUp 1 unstarted: workers are forbidden here']);
    forbidden = false;
    client.study(2, inputFor(2));
    await until(() => log.length === 2);
    expect(log[1]).toBe('answered 2');
  });

  it('answers recognitions in order, ahead of a waiting study', async () => {
    const { client, log, delivered } = setUp();
    client.study(1, inputFor(1));
    client.study(2, inputFor(2));
    const order: string[] = [];
    await Promise.all(
      ['a', 'b'].map(async (text) => {
        const recognized = await client.recognize(text);
        order.push(JSON.stringify(recognized));
        log.push(`recognized ${text}`);
      }),
    );
    await until(() => delivered.includes(2));
    expect(order).toEqual(['{"kind":"unknown","text":"a"}', '{"kind":"unknown","text":"b"}']);
    expect(log.indexOf('recognized b')).toBeLessThan(log.indexOf('working 2'));
  });

  it('rejects a recognition when the engine is closed, and reports nothing more', async () => {
    const { client, log, hanging } = setUp(() => 'hang');
    client.study(1, inputFor(1));
    await until(hanging);
    const first = client.recognize('a');
    client.close();
    await expect(first).rejects.toThrow('closed');
    await expect(client.recognize('b')).rejects.toThrow('closed');
    client.study(2, inputFor(2));
    expect(log).toEqual(['working 1']);
  });

  it('delivers the last request in the end and never an older answer after a newer one', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constant('request' as const) },
      { weight: 3, arbitrary: fc.constant('turn' as const) },
      { weight: 1, arbitrary: fc.constant('break' as const) },
      { weight: 1, arbitrary: fc.constant('recognize' as const) },
    );
    const firstAttempt = fc.constantFrom<Behaviour>('answer', 'answer', 'hang', 'crash', 'hold');
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 25 }),
        fc.array(firstAttempt, { minLength: 30, maxLength: 30 }),
        async (steps, behaviours) => {
          const rig = setUp(
            (revision, attempt) => (attempt === 1 ? (behaviours[revision % 30] ?? 'answer') : 'answer'),
            (revision, attempt) => (attempt === 1 ? (behaviours[(revision + 7) % 30] ?? 'answer') : 'answer'),
          );
          let requested = 0;
          const request = () => {
            requested += 1;
            rig.client.study(requested, inputFor(requested));
          };
          let recognized = 0;
          const world = () => {
            for (const release of rig.held.splice(0)) release();
            if (rig.hanging()) rig.timers.advance(LIMITS.answer);
          };
          for (const each of steps) {
            if (each === 'request') request();
            else if (each === 'recognize')
              void rig.client
                .recognize('x')
                .finally(() => (recognized += 1))
                .catch(() => {});
            // eslint-disable-next-line no-await-in-loop
            else if (each === 'turn')
              await until(() => true)
                .then(() => new Promise((resolve) => setImmediate(resolve)))
                .then(world);
          }
          request();
          await until(() => rig.completed.at(-1) === requested, world);
          await until(() => recognized === steps.filter((each) => each === 'recognize').length, world);
          expect(rig.delivered.at(-1)).toBe(requested);
          for (const revisions of [rig.delivered, rig.completed]) {
            expect(revisions).toEqual([...new Set(revisions)].toSorted((a, b) => a - b));
          }
          expect(rig.log.filter((line) => line.startsWith('an overview'))).toEqual([]);
          rig.client.close();
        },
      ),
      { numRuns: 150 },
    );
  });
});
