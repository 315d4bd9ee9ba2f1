import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildWorld } from '../world/buildWorld.ts';
import { placeholdersIn } from './placeholders.ts';
import { Prover } from './prover.ts';
import { compareVersions } from './questions/compareAnswer.ts';
import { scenarioWith } from './testing/provers.ts';

const file = new URL('../../../../shared/corpus/key-policies.json', import.meta.url);

interface Published {
  readonly id: string;
  readonly policy: { readonly Statement: unknown };
}

const published: readonly Published[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

function compared(one: unknown, other: unknown) {
  const worlds = [one, other].map((policy) => buildWorld(scenarioWith(policy)));
  const prover = new Prover(worlds.flatMap((world) => world.keys.map((key) => [world, key] as const)));
  const answer = compareVersions(prover);
  return { answer, prover, placeholders: worlds.flatMap(placeholdersIn) };
}

type Plain = Readonly<Record<string, unknown>>;

function statementsOf({ Statement }: Published['policy']): readonly Plain[] {
  return Array.isArray(Statement) ? Statement : [Statement as Plain];
}

/** Small changes a person might make by mistake, to one statement. */
const mutations: readonly ((statement: Plain) => Plain | undefined)[] = [
  (statement) => ({ ...statement, Effect: statement['Effect'] === 'Allow' ? 'Deny' : 'Allow' }),
  ({ Condition, ...rest }) => (Condition === undefined ? undefined : rest),
  (statement) => ({ ...statement, Action: 'kms:*' }),
  (statement) => ({ ...statement, Principal: '*' }),
  () => undefined,
];

/** Published key policies are read where they are at hand, never copied. */
describe.runIf(published.length > 0)('published key policies', () => {
  test.each(published.map(({ id, policy }) => [id, policy] as const))('%s', (_, policy) => {
    const { answer, prover } = compared(policy, policy);
    expect([answer.relation, prover.disagreements]).toEqual(['equivalent', 0]);
    for (const mutation of mutations) {
      const [first, ...rest] = statementsOf(policy);
      if (first === undefined) continue;
      const changed = mutation(first);
      const mutant = { ...policy, Statement: changed === undefined ? rest : [changed, ...rest] };
      const result = compared(policy, mutant);
      expect(result.prover.disagreements).toBe(0);
      // What a template leaves open is asked for; everything else is decided.
      const { open } = result.answer;
      if (result.placeholders.length === 0) expect(open).toEqual([]);
      else if (open.length > 0) expect(open.map(({ why }) => why)).toContain('placeholder');
    }
  });
});

test('a placeholder is asked for as soon as anything differs', () => {
  const statement = (account: string) => ({
    Effect: 'Allow',
    Principal: '*',
    Action: 'kms:Decrypt',
    Resource: '*',
    Condition: { StringEquals: { 'kms:CallerAccount': account } },
  });
  const policy = (account: string) => ({ Version: '2012-10-17', Statement: [statement(account)] });
  const { answer } = compared(policy('${account_id}'), policy('111122223333'));
  expect(answer.open.map(({ why }) => why)).toContain('placeholder');
  expect(compared(policy('${account_id}'), policy('${account_id}')).answer.relation).toBe('equivalent');
});
