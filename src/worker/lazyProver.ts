import { DocumentReader } from '#engine/world/documents.ts';
import type { EngineApi } from './protocol.ts';

/** Answers about all requests by a solver that is loaded when it is first asked, since most visits never ask. */
export function lazyProver(): EngineApi['prove'] {
  const reader = new DocumentReader();
  return async (input) => {
    const { question } = input;
    if (question.kind === 'compare') {
      const { compareScenarios } = await import('#engine/prove/asked.ts');
      return compareScenarios(input, question.before, reader);
    }
    // The other questions are a file of their own beside the solver.
    const { prove } = await import('#engine/prove/prove.ts');
    return prove(input, reader);
  };
}
