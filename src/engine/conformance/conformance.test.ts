import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runChecks } from '../checks/runChecks.ts';
import { readScenario } from '../scenario/readScenario.ts';

const folder = new URL('./cases/', import.meta.url);
const suites = readdirSync(folder).filter((file) => /^(iam|kms|keyway)-.*\.json$/.test(file));

/**
 * Cases that are known not to hold, each with the reason. A case that starts to hold must leave this list: the test below
 * fails when one does.
 */
const open: Readonly<Record<string, string>> = {
  'endpoint policy does not allow the principal':
    'Disputed: the request names endpoint vpce-1234abcdf5678c90a and the scenario gives the policy of another one, vpce-1a2b3c4d. ' +
    'An endpoint policy controls requests through its own endpoint (KMS-230, docs: kms-vpc-endpoint).',
  'PutKeyPolicy lockout check fails':
    'Disputed: scenario and request are those of "PutKeyPolicy lockout check passes through IAM". The new policy lets IAM decide and ' +
    'the IAM policy of the caller allows PutKeyPolicy, so the caller is not locked out (KMS-016).',
};

describe.each(suites)('%s', (file) => {
  const { scenarios, diagnostics } = readScenario(readFileSync(new URL(file, folder), 'utf8'));

  test('is read without a problem', () => {
    expect(diagnostics).toEqual([]);
    expect(scenarios.length).toBeGreaterThan(0);
  });

  // One test a request, and each asks for itself: a mutation run then knows which lines a case reaches.
  const cases = scenarios.flatMap((scenario) =>
    scenario.requests
      .filter(({ expect: expected }) => expected !== undefined)
      .map((request) => ({ name: request.name ?? scenario.title ?? '', scenario, request })),
  );
  const disputed = ({ name }: { readonly name: string }) => open[name] !== undefined;
  test.each(cases.filter((one) => !disputed(one)))('$name', ({ scenario, request }) => {
    const results = runChecks({ ...scenario, requests: [request] });
    expect(results).toMatchObject([{ ok: true }]);
  });

  test.each(cases.filter(disputed))('still open: $name', ({ scenario, request }) => {
    expect(runChecks({ ...scenario, requests: [request] })).toMatchObject([{ ok: false }]);
  });
});
