import { decide } from '#engine/authorize/decide.ts';
import { layersOf } from '#engine/authorize/layers.ts';
import { traceCheck } from '#engine/authorize/trace.ts';
import { createEngine } from '#engine/index.ts';
import { readRequest } from '#engine/request/readRequest.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import { largePolicy } from './largePolicy.ts';
import { perSecond, time } from './measure.ts';
import { line } from './report.ts';

const request = {
  principal: 'arn:aws:sts::111122223333:assumed-role/Application3/session',
  action: 'kms:Decrypt',
  parameters: { EncryptionContext: { tenant: 'tenant-3', path: 'orders/3/1' } },
  viaService: 's3.us-east-1.amazonaws.com',
};

/** One thread, no browser: what an edit costs in the engine, and how many decisions it makes a second. */
export function benchEngine(): void {
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

  const world = buildWorld(scenarioOf(tenStatements(text)));
  const read = readRequest(world, request);
  const check = read.kind === 'checks' ? read.checks[0] : undefined;
  if (check === undefined) throw new Error('The benchmark request must be readable.');
  const layers = layersOf(world, check, undefined);
  console.log('\nDecisions a second, ten statements, one thread');
  console.log(`  without trace  ${rounded(perSecond(() => void decide(check, layers)))}`);
  console.log(`  with full trace  ${rounded(perSecond(() => void traceCheck(check, layers)))}`);
}

function tenStatements(text: string): string {
  const policy = JSON.parse(text);
  return JSON.stringify({ ...policy, Statement: policy.Statement.slice(0, 10) });
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

function rounded(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}
