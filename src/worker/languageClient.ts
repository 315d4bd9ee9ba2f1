import type { Language } from '#engine/language/language.ts';
import { type BesideCall, besideCalls } from './besideCalls.ts';
import type { EngineSupervisor } from './supervisor.ts';

/**
 * What an editor asks the engine. Null also where a newer question of the same kind was asked before this one was its turn, and where
 * the engine was lost meanwhile: an editor goes on without. Rejects with what the engine threw.
 */
export type LanguageClient = {
  readonly [Call in keyof Language]: BesideCall<Parameters<Language[Call]>, ReturnType<Language[Call]>>;
};

/** Asks beside what is under way: these calls are short, and nobody who types should wait for anything else. */
export function createLanguageClient(supervisor: EngineSupervisor, isClosed: () => boolean): LanguageClient {
  const beside = besideCalls(supervisor, isClosed);
  return {
    complete: beside(async (engine, input, offset) => engine.complete(input, offset)),
    hover: beside(async (engine, input, offset) => engine.hover(input, offset)),
    definitions: beside(async (engine, input, offset) => engine.definitions(input, offset)),
    outline: beside(async (engine, document) => engine.outline(document)),
    folds: beside(async (engine, document) => engine.folds(document)),
    format: beside(async (engine, document, range) => engine.format(document, range)),
  };
}
