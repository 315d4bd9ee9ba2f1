import { describe, expect, it } from 'vitest';
import { printScenario, readScenario, study } from '#engine/index.ts';
import type { Expectation, Scenario } from '#engine/scenario/scenario.ts';
import type { Answer } from '#engine/explain/answer.ts';
import { examples } from './examples.ts';
import { ordersKey } from './ordersKey.ts';

const requests = examples.flatMap(({ id, scenario }) =>
  scenario.requests.map((request) => ({ id, scenario, request, name: request.name ?? '' })),
);

describe('the examples', () => {
  it('have ids and stories of their own, and the one the app opens with comes first', () => {
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
    expect(new Set(examples.map(({ story }) => story)).size).toBe(examples.length);
    expect(examples[0].scenario).toBe(ordersKey);
  });

  it.each(requests)('$id: $name', ({ scenario, request }) => {
    const { answer, requestProblems } = study({ scenario, request });
    expect(requestProblems).toEqual([]);
    expect(request.expect).toBeDefined();
    expect(answer && outcome(answer, request.expect)).toEqual(request.expect);
  });

  it.each(examples)('$id has documents without problems', ({ scenario }) => {
    const [request = { principal: 'anonymous', action: 'kms:Decrypt' }] = scenario.requests;
    for (const { id, usable, usedFallback, diagnostics } of study({ scenario, request }).documents) {
      expect({ id, usable, usedFallback, diagnostics }).toEqual({
        id,
        usable: true,
        usedFallback: false,
        diagnostics: [],
      });
    }
  });

  it.each(examples)('$id is the same when downloaded and opened again', ({ scenario }) => {
    const { scenarios, diagnostics } = readScenario(printScenario(scenario), { unindent: true });
    expect(diagnostics).toEqual([]);
    expect(scenarios.map(withoutPlaces)).toEqual([scenario]);
  });

  it.each(examples)('$id is written with two spaces a level and strict JSON', ({ scenario }) => {
    for (const { text } of [scenario.keys[0]?.policy, scenario.keys[0]?.grants].filter(
      (each) => each !== undefined,
    )) {
      expect(() => JSON.parse(text) as unknown).not.toThrow();
      for (const line of text.split('\n')) expect(/^(?: {2})*\S.*$/.test(line)).toBe(true);
    }
  });
});

describe('the example the app opens with', () => {
  it('is turned around by changing the Deny on line 33 into an Allow', () => {
    const [key] = ordersKey.keys;
    const [request] = ordersKey.requests;
    if (key === undefined || request === undefined) throw new Error('The example has a key and a request.');
    const lines = key.policy.text.split('\n');
    expect(lines[32]?.trim()).toBe('"Effect": "Deny",');
    lines[32] = lines[32]?.replace('Deny', 'Allow') ?? '';
    const changed: Scenario = {
      ...ordersKey,
      keys: [{ ...key, policy: { ...key.policy, text: lines.join('\n') } }],
    };
    expect(study({ scenario: changed, request }).answer?.decision).toBe('allowed');
  });
});

/** Of the answer what the author said something about. */
function outcome(answer: Answer, expected: Expectation | undefined): Expectation {
  return {
    decision: answer.decision,
    ...(expected?.statements !== undefined && { statements: answer.deciding.map(({ ref }) => ref) }),
    ...(expected?.error !== undefined && { error: answer.error?.name ?? null }),
  };
}

function withoutPlaces(scenario: Scenario): unknown {
  return JSON.parse(
    JSON.stringify(scenario, (name, value: unknown) => (name === 'offset' ? undefined : value)),
  );
}
