import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerRequest } from '../explain/answerRequest.ts';
import { scenarioOf, smallRequest, smallWorld } from '../testing/smallWorlds.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { DocumentReader } from '../world/documents.ts';
import { applyEdits } from './edit.ts';
import { whatIf } from './whatIf.ts';

test('every addition turns the decision to what it says, in a world of its own', () => {
  const seen = { additions: 0, denied: 0, helped: 0 };
  fc.assert(
    fc.property(smallWorld, smallRequest, (pieces, request) => {
      const situation = { scenario: scenarioOf(pieces), request };
      const world = buildWorld(situation.scenario);
      const before = answerRequest(world, request);
      const { additions } = whatIf(situation, world, new DocumentReader());
      const isDenied = 'answer' in before && before.answer.decision !== 'allowed';
      if (isDenied) seen.denied += 1;
      if (isDenied && additions.length > 0) seen.helped += 1;
      for (const { edits, decision } of additions) {
        seen.additions += 1;
        const after = applyEdits(situation, edits);
        const answered = answerRequest(buildWorld(after.scenario), after.request);
        expect('answer' in answered && answered.answer.decision).toBe(decision);
        expect(decision === 'allowed').toBe(isDenied);
      }
    }),
    { numRuns: 250 },
  );
  expect(seen.additions).toBeGreaterThan(200);
  expect(seen.helped / seen.denied).toBeGreaterThan(0.6);
});
