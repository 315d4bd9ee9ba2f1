import type { DocumentText, Scenario } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import type { WriteTab } from '#state/app.ts';

/** One of the texts this room edits. */
export interface WritableDocument {
  readonly id: TextId;
  readonly tab: Exclude<WriteTab, 'key'>;
  /** "Key policy", "Grants", or an IAM policy's name. */
  readonly title: string;
  /** Whose policy it is. */
  readonly owner: string | null;
  readonly isBoundary: boolean;
  readonly document: DocumentText;
}

const noPolicy: DocumentText = { id: 'key', text: '' };
const noGrants: DocumentText = { id: 'grants', text: '' };

/** The first key's policy; an empty text where there is no key. */
export function keyPolicyOf(scenario: Scenario): DocumentText {
  return scenario.keys[0]?.policy ?? noPolicy;
}

export function grantsOf(scenario: Scenario): DocumentText {
  return scenario.keys[0]?.grants ?? noGrants;
}

/** Every text this room can open, in the order of its tabs. */
export function writableDocuments(scenario: Scenario): readonly WritableDocument[] {
  const alone = { owner: null, isBoundary: false };
  return [
    { ...alone, ...idOf(keyPolicyOf(scenario)), tab: 'keyPolicy', title: 'Key policy' },
    ...scenario.identities.flatMap(({ arn, policies = [], permissionsBoundary }) => {
      const named = policies.map((policy) => ({ policy, isBoundary: false }));
      if (permissionsBoundary !== undefined) named.push({ policy: permissionsBoundary, isBoundary: true });
      return named.map(({ policy, isBoundary }): WritableDocument => {
        return { ...idOf(policy.document), tab: 'identities', title: policy.name, owner: arn, isBoundary };
      });
    }),
    { ...alone, ...idOf(grantsOf(scenario)), tab: 'grants', title: 'Grants' },
  ];
}

function idOf(document: DocumentText) {
  return { id: document.id, document };
}

export function findWritable(scenario: Scenario, id: TextId | null): WritableDocument | undefined {
  return id === null ? undefined : writableDocuments(scenario).find((each) => each.id === id);
}
