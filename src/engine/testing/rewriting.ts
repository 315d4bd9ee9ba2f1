import {
  documentOf,
  isList,
  isObject,
  type Json,
  type JsonObject,
  listed,
  memberOf,
  type PlainRequest,
} from './naive/plain.ts';
import type { PolicyKind } from './naive/statements.ts';
import type { Situation } from './generated/requests.ts';

/** What becomes of the statements of one document. */
export type Rewrite = (statements: readonly JsonObject[], kind: PolicyKind) => readonly JsonObject[];

/** A situation with every policy document rewritten: those of the scenario and those that its requests carry. */
export function rewritten({ scenario, requests }: Situation, rewrite: Rewrite): Situation {
  const of = (kind: PolicyKind, policy: Json): Json => rewrittenDocument(policy, kind, rewrite);
  const maybe = (kind: PolicyKind, policy: Json | undefined): { readonly policy?: Json } =>
    policy === undefined ? {} : { policy: of(kind, policy) };
  const { organizationPolicies = [], resources = [], identities = [], vpcEndpoints = [] } = scenario;
  return {
    scenario: {
      ...scenario,
      keys: scenario.keys.map((key) => ({ ...key, policy: of('key', key.policy) })),
      organizationPolicies: organizationPolicies.map((one) => ({
        ...one,
        document: of(one.type === 'SERVICE_CONTROL_POLICY' ? 'scp' : 'rcp', one.document),
      })),
      resources: resources.map((one) => ({ ...one, ...maybe('resource', one.policy) })),
      identities: identities.map(({ permissionsBoundary: limit, policies = [], ...facts }) => ({
        ...facts,
        policies: policies.map((one) => ({ ...one, document: of('identity', one.document) })),
        ...(limit && { permissionsBoundary: { ...limit, document: of('boundary', limit.document) } }),
      })),
      vpcEndpoints: vpcEndpoints.map((one) => ({ ...one, ...maybe('endpoint', one.policy) })),
    },
    requests: requests.map((request): PlainRequest => {
      const policies = request.session?.policies?.map((policy) => of('session', policy));
      return policies === undefined ? request : { ...request, session: { ...request.session, policies } };
    }),
  };
}

function rewrittenDocument(policy: Json, kind: PolicyKind, rewrite: Rewrite): JsonObject {
  const document = documentOf(policy);
  const statements = listed(memberOf(document, 'Statement')).filter(isObject);
  return { ...(isObject(document) ? document : {}), Statement: rewrite(statements, kind) };
}

/** Every list of a statement the other way round. */
export const reversedLists = (value: Json): Json => {
  if (isList(value)) return value.map(reversedLists).toReversed();
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, one]) => [name, reversedLists(one)] as const);
  return Object.fromEntries(members.toReversed());
};
