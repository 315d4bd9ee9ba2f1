import { mapDocuments, mapRequestDocuments, retyped } from '../scenario/mapDocuments.ts';
import type {
  DocumentText,
  Json,
  OrganizationPolicy,
  Scenario,
  ScenarioIdentity,
  ScenarioRequest,
} from '../scenario/scenario.ts';
import { textIds } from '../scenario/textIds.ts';
import type { SourceSpan, TextId } from '../source/span.ts';

/** One change of a scenario or of the request, as small as it can be said. */
export type Edit =
  /** A stretch of one document becomes another text; everything around it stays as its author wrote it. */
  | {
      readonly kind: 'text';
      readonly document: TextId;
      readonly offset: number;
      readonly length: number;
      readonly replacement: string;
    }
  /** A further IAM policy of an identity, which is added where the scenario does not have it. */
  | { readonly kind: 'identityPolicy'; readonly arn: string; readonly name: string; readonly text: string }
  /** The SCP `name` at one more target; it is added, with `text`, where the scenario has no SCP of that name. */
  | {
      readonly kind: 'serviceControlPolicy';
      readonly target: string;
      readonly name: string;
      readonly text: string;
    }
  /** A list of grants for the key at this position, which has none yet. */
  | { readonly kind: 'grants'; readonly key: number; readonly text: string }
  /** A member of the request, by JSON Pointer; what lies above it is made where it is missing. */
  | { readonly kind: 'request'; readonly pointer: string; readonly value: Json };

/** What stands at a place becomes another text. */
export function replacing({ text, from, to }: SourceSpan, replacement: string): Edit {
  return { kind: 'text', document: text, offset: from, length: to - from, replacement };
}

/** What a question is about. */
export interface Situation {
  readonly scenario: Scenario;
  readonly request: ScenarioRequest;
}

/**
 * The situation after some edits, which were all made for it as it is: offsets count in the present texts. Edits of one document
 * must not overlap; of two at the same place the first ends up first. What an edit does not name stays the same object.
 */
export function applyEdits(situation: Situation, edits: readonly Edit[]): Situation {
  const change = (document: DocumentText): DocumentText => spliced(document, edits);
  let scenario = mapDocuments(situation.scenario, change);
  let request = mapRequestDocuments(situation.request, change);
  for (const edit of edits) {
    switch (edit.kind) {
      case 'text':
        break;
      case 'identityPolicy':
        scenario = withPolicy(scenario, edit);
        break;
      case 'serviceControlPolicy':
        scenario = withScp(scenario, edit);
        break;
      case 'grants':
        scenario = withGrants(scenario, edit);
        break;
      case 'request':
        request = withMember(request, edit.pointer, edit.value);
        break;
      default:
        edit satisfies never;
    }
  }
  return { scenario, request };
}

type TextEdit = Extract<Edit, { kind: 'text' }>;

function spliced(document: DocumentText, edits: readonly Edit[]): DocumentText {
  const own = edits.filter((edit): edit is TextEdit => edit.kind === 'text' && edit.document === document.id);
  if (own.length === 0) return document;
  return retyped(document, spliceText(document.text, own));
}

/** A text after some edits of it. */
export function spliceText(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  // From the end, so that the offsets of those before stay right.
  for (const { offset, length, replacement } of edits
    .toReversed()
    .toSorted((left, right) => right.offset - left.offset))
    result = result.slice(0, offset) + replacement + result.slice(offset + length);
  return result;
}

/** Whether two edits would get into each other's way. */
export function overlap(left: Edit, right: Edit): boolean {
  if (left.kind !== 'text' || right.kind !== 'text') return placeOf(left) === placeOf(right);
  if (left.document !== right.document) return false;
  return left.offset < right.offset + right.length && right.offset < left.offset + left.length;
}

/** What an edit makes as a whole, where two cannot be. */
function placeOf(edit: Edit): string {
  switch (edit.kind) {
    case 'text':
      return `text ${edit.document}`;
    case 'identityPolicy':
      return JSON.stringify([edit.kind, edit.arn, edit.name]);
    case 'serviceControlPolicy':
      return JSON.stringify([edit.kind, edit.name, edit.target]);
    case 'grants':
      return `grants ${edit.key}`;
    case 'request':
      return `request ${edit.pointer}`;
    default:
      return edit satisfies never;
  }
}

function withPolicy(scenario: Scenario, edit: Extract<Edit, { kind: 'identityPolicy' }>): Scenario {
  const { arn, name, text } = edit;
  const policy = { name, document: { id: textIds.identityPolicy(arn, name), text } };
  const isThere = scenario.identities.some((identity) => identity.arn === arn);
  const before: readonly ScenarioIdentity[] = isThere
    ? scenario.identities
    : [...scenario.identities, { arn }];
  const identities = before.map((identity) =>
    identity.arn === arn ? { ...identity, policies: [...(identity.policies ?? []), policy] } : identity,
  );
  return { ...scenario, identities };
}

/** The SCP of a scenario with a name, which it can have several targets by. */
export function scpNamed(scenario: Scenario, name: string): OrganizationPolicy | undefined {
  return scenario.organizationPolicies.find(
    (one) => one.type === 'SERVICE_CONTROL_POLICY' && one.name === name,
  );
}

function withScp(
  scenario: Scenario,
  { target, name, text }: Extract<Edit, { kind: 'serviceControlPolicy' }>,
): Scenario {
  const type = 'SERVICE_CONTROL_POLICY';
  const known = scpNamed(scenario, name);
  const document = { id: textIds.organizationPolicy(type, name), text };
  const organizationPolicies =
    known === undefined
      ? [...scenario.organizationPolicies, { type, name, targets: [target], document } as const]
      : scenario.organizationPolicies.map((one) =>
          one === known ? { ...one, targets: [...one.targets, target] } : one,
        );
  return { ...scenario, organizationPolicies };
}

function withGrants(scenario: Scenario, { key, text }: Extract<Edit, { kind: 'grants' }>): Scenario {
  const keys = scenario.keys.map((one, index) =>
    index === key ? { ...one, grants: { id: textIds.grants(one.arn, index), text } } : one,
  );
  return { ...scenario, keys };
}

function withMember(request: ScenarioRequest, pointer: string, value: Json): ScenarioRequest {
  const path = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return setAt(request, path, value) as ScenarioRequest;
}

function setAt(node: unknown, path: readonly string[], value: Json): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const object: Readonly<Record<string, unknown>> =
    typeof node === 'object' && node !== null ? { ...node } : {};
  const inner = Object.hasOwn(object, step) ? object[step] : undefined;
  return { ...object, [step]: setAt(inner, rest, value) };
}
