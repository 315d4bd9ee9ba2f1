import { expose, type Endpoint } from 'comlink';
import type { EngineApi } from './protocol.ts';

/**
 * Answers calls that arrive at `endpoint` with `engine`. What the engine throws (a bug: problems in the user's input are
 * part of its answers) reaches the caller as a rejected call carrying the message and the stack.
 */
export function serve(engine: EngineApi, endpoint: Endpoint): void {
  // Only these can be called from outside, whatever else the engine object carries.
  const calls: EngineApi = {
    reply: (input) => engine.reply(input),
    overview: (input) => engine.overview(input),
    whatIf: (input) => engine.whatIf(input),
    prove: (input) => engine.prove(input),
    recognize: (text) => engine.recognize(text),
    ping: () => engine.ping(),
  };
  expose(calls, endpoint);
}
