import { createEngine } from '#engine/index.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { largePolicy } from './largePolicy.ts';
import { time } from './measure.ts';
import { line } from './report.ts';

const request = {
  principal: 'arn:aws:sts::111122223333:assumed-role/Application3/session',
  action: 'kms:Decrypt',
  parameters: { EncryptionContext: { tenant: 'tenant-3', path: 'orders/3/1' } },
  viaService: 's3.us-east-1.amazonaws.com',
};

/** One thread, no browser: what an edit costs in the engine. */
export function benchEdit(): void {
  const text = largePolicy();
  const statements = JSON.parse(text).Statement.length;
  console.log(`\nEngine, key policy of ${text.length} bytes with ${statements} statements`);
  const engine = createEngine();
  const parse = time(() => void JSON.parse(text), 60);
  const edit = time((round) => {
    engine.study({ scenario: scenarioOf(text.replace('tenant-5"', `tenant-5-${round}"`)), request });
  }, 60);
  line('JSON.parse of the same text (the yardstick)', parse, undefined);
  line('edit: read, answer with full trace, table, findings, suggestions', edit, parse);
}

function scenarioOf(text: string): Scenario {
  const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  return {
    accounts: [{ id: '111122223333', organization: 'o-a1b2c3d4e5' }],
    organizationPolicies: [],
    keys: [{ arn, policy: { id: 'key', text } }],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  };
}
