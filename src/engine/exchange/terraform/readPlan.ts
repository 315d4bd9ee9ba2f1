import type { JsonNode } from '#engine/source/json.ts';
import { lineIndex } from '#engine/source/lines.ts';
import { asArray, asBoolean, asString, memberValue } from '#engine/source/read.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import { lockoutFlagOf } from '../lockoutFlag.ts';
import type { Import, KeyContent, Piece, PolicyContent, Skipped } from '../piece.ts';
import { textValue, type ObjectMember, type Value } from '../value.ts';
import { BYPASS, KEY_TYPES } from './keyResources.ts';

interface Resource {
  readonly address: string;
  readonly type: string;
  readonly values: JsonNode;
}

/** Whether a tree is what `terraform show -json` prints of a plan or a state. */
export function isPlan(root: JsonNode): boolean {
  return memberValue(root, 'format_version') !== undefined && rootModule(root) !== undefined;
}

function rootModule(root: JsonNode): JsonNode | undefined {
  return (
    memberValue(memberValue(root, 'planned_values'), 'root_module') ??
    memberValue(memberValue(root, 'values'), 'root_module')
  );
}

/**
 * Keys, policies and aliases of a plan or state, where every value is known that Terraform knows.
 *
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function readPlan(text: string, root: JsonNode): Import {
  const lines = lineIndex(text);
  const resources = resourcesIn(rootModule(root));
  const keys = keysOf(resources);
  const found = [...keys, ...identityPolicies(resources)];
  const pieces = found.map(({ address, content, span }): Piece => ({
    id: address,
    title: address,
    content,
    ...lines.at(span.from),
  }));
  const skipped = keys
    .filter(({ content }) => content.policy === undefined)
    .map(({ address, span }): Skipped => ({ what: address, because: NOT_YET, ...lines.at(span.from) }));
  return { format: 'terraformPlan', pieces, placeholders: [], skipped, problems: [] };
}

const NOT_YET =
  'Its policy is only known after `terraform apply`: import the configuration to fill in what is missing.';

/** Resources of a module and of the modules within it; the tree is no deeper than JSON may be. */
function resourcesIn(module: JsonNode | undefined): readonly Resource[] {
  const own = (asArray(memberValue(module, 'resources'))?.items ?? []).flatMap((item): Resource[] => {
    const type = asString(memberValue(item, 'type'));
    const values = memberValue(item, 'values');
    const address = asString(memberValue(item, 'address'));
    const isManaged = asString(memberValue(item, 'mode')) !== 'data';
    return type && values && address && isManaged ? [{ address, type, values }] : [];
  });
  const inner = asArray(memberValue(module, 'child_modules'))?.items ?? [];
  return [...own, ...inner.flatMap(resourcesIn)];
}

interface Found<Of> {
  readonly address: string;
  readonly span: SourceSpan;
  readonly content: Of;
}

const FACTS = [
  ['description', 'Description'],
  ['customer_master_key_spec', 'KeySpec'],
  ['key_usage', 'KeyUsage'],
] as const;

function keysOf(resources: readonly Resource[]): readonly Found<KeyContent>[] {
  const keys = resources.filter(({ type }) => KEY_TYPES.has(type)).map(keyOf);
  const policies = resources.filter(({ type }) => type === 'aws_kms_key_policy');
  const aliases = resources.filter(({ type }) => type === 'aws_kms_alias');
  const own = keys.map((key) => withParts(key, policies, aliases, keys.length === 1));
  const lonely = policies.filter(
    (policy) => keys.length === 0 || !keys.some((key) => belongs(policy, 'key_id', key, keys.length === 1)),
  );
  return [...own, ...lonely.map(policyAlone)];
}

function keyOf({ address, values }: Resource): Found<KeyContent> {
  const { span } = values;
  const metadata = FACTS.flatMap(([attribute, field]): ObjectMember[] => {
    const value = text(memberValue(values, attribute));
    return value === undefined ? [] : [{ key: textValue(span, field), value }];
  });
  const arn = asString(memberValue(values, 'arn'));
  const policy = text(memberValue(values, 'policy'));
  const isMultiRegion = asBoolean(memberValue(values, 'multi_region')) === true;
  if (isMultiRegion)
    metadata.push({ key: textValue(span, 'MultiRegion'), value: { kind: 'boolean', span, value: true } });
  const tags = memberValue(values, 'tags');
  return {
    address,
    span,
    content: {
      kind: 'key',
      metadata,
      aliases: [],
      grants: [],
      ...(arn !== undefined && { arn }),
      ...(policy !== undefined && { policy }),
      ...lockoutFlagOf(values, BYPASS),
      ...(tags?.kind === 'object' && tags.members.length > 0 && { tags: tagsOf(tags) }),
    },
  };
}

function tagsOf(node: Extract<JsonNode, { kind: 'object' }>): Value {
  const members = node.members.flatMap(({ key, keySpan, value }) => {
    const tag = text(value);
    return tag === undefined ? [] : [{ key: textValue(keySpan, key), value: tag }];
  });
  return { kind: 'object', span: node.span, members };
}

function text(node: JsonNode | undefined): Value | undefined {
  return node?.kind === 'string' && node.value !== '' ? textValue(node.span, node.value) : undefined;
}

function withParts(
  key: Found<KeyContent>,
  policies: readonly Resource[],
  aliases: readonly Resource[],
  isOnly: boolean,
): Found<KeyContent> {
  const policy = policies.find((each) => belongs(each, 'key_id', key, isOnly));
  const document = policy && text(memberValue(policy.values, 'policy'));
  const names = aliases
    .filter((each) => belongs(each, 'target_key_id', key, isOnly))
    .flatMap(({ values }) => text(memberValue(values, 'name')) ?? []);
  return {
    ...key,
    content: {
      ...key.content,
      aliases: names,
      ...(document !== undefined && { policy: document }),
      ...lockoutFlagOf(policy?.values, BYPASS),
    },
  };
}

/** Whether a resource names the key; in a plan ids are not known yet, and what there is one of belongs together. */
function belongs(
  { values }: Resource,
  attribute: string,
  { content }: Found<KeyContent>,
  isOnly: boolean,
): boolean {
  const id = asString(memberValue(values, attribute));
  if (id === undefined || content.arn === undefined) return isOnly;
  return content.arn === id || content.arn.endsWith(`/${id}`);
}

function policyAlone({ address, values }: Resource): Found<KeyContent> {
  const policy = text(memberValue(values, 'policy'));
  return {
    address,
    span: values.span,
    content: {
      kind: 'key',
      metadata: [],
      aliases: [],
      grants: [],
      ...(policy !== undefined && { policy }),
      ...lockoutFlagOf(values, BYPASS),
    },
  };
}

function identityPolicies(resources: readonly Resource[]): readonly Found<PolicyContent>[] {
  return resources.flatMap(({ address, type, values }) => {
    const kind = (['role', 'user', 'group'] as const).find((each) => type === `aws_iam_${each}_policy`);
    const document = text(memberValue(values, 'policy'));
    if ((kind === undefined && type !== 'aws_iam_policy') || document === undefined) return [];
    const name = text(memberValue(values, 'name'));
    const owner = kind && text(memberValue(values, kind));
    const content: PolicyContent = {
      kind: 'policy',
      as: 'identityPolicy',
      document,
      ...(name !== undefined && { name }),
      ...(kind !== undefined && owner !== undefined && { owner: { kind, name: owner } }),
    };
    return [{ address, span: values.span, content }];
  });
}
