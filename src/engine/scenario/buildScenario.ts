import { named } from './documentSource.ts';
import type {
  NamedPolicy,
  OrganizationPolicy,
  Scenario,
  ScenarioIdentity,
  ScenarioKey,
  ScenarioRequest,
  ScenarioResource,
  VpcEndpoint,
} from './scenario.ts';
import type { scenarioShape } from './scenarioShape.ts';
import { textIds, uniqueIds } from './textIds.ts';

type Source = NonNullable<ReturnType<typeof scenarioShape>>;
type Entry<List extends keyof Source> =
  NonNullable<Source[List]> extends readonly (infer Item)[] ? Item : never;
type NamedSource = NonNullable<Entry<'identities'>['permissionsBoundary']>;
type UniqueId = ReturnType<typeof uniqueIds>;

/** The scenario of a file's contents: lists where the file has none, and a name for every text. */
export function buildScenario(source: Source): Scenario {
  const { title, description, suppressions } = source;
  const unique = uniqueIds();
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    accounts: source.accounts ?? [],
    organizationPolicies: (source.organizationPolicies ?? []).map((policy, index) =>
      organizationPolicy(policy, index, unique),
    ),
    keys: (source.keys ?? []).map((key, index) => scenarioKey(key, index, unique)),
    resources: (source.resources ?? []).map((resource) => scenarioResource(resource, unique)),
    identities: (source.identities ?? []).map((identity) => scenarioIdentity(identity, unique)),
    vpcEndpoints: (source.vpcEndpoints ?? []).map((endpoint) => vpcEndpoint(endpoint, unique)),
    requests: (source.requests ?? []).map((request, index) => scenarioRequest(request, index, unique)),
    ...(suppressions === undefined ? {} : { suppressions }),
  };
}

function organizationPolicy(
  source: Entry<'organizationPolicies'>,
  index: number,
  unique: UniqueId,
): OrganizationPolicy {
  const name = source.name ?? unnamed(index);
  const id = unique(textIds.organizationPolicy(source.type, name));
  return { type: source.type, name, targets: source.targets ?? [], document: named(id, source.document) };
}

function scenarioKey(
  { policy, grants, ...facts }: Entry<'keys'>,
  index: number,
  unique: UniqueId,
): ScenarioKey {
  const key = { ...facts, policy: named(unique(textIds.keyPolicy(facts.arn, index)), policy) };
  return grants === undefined
    ? key
    : { ...key, grants: named(unique(textIds.grants(facts.arn, index)), grants) };
}

function scenarioResource({ policy, ...facts }: Entry<'resources'>, unique: UniqueId): ScenarioResource {
  return policy === undefined
    ? facts
    : { ...facts, policy: named(unique(textIds.resource(facts.arn)), policy) };
}

function scenarioIdentity(source: Entry<'identities'>, unique: UniqueId): ScenarioIdentity {
  const { policies, permissionsBoundary, ...facts } = source;
  const policyId = (name: string) => unique(textIds.identityPolicy(facts.arn, name));
  const boundaryId = () => unique(textIds.boundary(facts.arn));
  return {
    ...facts,
    ...(policies === undefined
      ? {}
      : { policies: policies.map((policy, index) => namedPolicy(policy, unnamed(index), policyId)) }),
    ...(permissionsBoundary === undefined
      ? {}
      : { permissionsBoundary: namedPolicy(permissionsBoundary, 'boundary', boundaryId) }),
  };
}

function namedPolicy(source: NamedSource, otherwise: string, idOf: (name: string) => string): NamedPolicy {
  const name = source.name ?? otherwise;
  return { name, document: named(idOf(name), source.document) };
}

function vpcEndpoint({ policy, ...facts }: Entry<'vpcEndpoints'>, unique: UniqueId): VpcEndpoint {
  return policy === undefined
    ? facts
    : { ...facts, policy: named(unique(textIds.endpoint(facts.id)), policy) };
}

function scenarioRequest(
  { session, ...facts }: Entry<'requests'>,
  index: number,
  unique: UniqueId,
): ScenarioRequest {
  if (session === undefined) return facts;
  const { policies, ...rest } = session;
  if (policies === undefined) return { ...facts, session: rest };
  const documents = policies.map((policy, number) =>
    named(unique(textIds.sessionPolicy(index, number)), policy),
  );
  return { ...facts, session: { ...rest, policies: documents } };
}

/** Stands in statement names for a policy the file gives no name, counted from 0. */
function unnamed(index: number): string {
  return `policy-${String(index)}`;
}
