import { readSource } from './lazyImporter.ts';
import { afterEach, expect, it } from 'vitest';
import { createEngine, recognize } from '#engine/index.ts';
import type { ProveInput } from '#engine/prove/prove.ts';
import type { EngineConnection } from './connection.ts';
import { connectInProcess } from './inProcess.ts';
import { lazyProver } from './lazyProver.ts';
import { manualTimers } from './manualTimers.ts';
import type { EngineApi } from './protocol.ts';
import { createProverClient } from './proverClient.ts';

const opened: EngineConnection[] = [];

afterEach(() => {
  for (const connection of opened.splice(0)) connection.close();
});

const never = new Promise<never>(() => {});
const LIMITS = { start: 30_000, alive: 5_000, answer: 60_000 };

/** A client whose provers answer as they are told, one after the other; the last way goes for all further ones. */
function setUp(...ways: readonly EngineApi['prove'][]) {
  const timers = manualTimers();
  let breakLast: (detail: string) => void = () => {};
  const connect = () => {
    const prove = ways[Math.min(opened.length, ways.length - 1)] ?? lazyProver();
    const connection = connectInProcess({
      ...createEngine(),
      prove,
      recognize,
      readImport: readSource,
      ping: () => 'pong',
    });
    const own = {
      ...connection,
      onBroken: (listener: (detail: string) => void) => void (breakLast = listener),
    };
    opened.push(own);
    return own;
  };
  const client = createProverClient({ connect, timers, limits: LIMITS });
  return { client, timers, break: (detail: string) => breakLast(detail) };
}

const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const policy = {
  Statement: { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' },
};
const input: ProveInput = {
  scenario: {
    accounts: [],
    organizationPolicies: [],
    keys: [{ arn, policy: { id: 'key', text: JSON.stringify(policy) } }],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  },
  question: { kind: 'outsiders', outside: { kind: 'public' } },
};

it('answers with the real solver, and starts it with the first question only', async () => {
  const { client } = setUp();
  expect(opened).toHaveLength(0);
  const proof = await client.prove(input);
  expect(proof).toMatchObject({ kind: 'outsiders', answer: { verdict: 'no', findings: [] } });
  await client.prove(input);
  expect(opened).toHaveLength(1);
});

it('ends a question that is stopped, and answers the next one with a fresh prover', async () => {
  const { client } = setUp(() => never, lazyProver());
  const endless = client.prove(input);
  client.stop();
  await expect(endless).rejects.toMatchObject({ name: 'EngineLost', reason: 'stopped' });
  await expect(client.prove(input)).resolves.toMatchObject({ kind: 'outsiders' });
  expect(opened).toHaveLength(2);
});

it('has nothing to stop between questions', async () => {
  const { client } = setUp();
  client.stop();
  await expect(client.prove(input)).resolves.toMatchObject({ kind: 'outsiders' });
});

it('says that a prover broke, or threw, and goes on', async () => {
  const rig = setUp(
    () => never,
    () => Promise.reject(new Error('statement is undefined')),
  );
  const first = rig.client.prove(input);
  rig.break('out of memory');
  await expect(first).rejects.toMatchObject({ name: 'EngineLost' });
  await expect(rig.client.prove(input)).rejects.toThrow('statement is undefined');
});

it('gives up on a prover that hangs', async () => {
  const { client, timers } = setUp(() => never);
  const outcome = client.prove(input).catch((error: unknown) => error);
  // The sign of life comes first; the watch over the answer begins with it.
  await new Promise((resolve) => setTimeout(resolve, 20));
  timers.advance(LIMITS.answer);
  expect(await outcome).toMatchObject({ name: 'EngineLost', reason: 'stuck' });
});
