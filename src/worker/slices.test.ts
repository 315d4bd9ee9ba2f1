import { wrap, type Remote } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { createEngine, recognize } from '#engine/index.ts';
import { finish } from '#engine/steps.ts';
import { ordersKey } from '../examples/ordersKey.ts';
import type { EngineApi, HostedEngine } from './protocol.ts';
import { serve } from './serve.ts';
import { cleanUp, cleanUps, inputFor, never, overviewOf, replyOf, until, whatIfOf } from './testRig.ts';

afterEach(cleanUp);

function served(engine: HostedEngine): Remote<EngineApi> {
  const { port1, port2 } = new MessageChannel();
  serve(engine, port2);
  cleanUps.push(() => port1.close());
  return wrap<EngineApi>(port1);
}

/** An engine that never comes to the end of what would turn an answer, but for title 3, which it fails over, and 4, which takes ten steps. */
function endless() {
  const counts = { steps: 0 };
  const engine: HostedEngine = {
    ...createEngine(),
    reply: replyOf,
    *overview(input) {
      yield;
      return overviewOf(input);
    },
    *whatIf(input) {
      const { title } = input.scenario;
      for (let own = 1; title !== '4' || own <= 10; own += 1) {
        counts.steps += 1;
        if (title === '3' && own === 5) throw new TypeError('statement is undefined');
        yield;
      }
      return whatIfOf(input);
    },
    prove: () => never,
    recognize,
    readImport: () => never,
    ping: () => 'pong',
  };
  return { counts, engine: served(engine) };
}

const APP = 'arn:aws:sts::111122223333:assumed-role/OrdersApp/i-0123456789abcdef0';

describe('work in slices', () => {
  it('comes to its end', async () => {
    const { counts, engine } = endless();
    await expect(engine.whatIf(inputFor(4))).resolves.toEqual(whatIfOf(inputFor(4)));
    expect(counts.steps).toBe(10);
  });

  it('lets signs of life through and goes on', async () => {
    const { counts, engine } = endless();
    void engine.whatIf(inputFor(1));
    await expect(engine.ping()).resolves.toBe('pong');
    const { steps } = counts;
    await until(() => counts.steps > steps);
    await engine.recognize('');
  });

  it.each([
    ['a reply', (engine: Remote<EngineApi>): Promise<unknown> => engine.reply(inputFor(2), null)],
    ['an overview', (engine: Remote<EngineApi>): Promise<unknown> => engine.overview(inputFor(2), null)],
    ['a text to be recognized', (engine: Remote<EngineApi>): Promise<unknown> => engine.recognize('')],
    ['another question', (engine: Remote<EngineApi>): Promise<unknown> => engine.whatIf(inputFor(4))],
  ])('is abandoned for %s', async (_, ask) => {
    const { counts, engine } = endless();
    const found = engine.whatIf(inputFor(1));
    await until(() => counts.steps > 0);
    await expect(ask(engine)).resolves.not.toBeNull();
    await expect(found).resolves.toBeNull();
    const { steps } = counts;
    await engine.ping();
    await engine.ping();
    expect(counts.steps).toBe(steps);
  });

  it('hands on what the engine throws', async () => {
    const { engine } = endless();
    await expect(engine.whatIf(inputFor(3))).rejects.toThrow('statement is undefined');
  });

  it('says the same as in one go', async () => {
    const own = createEngine();
    const engine = served({
      ...own,
      prove: () => never,
      recognize,
      readImport: () => never,
      ping: () => 'pong',
    });
    const input = { scenario: ordersKey, request: { principal: APP, action: 'kms:Decrypt' } };
    const { access, findings, suggestions } = own.study(input);
    const found = finish(own.whatIf(input));
    expect(access?.principals.length).toBeGreaterThan(1);
    expect(found.additions.length).toBeGreaterThan(0);
    await expect(engine.overview(input, null)).resolves.toEqual({ access, findings, suggestions });
    await expect(engine.whatIf(input)).resolves.toEqual(found);
  });
});
