import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plain } from '#engine/explain/phrase.ts';
import { answerRequest } from '#engine/explain/answerRequest.ts';
import { type Pieces, scenarioOfPieces } from '#engine/testing/pieces.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import { grantCases } from './testing/grantCases.ts';
import { keyCases } from './testing/keyCases.ts';
import { patternCases } from './testing/patternCases.ts';
import { principalCases } from './testing/principalCases.ts';
import { refusalCases } from './testing/refusalCases.ts';

const cases = [...principalCases, ...patternCases, ...keyCases, ...grantCases, ...refusalCases];

function notesOf(pieces: Pieces) {
  const { scenario, request } = scenarioOfPieces(pieces);
  const answered = answerRequest(buildWorld(scenario), request);
  if ('problems' in answered) throw new Error(JSON.stringify(answered.problems));
  return answered.answer.notes.map(({ rule, text }) => ({ rule, text: plain(text) }));
}

describe('a note for what AWS leaves open', () => {
  test.each(cases)('$rule is said where the answer rests on it', ({ rule, meets }) => {
    const said = notesOf(meets).filter((note) => note.rule === rule);
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toMatch(/(AWS|KMS guide).*(taken|assumed|compared).*\.$/);
  });

  test.each(cases)('$rule is not said where the answer does not rest on it', ({ rule, misses }) => {
    expect(notesOf(misses).map((note) => note.rule)).not.toContain(rule);
  });
});

/** Points no request can meet, each with the reason. */
const notOfRequests: Readonly<Record<string, string>> = {
  'U-22': 'Names of encryption context keys are suggestions; no decision uses them.',
};

test('every open point of docs/semantics.md that a request can meet has a case', () => {
  const page = readFileSync(new URL('../../../../docs/semantics.md', import.meta.url), 'utf8');
  const points = [...page.matchAll(/<a id="u-\d{2}"><\/a>(U-\d{2}) /g)].map(([, id = '']) => id);
  const covered = new Set(cases.map(({ rule }) => rule));
  expect(points.length).toBeGreaterThanOrEqual(25);
  expect(points.filter((id) => !covered.has(id) && notOfRequests[id] === undefined)).toEqual([]);
});
