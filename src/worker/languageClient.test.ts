import { wrap } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { createEngine, recognize } from '#engine/index.ts';
import type { LanguageInput } from '#engine/language/language.ts';
import { ordersKey } from '../examples/ordersKey.ts';
import type { EngineConnection } from './connection.ts';
import { createLanguageClient } from './languageClient.ts';
import { manualTimers } from './manualTimers.ts';
import type { EngineApi, HostedEngine } from './protocol.ts';
import { serve } from './serve.ts';
import { EngineSupervisor } from './supervisor.ts';
import { cleanUp, cleanUps, LIMITS, never, until } from './testRig.ts';

afterEach(cleanUp);

const text = '{ "Statement": [{ "Action": "" }] }';
const input: LanguageInput = { scenario: ordersKey, document: { id: 'key', kind: 'key', text } };
const inAction = text.indexOf('""') + 1;

/** The engine's calls, some of them replaced, behind a message channel. */
function clientOf(changes: Partial<HostedEngine>) {
  const timers = manualTimers();
  const lost: string[] = [];
  let engines = 0;
  const connect = (): EngineConnection => {
    const { port1, port2 } = new MessageChannel();
    const whole: HostedEngine = {
      ...createEngine(),
      prove: () => never,
      recognize,
      readImport: () => never,
      ping: () => 'pong',
    };
    engines += 1;
    serve(engines === 1 ? { ...whole, ...changes } : whole, port2);
    cleanUps.push(() => port1.close());
    return { engine: wrap<EngineApi>(port1), onBroken() {}, close: () => port1.close() };
  };
  const supervisor = new EngineSupervisor({
    connect,
    limits: LIMITS,
    timers,
    onLost: (reason) => lost.push(reason),
  });
  let isClosed = false;
  const client = createLanguageClient(supervisor, () => isClosed);
  return { client, supervisor, timers, lost, close: () => (isClosed = true), engines: () => engines };
}

describe("an editor's questions", () => {
  it('are answered while something else takes long, which goes on', async () => {
    const steps: string[] = [];
    const { client, supervisor } = clientOf({
      *overview() {
        for (let step = 0; !steps.includes('completed') && step < 1_000_000; step += 1) yield;
        steps.push('overview');
        return { access: null, suggestions: { ...emptySuggestions }, findings: [] };
      },
    });
    const overview = supervisor.call((engine) => engine.overview({ scenario: ordersKey, request }, null));
    const list = await client.complete(input, inAction);
    steps.push('completed');
    await expect(overview).resolves.toMatchObject({ access: null });
    expect(list?.items[0]?.label).toBe('kms:Decrypt');
    expect(steps).toEqual(['completed', 'overview']);
  });

  it('of one kind wait for each other, and only the newest is asked', async () => {
    const asked: number[] = [];
    const real = createEngine();
    const { client } = clientOf({
      complete(about, offset) {
        asked.push(offset);
        return real.complete(about, offset);
      },
    });
    const answers = await Promise.all(
      [inAction, 2, 3, inAction].map((offset) => client.complete(input, offset)),
    );
    expect(asked).toEqual([inAction, inAction]);
    expect(answers.map((list) => list?.items.length ?? 0).map((count) => count > 0)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('are null when the engine is lost over one, and the next is answered by a new engine', async () => {
    const { client, timers, lost, engines } = clientOf({ hover: () => never as never });
    const hover = client.hover(input, inAction);
    await until(
      () => lost.length > 0,
      () => timers.advance(1_000),
    );
    await expect(hover).resolves.toBeNull();
    await expect(client.complete(input, inAction)).resolves.not.toBeNull();
    expect(engines()).toBe(2);
  });

  it('reject with what the engine threw', async () => {
    const { client } = clientOf({
      hover() {
        throw new TypeError('place is undefined');
      },
    });
    await expect(client.hover(input, inAction)).rejects.toThrow('place is undefined');
  });

  it('start no engine after the client was closed', async () => {
    const { client, close, engines } = clientOf({});
    close();
    await expect(client.complete(input, inAction)).resolves.toBeNull();
    expect(engines()).toBe(0);
  });
});

const request = { principal: 'anonymous', action: 'kms:Decrypt' };
const emptySuggestions = {
  principals: [],
  operations: [],
  viaServices: [],
  contextKeys: [],
  encryptionContext: [],
  parameters: [],
};
