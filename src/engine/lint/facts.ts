import type { TextId } from '../source/span.ts';
import type { KeyInWorld, World } from '../world/world.ts';
import type { DocumentFacts, KeyFacts } from './document.ts';

const NOTHING: DocumentFacts = { key: undefined, owner: undefined };

/** What the scenario says about each of its documents besides the text. */
export function factsOfDocuments(world: World): (id: TextId) => DocumentFacts {
  const facts = new Map<TextId, DocumentFacts>();
  for (const key of world.keys)
    facts.set(key.facts.policy.id, { key: keyFacts(key, world), owner: undefined });
  for (const [owner, { facts: identity }] of world.identities) {
    const { policies = [], permissionsBoundary } = identity;
    const attached = permissionsBoundary === undefined ? policies : [...policies, permissionsBoundary];
    for (const { document } of attached) facts.set(document.id, { key: undefined, owner });
  }
  return (id) => facts.get(id) ?? NOTHING;
}

function keyFacts(key: KeyInWorld, world: World): KeyFacts {
  const { arn, partition, id, spec, usage, awsManaged, multiRegion, facts } = key;
  return {
    arn,
    partition,
    region: key.region === '' ? undefined : key.region,
    account: key.account === '' ? undefined : key.account,
    id,
    typeStated: facts.metadata?.KeySpec !== undefined || facts.metadata?.KeyUsage !== undefined,
    spec,
    usage,
    awsManaged,
    multiRegion,
    organization: world.accounts.get(key.account)?.organization,
  };
}
