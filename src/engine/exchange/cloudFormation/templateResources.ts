import type { JsonNode } from '#engine/source/json.ts';
import { asArray, asString, memberValue } from '#engine/source/read.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import { lockoutFlag } from '../lockoutFlag.ts';
import type { Content, KeyContent, PolicyContent } from '../piece.ts';
import { textValue, type ObjectMember, type Value } from '../value.ts';
import type { Intrinsics } from './intrinsics.ts';

export interface TemplateResource {
  readonly id: string;
  readonly type: string;
  readonly properties: JsonNode | undefined;
  readonly span: SourceSpan;
}

interface Found<Of extends Content> {
  readonly id: string;
  readonly content: Of;
  readonly span: SourceSpan;
}

/** Properties of `AWS::KMS::Key` that are fields of `KeyMetadata` under the same name. */
const FACTS = ['Description', 'KeyUsage', 'KeySpec', 'Origin', 'MultiRegion'] as const;

/** Keys with their aliases. */
export function keysOfTemplate(
  intrinsics: Intrinsics,
  resources: readonly TemplateResource[],
): readonly Found<KeyContent>[] {
  return resources
    .filter(({ type }) => type === 'AWS::KMS::Key' || type === 'AWS::KMS::ReplicaKey')
    .map((resource) => ({
      id: resource.id,
      span: resource.span,
      content: keyContent(intrinsics, resource, aliasesOf(intrinsics, resources, resource.id)),
    }));
}

function keyContent(
  intrinsics: Intrinsics,
  { type, properties, span }: TemplateResource,
  aliases: readonly Value[],
): KeyContent {
  const read = (name: string) => {
    const node = memberValue(properties, name);
    return node && intrinsics.valueOf(node);
  };
  const metadata = FACTS.flatMap((name): ObjectMember[] => {
    const value = read(name);
    return value === undefined ? [] : [{ key: textValue(span, name), value }];
  });
  if (type === 'AWS::KMS::ReplicaKey')
    metadata.push({ key: textValue(span, 'MultiRegion'), value: { kind: 'boolean', span, value: true } });
  const policy = read('KeyPolicy');
  const tags = tagsOf(intrinsics, memberValue(properties, 'Tags'));
  const flag = lockoutFlag(read('BypassPolicyLockoutSafetyCheck'));
  return {
    kind: 'key',
    metadata,
    aliases,
    grants: [],
    ...(policy && { policy }),
    ...(tags && { tags }),
    ...flag,
  };
}

function tagsOf(intrinsics: Intrinsics, node: JsonNode | undefined): Value | undefined {
  const items = asArray(node)?.items ?? [];
  const members = items.flatMap((item): ObjectMember[] => {
    const [key, value] = [memberValue(item, 'Key'), memberValue(item, 'Value')];
    return key && value ? [{ key: intrinsics.valueOf(key), value: intrinsics.valueOf(value) }] : [];
  });
  return node === undefined || members.length === 0
    ? undefined
    : { kind: 'object', span: node.span, members };
}

/** The aliases whose target is the key of that logical id. */
function aliasesOf(
  intrinsics: Intrinsics,
  resources: readonly TemplateResource[],
  key: string,
): readonly Value[] {
  return resources.flatMap(({ type, properties }) => {
    const target = memberValue(properties, 'TargetKeyId');
    const name = memberValue(properties, 'AliasName');
    if (type !== 'AWS::KMS::Alias' || target === undefined || name === undefined) return [];
    const value = intrinsics.valueOf(target);
    const isOwn = value.kind === 'placeholder' && value.name.split('.')[0] === key;
    return isOwn ? [intrinsics.valueOf(name)] : [];
  });
}

const OWNERS = [
  ['Roles', 'RoleName', 'role'],
  ['Users', 'UserName', 'user'],
  ['Groups', 'GroupName', 'group'],
] as const;

/** IAM policies: of a role, user or group, and those attached to some. */
export function policiesOfTemplate(
  intrinsics: Intrinsics,
  resources: readonly TemplateResource[],
): readonly Found<PolicyContent>[] {
  return resources.flatMap((resource): readonly Found<PolicyContent>[] => {
    const { type, id } = resource;
    if (type === 'AWS::IAM::Role' || type === 'AWS::IAM::User' || type === 'AWS::IAM::Group') {
      const kind = type.slice('AWS::IAM::'.length).toLowerCase() as 'role';
      const owner = {
        kind,
        name: textValue(resource.span, intrinsics.nameOf(id, { ...asResource(resource) })),
      };
      return inlinePolicies(intrinsics, resource, owner);
    }
    const isAttached = /^AWS::IAM::(Policy|ManagedPolicy|RolePolicy|UserPolicy|GroupPolicy)$/.test(type);
    return isAttached ? attachedPolicies(intrinsics, resource) : [];
  });
}

function asResource({ properties, span }: TemplateResource): JsonNode {
  const members = properties === undefined ? [] : [{ key: 'Properties', keySpan: span, value: properties }];
  return { kind: 'object', span, members };
}

function inlinePolicies(
  intrinsics: Intrinsics,
  { id, properties, span }: TemplateResource,
  owner: NonNullable<PolicyContent['owner']>,
): readonly Found<PolicyContent>[] {
  const items = asArray(memberValue(properties, 'Policies'))?.items ?? [];
  return items.flatMap((item, index) => {
    const document = memberValue(item, 'PolicyDocument');
    const name = memberValue(item, 'PolicyName');
    if (document === undefined) return [];
    const content: PolicyContent = {
      kind: 'policy',
      as: 'identityPolicy',
      owner,
      name: name ? intrinsics.valueOf(name) : textValue(span, `${id}-${index + 1}`),
      document: intrinsics.valueOf(document),
    };
    return [{ id: `${id}.Policies.${index}`, content, span: item.span }];
  });
}

function attachedPolicies(
  intrinsics: Intrinsics,
  { id, properties, span }: TemplateResource,
): readonly Found<PolicyContent>[] {
  const document = memberValue(properties, 'PolicyDocument');
  if (document === undefined) return [];
  const named = memberValue(properties, 'PolicyName') ?? memberValue(properties, 'ManagedPolicyName');
  const name = named ? intrinsics.valueOf(named) : textValue(span, id);
  const content = {
    kind: 'policy',
    as: 'identityPolicy',
    name,
    document: intrinsics.valueOf(document),
  } as const;
  const owners = OWNERS.flatMap(([many, one, kind]) => {
    const nodes = asArray(memberValue(properties, many))?.items ?? [];
    const single = memberValue(properties, one);
    const all = single === undefined ? nodes : [...nodes, single];
    return all.map((node) => ({ kind, name: ownerName(intrinsics, node) }));
  });
  if (owners.length === 0) return [{ id, content, span }];
  return owners.map((owner, index) => ({
    id: index === 0 ? id : `${id} (${index + 1})`,
    content: { ...content, owner },
    span,
  }));
}

/** The name of an identity; of one that the template makes, as the template has it. */
function ownerName(intrinsics: Intrinsics, node: JsonNode): Value {
  const reference = asString(memberValue(node, 'Ref'));
  const resource = reference === undefined ? undefined : memberValue(intrinsics.facts.resources, reference);
  if (reference === undefined || resource === undefined) return intrinsics.valueOf(node);
  return textValue(node.span, intrinsics.nameOf(reference, resource));
}
