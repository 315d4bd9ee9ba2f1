import { interned } from '../vocabulary/interned.ts';
import type {
  KeyMetadata,
  NamedPolicy,
  Scenario,
  ScenarioIdentity,
  ScenarioKey,
} from '../scenario/scenario.ts';
import { splitArn } from '../vocabulary/arn.ts';
import { compileWildcard } from '../vocabulary/wildcard.ts';
import { DocumentReader } from './documents.ts';
import type {
  DocumentInWorld,
  EndpointInWorld,
  IdentityInWorld,
  KeyInWorld,
  Moment,
  OrganizationPolicyInWorld,
  ResourceInWorld,
  World,
} from './world.ts';

/**
 * Parses and compiles everything of a scenario that decides requests.
 *
 * @param reader remembers texts between calls, so that an edit re-reads only the document it touched.
 * @param now what `aws:CurrentTime` and `aws:EpochTime` say, unless a request gives them.
 * @returns a world whatever the texts are; documents that cannot be used are reported in `documents` and left out.
 */
export function buildWorld(
  scenario: Scenario,
  reader: DocumentReader = new DocumentReader(),
  now?: Moment,
): World {
  const documents: DocumentInWorld[] = [];
  const keep = (document: DocumentInWorld): DocumentInWorld => {
    documents.push(document);
    return document;
  };
  return {
    scenario,
    keys: scenario.keys.map((key) => buildKey(key, reader, keep)),
    identities: new Map(
      scenario.identities.map((identity) => [identity.arn, buildIdentity(identity, reader, keep)]),
    ),
    accounts: new Map(scenario.accounts.map((account) => [account.id, account])),
    serviceControlPolicies: organizationPolicies(scenario, 'SERVICE_CONTROL_POLICY', reader, keep),
    resourceControlPolicies: organizationPolicies(scenario, 'RESOURCE_CONTROL_POLICY', reader, keep),
    endpoints: new Map(
      scenario.vpcEndpoints.map((endpoint): [string, EndpointInWorld] => [
        endpoint.id,
        {
          facts: endpoint,
          policy:
            endpoint.policy &&
            keep(reader.readPolicy(endpoint.policy, 'endpoint', `vpce:${endpoint.id}`)).policy,
        },
      ]),
    ),
    resources: scenario.resources.map((resource): ResourceInWorld => ({
      facts: resource,
      matcher: compileWildcard(resource.arn),
      policy: resource.policy && keep(reader.readPolicy(resource.policy, 'resource', 'resource')).policy,
    })),
    documents,
    now,
  };
}

type Keep = (document: DocumentInWorld) => DocumentInWorld;

function buildKey(facts: ScenarioKey, reader: DocumentReader, keep: Keep): KeyInWorld {
  return {
    facts,
    ...keyArn(facts.arn),
    ...keyProperties(facts.metadata ?? {}, facts.aliases ?? []),
    aliases: facts.aliases ?? [],
    tags: new Map(Object.entries(facts.tags ?? {})),
    // The policy's name in references is its text's id: `key`, or `key:<key id>` for further keys.
    policy: keep(reader.readPolicy(facts.policy, 'key', facts.policy.id)).policy,
    grants: facts.grants === undefined ? [] : keep(reader.readGrants(facts.grants)).grants,
  };
}

function keyArn(text: string): Pick<KeyInWorld, 'arn' | 'partition' | 'region' | 'account' | 'id'> {
  const { partition, region, account, resource } = splitArn(text) ?? {
    partition: 'aws',
    region: '',
    account: '',
    resource: text,
  };
  const id = resource.startsWith('key/') ? resource.slice('key/'.length) : resource;
  return { arn: text, partition: interned(partition), region, account: interned(account), id };
}

type KeyProperties = Pick<
  KeyInWorld,
  'spec' | 'usage' | 'origin' | 'state' | 'awsManaged' | 'multiRegion' | 'multiRegionKeyType'
>;

/** AWS's defaults for what DescribeKey output leaves out. Values KMS does not know are kept: what depends on them does not match. */
function keyProperties(metadata: KeyMetadata, aliases: readonly string[]): KeyProperties {
  const {
    KeySpec = 'SYMMETRIC_DEFAULT',
    KeyUsage = 'ENCRYPT_DECRYPT',
    Origin = 'AWS_KMS',
    KeyState = 'Enabled',
  } = metadata;
  const multiRegion = metadata.MultiRegion ?? false;
  const type = metadata.MultiRegionConfiguration?.MultiRegionKeyType ?? 'PRIMARY';
  return {
    spec: KeySpec,
    usage: KeyUsage as KeyInWorld['usage'],
    origin: Origin as KeyInWorld['origin'],
    state: KeyState as KeyInWorld['state'],
    awsManaged: isAwsManaged(metadata, aliases),
    multiRegion,
    multiRegionKeyType: multiRegion ? type : undefined,
  };
}

/** Only keys that AWS manages have aliases under `alias/aws/`, so that one tells where the metadata does not (KMS-011). */
function isAwsManaged({ KeyManager }: KeyMetadata, aliases: readonly string[]): boolean {
  return KeyManager === undefined
    ? aliases.some((alias) => alias.startsWith('alias/aws/'))
    : KeyManager === 'AWS';
}

function buildIdentity(facts: ScenarioIdentity, reader: DocumentReader, keep: Keep): IdentityInWorld {
  const plans = (facts.policies ?? []).flatMap((policy: NamedPolicy) => {
    const { policy: plan } = keep(reader.readPolicy(policy.document, 'identity', `identity:${policy.name}`));
    return plan === undefined ? [] : [plan];
  });
  const boundary = facts.permissionsBoundary;
  return {
    facts,
    policies: plans,
    boundary: boundary && keep(reader.readPolicy(boundary.document, 'boundary', 'boundary')).policy,
  };
}

function organizationPolicies(
  scenario: Scenario,
  type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY',
  reader: DocumentReader,
  keep: Keep,
): readonly OrganizationPolicyInWorld[] {
  const short = type === 'SERVICE_CONTROL_POLICY' ? 'scp' : 'rcp';
  return scenario.organizationPolicies.flatMap((policy) => {
    if (policy.type !== type) return [];
    const { policy: plan } = keep(reader.readPolicy(policy.document, short, `${short}:${policy.name}`));
    return plan === undefined ? [] : [{ name: policy.name, targets: new Set(policy.targets), plan }];
  });
}
