import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEngine } from './index.ts';
import type { Scenario } from './scenario/scenario.ts';

const file = new URL('../../../shared/corpus/key-policies.json', import.meta.url);

interface Published {
  readonly id: string;
  readonly policy: unknown;
}

const published: readonly Published[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

/** Published key policies go through the whole engine: read, answered, tabulated. They are read where they are at hand, never copied. */
describe.runIf(published.length > 0)('published key policies', () => {
  const engine = createEngine();

  test.each(published.map(({ id, policy }) => [id, policy] as const))('%s', (_, policy) => {
    const study = engine.study({ scenario: scenarioOf(policy), request });
    expect(study.documents[0]?.usable).toBe(true);
    expect(study.documents[0]?.diagnostics.filter(({ code }) => code === 'JSON_SYNTAX_ERROR')).toEqual([]);
    expect(study.answer?.steps.length).toBeGreaterThan(0);
    expect(study.access?.principals.at(-1)?.label).toBe('Anyone else');
  });
});

test('the engine studies a policy where no published ones are at hand', () => {
  const policy = { Version: '2012-10-17', Statement: [] };
  expect(createEngine().study({ scenario: scenarioOf(policy), request }).answer?.decision).toBe(
    'implicitDeny',
  );
});

const request = { principal: 'arn:aws:iam::111122223333:user/Alice', action: 'kms:Decrypt' };

function scenarioOf(policy: unknown): Scenario {
  const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  return {
    accounts: [],
    organizationPolicies: [],
    keys: [{ arn, policy: { id: 'key', text: JSON.stringify(policy, null, 2) } }],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  };
}
