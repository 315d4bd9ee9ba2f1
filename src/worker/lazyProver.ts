import { DocumentReader } from '#engine/world/documents.ts';
import type { EngineApi } from './protocol.ts';

/** Answers about all requests by a solver that is loaded when it is first asked, since most visits never ask. */
export function lazyProver(): EngineApi['prove'] {
  const reader = new DocumentReader();
  return async (input) => {
    const { question } = input;
    if (input.facts !== undefined) {
      const { prove } = await import('#engine/prove/prove.ts');
      return prove(input, reader);
    }
    if (question.kind === 'compare') {
      const { compareScenarios } = await import('#engine/prove/asked.ts');
      return compareScenarios(input, question.before, reader);
    }
    if (question.kind === 'conditions') {
      const { differencesOf } = await import('#engine/prove/byConditions.ts');
      return differencesOf(input, question.before, reader);
    }
    // The other questions are a file of their own beside the solver. With it comes what may be wanted later, since nothing is
    // loaded any more while somebody works with the page.
    const [{ proveOne }] = await Promise.all([
      import('#engine/prove/oneVersion.ts'),
      import('#engine/prove/byConditions.ts'),
    ]);
    return proveOne(input, question, reader);
  };
}
