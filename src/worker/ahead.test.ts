import { wrap, type Remote } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { createEngine, recognize } from '#engine/index.ts';
import type { EngineApi } from './protocol.ts';
import { serve } from './serve.ts';
import { cleanUp, cleanUps, inputFor, never, overviewOf, replyOf, until } from './testRig.ts';

afterEach(cleanUp);

/** An engine that keeps a list of the overviews it began. It fails over the one of title 3. */
function served() {
  const begun: string[] = [];
  const { port1, port2 } = new MessageChannel();
  serve(
    {
      ...createEngine(),
      reply: replyOf,
      *overview(input) {
        const { title = '' } = input.scenario;
        begun.push(title);
        yield;
        if (title === '3') throw new TypeError('statement is undefined');
        return overviewOf(input);
      },
      prove: () => never,
      recognize,
      readImport: () => never,
      ping: () => 'pong',
    },
    port2,
  );
  cleanUps.push(() => port1.close());
  const engine: Remote<EngineApi> = wrap<EngineApi>(port1);
  return { begun, engine };
}

describe('the second half of a study', () => {
  it('begins before it is asked for, and once', async () => {
    const { begun, engine } = served();
    await engine.reply(inputFor(1), 1);
    await until(() => begun.length > 0);
    await expect(engine.overview(inputFor(1), 1)).resolves.toEqual(overviewOf(inputFor(1)));
    expect(begun).toEqual(['1']);
  });

  it('does not begin where another reply is asked for at once', async () => {
    const { begun, engine } = served();
    void engine.reply(inputFor(1), 1);
    await engine.reply(inputFor(2), 2);
    await expect(engine.overview(inputFor(2), 2)).resolves.toEqual(overviewOf(inputFor(2)));
    expect(begun).toEqual(['2']);
  });

  it('is what is asked for, whatever was begun', async () => {
    const { engine } = served();
    await engine.reply(inputFor(1), 1);
    await expect(engine.overview(inputFor(2), 2)).resolves.toEqual(overviewOf(inputFor(2)));
    await engine.reply(inputFor(1), null);
    await expect(engine.overview(inputFor(2), null)).resolves.toEqual(overviewOf(inputFor(2)));
  });

  it('begins anew where something else ended it', async () => {
    const { engine } = served();
    await engine.reply(inputFor(1), 1);
    await engine.recognize('');
    await expect(engine.overview(inputFor(1), 1)).resolves.toEqual(overviewOf(inputFor(1)));
  });

  it('keeps what it throws for who asks for it', async () => {
    const { begun, engine } = served();
    await engine.reply(inputFor(3), 3);
    await until(() => begun.length > 0);
    await engine.ping();
    await expect(engine.overview(inputFor(3), 3)).rejects.toThrow('statement is undefined');
  });
});
