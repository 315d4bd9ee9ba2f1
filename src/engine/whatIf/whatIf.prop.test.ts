import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerRequest } from '../explain/answerRequest.ts';
import { scenarioOf, smallRequest, smallWorld } from '../testing/smallWorlds.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { DocumentReader } from '../world/documents.ts';
import { accessChanges } from '../access/accessChanges.ts';
import { finish } from '../steps.ts';
import { KEY_ARN } from '../testing/smallWorlds.ts';
import { changedActions } from './changedActions.ts';
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

test('no access changes but to the actions that the changed statements speak about', () => {
  const seen = { left: 0, changed: 0 };
  fc.assert(
    fc.property(smallWorld, smallRequest, (pieces, request) => {
      const situation = { scenario: scenarioOf(pieces), request };
      const world = buildWorld(situation.scenario);
      for (const { edits } of whatIf(situation, world, new DocumentReader()).additions) {
        const after = buildWorld(applyEdits(situation, edits).scenario);
        const isChanged = changedActions(edits, world, after);
        if (isChanged === undefined) continue;
        const changes = finish(accessChanges(world, after, KEY_ARN)).flatMap(({ actions }) => actions);
        seen.changed += changes.length;
        if (!isChanged('kms:Sign') || !isChanged('kms:TagResource')) seen.left += 1;
        expect(changes.filter((action) => !isChanged(action))).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
  expect(seen.changed).toBeGreaterThan(100);
  expect(seen.left).toBeGreaterThan(20);
});
