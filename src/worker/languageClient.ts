import type { Remote } from 'comlink';
import type { Language } from '#engine/language/language.ts';
import { EngineLost } from './connection.ts';
import type { EngineApi } from './protocol.ts';
import type { EngineSupervisor } from './supervisor.ts';

/**
 * What an editor asks the engine. Null also where a newer question of the same kind was asked before this one was its turn, and where
 * the engine was lost meanwhile: an editor goes on without. Rejects with what the engine threw.
 */
export type LanguageClient = {
  readonly [Call in keyof Language]: (
    ...asked: Parameters<Language[Call]>
  ) => Promise<ReturnType<Language[Call]> | null>;
};

/** Asks beside what is under way: these calls are short, and nobody who types should wait for anything else. */
export function createLanguageClient(supervisor: EngineSupervisor, isClosed: () => boolean): LanguageClient {
  const beside =
    <Asked extends readonly unknown[], Answer>(
      ask: (engine: Remote<EngineApi>, ...asked: Asked) => Promise<Answer>,
    ) =>
    async (...asked: Asked): Promise<Answer> => {
      if (isClosed()) throw new EngineLost('stopped', 'The engine was closed.');
      return supervisor.beside((engine) => ask(engine, ...asked));
    };
  return {
    complete: latest(beside((engine, input, offset) => engine.complete(input, offset))),
    hover: latest(beside((engine, input, offset) => engine.hover(input, offset))),
    definitions: latest(beside((engine, input, offset) => engine.definitions(input, offset))),
    outline: latest(beside((engine, document) => engine.outline(document))),
    folds: latest(beside((engine, document) => engine.folds(document))),
    format: latest(beside((engine, document, range) => engine.format(document, range))),
  };
}

interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer | null | Promise<Answer | null>) => void;
}

/** One call at a time; of those that wait only the newest is made. */
function latest<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
): (...asked: Asked) => Promise<Answer | null> {
  let waiting: Waiting<Asked, Answer> | null = null;
  let underWay: Promise<unknown> | null = null;

  async function make(asked: Asked): Promise<Answer | null> {
    try {
      return await ask(...asked);
    } catch (error) {
      if (error instanceof EngineLost) return null;
      throw error;
    } finally {
      underWay = null;
      const next = waiting;
      waiting = null;
      if (next !== null) next.resolve(start(next.asked));
    }
  }

  function start(asked: Asked): Promise<Answer | null> {
    const made = make(asked);
    underWay = made;
    return made;
  }

  return (...asked) => {
    if (underWay === null) return start(asked);
    waiting?.resolve(null);
    return new Promise((resolve) => {
      waiting = { asked, resolve };
    });
  };
}
