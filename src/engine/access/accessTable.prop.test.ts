import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerRequest } from '../explain/answerRequest.ts';
import { scenarioOf, smallRequest, smallWorld } from '../testing/smallWorlds.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { accessTable } from './accessTable.ts';

/** What a cell claims is about all requests: no single one may contradict it. */
test('no request is denied where its cell says allowed, and none is allowed where it says denied or nothing', () => {
  const judged = { allowed: 0, depends: 0, denied: 0, none: 0 };
  fc.assert(
    fc.property(smallWorld, fc.array(smallRequest, { minLength: 4, maxLength: 8 }), (pieces, requests) => {
      const world = buildWorld(scenarioOf(pieces));
      const [key] = world.keys;
      if (key === undefined) throw new Error('These worlds have a key.');
      const table = accessTable(world, key);
      for (const request of requests) {
        const row = table.principals.find(({ ask }) => ask === request.principal);
        const cell = row?.cells
          .flatMap(({ actions }) => actions)
          .find(({ action }) => action === request.action);
        const answered = answerRequest(world, request);
        if (cell === undefined || 'problems' in answered) continue;
        judged[cell.value] += 1;
        const isAllowed = answered.answer.decision === 'allowed';
        if (cell.value === 'allowed') expect(isAllowed).toBe(true);
        if (cell.value === 'denied' || cell.value === 'none') expect(isAllowed).toBe(false);
      }
    }),
    { numRuns: 700 },
  );
  for (const count of Object.values(judged)) expect(count).toBeGreaterThan(20);
});
