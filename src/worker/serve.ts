import { expose, type Endpoint } from 'comlink';
import type { Steps } from '#engine/steps.ts';
import type { EngineApi, HostedEngine } from './protocol.ts';
import type { Overview, StudyInput } from '#engine/study.ts';
import { inSlices, messagesHandled } from './slices.ts';

/** A second half under way. */
interface Begun {
  readonly revision: number;
  readonly overview: Promise<Overview | null>;
  readonly isWanted: () => boolean;
}

/**
 * Answers calls that arrive at `endpoint` with `engine`. What the engine throws (a bug: problems in the user's input are
 * part of its answers) reaches the caller as a rejected call carrying the message and the stack. A call that is answered in
 * steps is abandoned when the next one arrives, unless that is an editor's or a form's. The second half of a study begins once its reply is
 * out: until the page has drawn that and asks for the rest, some of it is done.
 */
export function serve(engine: HostedEngine, endpoint: Endpoint): void {
  let last = 0;
  /** Starts a call, and with it ends the one before. */
  const turn = (): (() => boolean) => {
    last += 1;
    const own = last;
    return () => own === last;
  };
  async function stepByStep<T>(start: () => Steps<T>): Promise<T | null> {
    const isWanted = turn();
    return inSlices(start(), isWanted);
  }
  let begun: Begun | null = null;
  async function begin(input: StudyInput, isWanted: () => boolean): Promise<Overview | null> {
    await messagesHandled();
    return isWanted() ? inSlices(engine.overview(input), isWanted) : null;
  }
  // Only these can be called from outside, whatever else the engine object carries.
  const calls: EngineApi = {
    reply(input, revision) {
      const isWanted = turn();
      const reply = engine.reply(input);
      if (revision === null) return reply;
      const overview = begin(input, isWanted);
      // What it throws is for who asks for it.
      overview.catch(() => {});
      begun = { revision, overview, isWanted };
      return reply;
    },
    overview(input, revision) {
      if (begun !== null && begun.revision === revision && begun.isWanted()) return begun.overview;
      return stepByStep(() => engine.overview(input));
    },
    whatIf: (input) => stepByStep(() => engine.whatIf(input)),
    prove: (input) => engine.prove(input),
    recognize(text) {
      turn();
      return engine.recognize(text);
    },
    // Answered between the steps of what takes long, which goes on afterwards.
    complete: (input, offset) => engine.complete(input, offset),
    hover: (input, offset) => engine.hover(input, offset),
    definitions: (input, offset) => engine.definitions(input, offset),
    outline: (document) => engine.outline(document),
    folds: (document) => engine.folds(document),
    format: (document, range) => engine.format(document, range),
    readImport: (source, onProgress) => engine.readImport(source, onProgress),
    offerRecipes: (input) => engine.offerRecipes(input),
    askRecipe: (question) => engine.askRecipe(question),
    ping: () => engine.ping(),
  };
  expose(calls, endpoint);
}
