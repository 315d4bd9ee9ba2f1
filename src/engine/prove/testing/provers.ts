import type { Scenario } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import { Prover } from '../prover.ts';
import type { WorkLimit } from '../work.ts';

const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** A scenario that has nothing but a key with a policy. */
export function scenarioWith(policy: unknown): Scenario {
  return {
    accounts: [],
    organizationPolicies: [],
    keys: [{ arn: KEY_ARN, policy: { id: 'key', text: JSON.stringify(policy) } }],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  };
}

/** A prover for some lists of statements, each as the key policy of a world of its own. */
export function proverFor(policies: readonly (readonly object[])[], limit?: WorkLimit): Prover {
  const worlds = policies.map((Statement) => buildWorld(scenarioWith({ Version: '2012-10-17', Statement })));
  return new Prover(
    worlds.flatMap((world) => world.keys.map((key) => [world, key] as const)),
    limit === undefined ? {} : { limit },
  );
}
