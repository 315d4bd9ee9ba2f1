import type {
  DocumentText,
  NamedPolicy,
  Scenario,
  ScenarioIdentity,
  ScenarioKey,
  ScenarioRequest,
} from './scenario.ts';
import type { TextId } from '../source/span.ts';

type Change = (document: DocumentText) => DocumentText;

/** All texts of a scenario, wherever they hang. */
export function documentsOf(scenario: Scenario): readonly DocumentText[] {
  const found: DocumentText[] = [];
  mapDocuments(scenario, (document) => {
    found.push(document);
    return document;
  });
  return found;
}

/** The session policies of a request. */
export function documentsOfRequest({ session }: ScenarioRequest): readonly DocumentText[] {
  return session?.policies ?? [];
}

/** The text with this id. */
export function findDocument(scenario: Scenario, id: TextId): DocumentText | undefined {
  return documentsOf(scenario).find((document) => document.id === id);
}

/** The scenario with each of its texts changed; whatever stays the same stays the same object. */
export function mapDocuments(scenario: Scenario, change: Change): Scenario {
  return merge(scenario, {
    keys: mapAll(scenario.keys, (key) => mapKey(key, change)),
    resources: mapAll(scenario.resources, (resource) => mapPolicy(resource, change)),
    identities: mapAll(scenario.identities, (identity) => mapIdentity(identity, change)),
    vpcEndpoints: mapAll(scenario.vpcEndpoints, (endpoint) => mapPolicy(endpoint, change)),
    organizationPolicies: mapAll(scenario.organizationPolicies, (policy) =>
      merge(policy, { document: change(policy.document) }),
    ),
    requests: mapAll(scenario.requests, (request) => mapRequestDocuments(request, change)),
  });
}

/** The same for the session policies of a request. */
export function mapRequestDocuments(request: ScenarioRequest, change: Change): ScenarioRequest {
  const { session } = request;
  if (session?.policies === undefined) return request;
  return merge(request, { session: merge(session, { policies: mapAll(session.policies, change) }) });
}

/** The same for the policies of one identity. */
export function mapIdentity(identity: ScenarioIdentity, change: Change): ScenarioIdentity {
  const named = (policy: NamedPolicy) => merge(policy, { document: change(policy.document) });
  const { policies, permissionsBoundary } = identity;
  return merge(identity, {
    ...(policies && { policies: mapAll(policies, named) }),
    ...(permissionsBoundary && { permissionsBoundary: named(permissionsBoundary) }),
  });
}

function mapKey(key: ScenarioKey, change: Change): ScenarioKey {
  const { policy, grants } = key;
  return merge(key, { policy: change(policy), ...(grants && { grants: change(grants) }) });
}

function mapPolicy<T extends { readonly policy?: DocumentText }>(owner: T, change: Change): T {
  return owner.policy === undefined ? owner : merge(owner, { policy: change(owner.policy) } as Partial<T>);
}

/** The list itself where nothing in it changed. */
function mapAll<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = items.map(change);
  return changed.some((item, index) => item !== items[index]) ? changed : items;
}

/** The object itself where nothing in it changed. */
function merge<T extends object>(object: T, fields: Partial<T>): T {
  const names = Object.keys(fields) as (keyof T)[];
  return names.some((name) => object[name] !== fields[name]) ? { ...object, ...fields } : object;
}

/** The document as if its new text had been typed: its place in the file it came from is no longer its own. */
export function retyped(document: DocumentText, text: string): DocumentText {
  if (document.text === text) return document;
  const { id, fallback } = document;
  return fallback === undefined ? { id, text } : { id, text, fallback };
}
