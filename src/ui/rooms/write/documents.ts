import type { DocumentKind } from '#engine/language/documentKind.ts';
import type { DocumentText, OrganizationPolicy, Scenario } from '#engine/scenario/scenario.ts';
import { shortPrincipal } from '#engine/explain/words.ts';
import type { TextId } from '#engine/source/span.ts';
import type { WorkspaceState, WriteTab } from '#state/app.ts';
import { grantsOfKey, KEY_POLICY, shownKeyIndex } from '#state/keyEdits.ts';

/** What this room edits: the scenario, and the session policies of the request. */
export type Work = Pick<WorkspaceState, 'scenario' | 'request' | 'shownKey'>;

/** Whose policy a document is. */
export type DocumentPlace =
  | { readonly kind: 'keyPolicy' | 'grants'; readonly index: number }
  | { readonly kind: 'identityPolicy' | 'boundary'; readonly arn: string }
  | { readonly kind: 'session' }
  | { readonly kind: 'organization'; readonly type: OrganizationPolicy['type'] }
  | { readonly kind: 'endpoint'; readonly endpoint: string }
  | { readonly kind: 'resource'; readonly arn: string };

/** One of the texts this room edits. */
export interface WritableDocument {
  readonly id: TextId;
  readonly tab: Exclude<WriteTab, 'key'>;
  /** "Key policy", "Grants", a policy's name, or an endpoint's id. */
  readonly title: string;
  readonly place: DocumentPlace;
  readonly document: DocumentText;
}

/** The policy of the key that is shown; an empty text where there is no key. */
export function keyPolicyOf({ scenario, shownKey }: Work): DocumentText {
  return scenario.keys[shownKeyIndex(scenario, shownKey)]?.policy ?? { id: KEY_POLICY, text: '' };
}

export function grantsOf({ scenario, shownKey }: Work): DocumentText {
  return grantsOfKey(scenario, shownKeyIndex(scenario, shownKey));
}

/** Every text this room can open, in the order of its tabs. */
export function writableDocuments({ scenario, request }: Work): readonly WritableDocument[] {
  const keys = scenario.keys.length === 0 ? [undefined] : scenario.keys;
  return [
    ...keys.map((key, index) =>
      writable('keyPolicy', 'Key policy', { kind: 'keyPolicy', index }, key?.policy ?? noPolicy),
    ),
    ...ofIdentities(scenario),
    ...(request.session?.policies ?? []).map((document, index) =>
      writable('identities', `Session policy ${index + 1}`, { kind: 'session' }, document),
    ),
    ...keys.map((_, index) =>
      writable('grants', 'Grants', { kind: 'grants', index }, grantsOfKey(scenario, index)),
    ),
    ...scenario.organizationPolicies.map(({ type, name, document }) =>
      writable('organization', name, { kind: 'organization', type }, document),
    ),
    ...ofResources(scenario),
  ];
}

const noPolicy: DocumentText = { id: KEY_POLICY, text: '' };

function ofIdentities({ identities }: Scenario): readonly WritableDocument[] {
  return identities.flatMap(({ arn, policies = [], permissionsBoundary }) => [
    ...policies.map(({ name, document }) =>
      writable('identities', name, { kind: 'identityPolicy', arn }, document),
    ),
    ...(permissionsBoundary === undefined
      ? []
      : [
          writable(
            'identities',
            permissionsBoundary.name,
            { kind: 'boundary', arn },
            permissionsBoundary.document,
          ),
        ]),
  ]);
}

function ofResources({ vpcEndpoints, resources }: Scenario): readonly WritableDocument[] {
  return [
    ...vpcEndpoints.flatMap(({ id, policy }) =>
      policy === undefined ? [] : [writable('resources', id, { kind: 'endpoint', endpoint: id }, policy)],
    ),
    ...resources.flatMap(({ arn, policy }) =>
      policy === undefined ? [] : [writable('resources', arn, { kind: 'resource', arn }, policy)],
    ),
  ];
}

function writable(
  tab: WritableDocument['tab'],
  title: string,
  place: DocumentPlace,
  document: DocumentText,
): WritableDocument {
  return { id: document.id, tab, title, place, document };
}

export function findWritable(work: Work, id: TextId | null): WritableDocument | undefined {
  return id === null ? undefined : writableDocuments(work).find((each) => each.id === id);
}

/** The kind of document that is at a place of the scenario. */
export function documentKindOf(place: DocumentPlace): DocumentKind {
  switch (place.kind) {
    case 'keyPolicy':
      return 'key';
    case 'identityPolicy':
      return 'identity';
    case 'organization':
      return place.type === 'SERVICE_CONTROL_POLICY' ? 'scp' : 'rcp';
    case 'grants':
    case 'boundary':
    case 'session':
    case 'endpoint':
    case 'resource':
      return place.kind;
  }
}

/** How a sentence calls each text: "the key policy", "UseOrdersKey of role/OrdersApp". */
export function changedTexts(work: Work): ReadonlyMap<TextId, { readonly name: string }> {
  const keys = Math.max(work.scenario.keys.length, 1);
  return new Map(
    writableDocuments(work).map(({ id, title, place }) => [id, { name: calledName(title, place, keys) }]),
  );
}

function calledName(title: string, place: DocumentPlace, keys: number): string {
  switch (place.kind) {
    case 'keyPolicy':
    case 'grants': {
      const what = place.kind === 'keyPolicy' ? 'the key policy' : 'the grants';
      return keys === 1 ? what : `${what} of key ${String(place.index + 1)}`;
    }
    case 'identityPolicy':
    case 'boundary':
      return `${title} of ${shortPrincipal(place.arn)}`;
    case 'session':
    case 'organization':
    case 'endpoint':
    case 'resource':
      return title;
  }
}
