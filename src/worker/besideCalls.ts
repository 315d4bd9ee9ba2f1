import type { Remote } from 'comlink';
import { EngineLost } from './connection.ts';
import type { EngineApi } from './protocol.ts';
import type { EngineSupervisor } from './supervisor.ts';

/** A call that comes to null where a newer one of its kind was made before it was its turn, and where the engine was lost meanwhile. */
export type BesideCall<Asked extends readonly unknown[], Answer> = (
  ...asked: Asked
) => Promise<Answer | null>;

/**
 * Makes calls that are answered beside what is under way: they are short, and nobody who types should wait for anything else.
 * They reject with what the engine threw.
 */
export function besideCalls(supervisor: EngineSupervisor, isClosed: () => boolean) {
  return <Asked extends readonly unknown[], Answer>(
    ask: (engine: Remote<EngineApi>, ...asked: Asked) => Promise<Answer>,
  ): BesideCall<Asked, Answer> =>
    latest(async (...asked: Asked): Promise<Answer> => {
      if (isClosed()) throw new EngineLost('stopped', 'The engine was closed.');
      return supervisor.beside((engine) => ask(engine, ...asked));
    });
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
