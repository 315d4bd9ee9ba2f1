import { printPolicy } from '#engine/policy/printPolicy.ts';
import type { NamedPolicy, ScenarioIdentity } from '#engine/scenario/scenario.ts';
import { textIds } from '#engine/scenario/textIds.ts';
import { parseJson } from '#engine/source/parseJson.ts';
import type { JsonNode } from '#engine/source/json.ts';
import { recordOf } from '#engine/source/plainValue.ts';
import { asArray, asString, memberValue } from '#engine/source/read.ts';

/** One entry of a list of users, groups or roles. */
export interface Details {
  readonly kind: 'user' | 'group' | 'role';
  readonly node: JsonNode;
  readonly line: number;
  readonly column: number;
}

const INLINE = { user: 'UserPolicyList', group: 'GroupPolicyList', role: 'RolePolicyList' } as const;
const ID = { user: 'UserId', group: 'GroupId', role: 'RoleId' } as const;

/** What the entries of one output refer to. */
export interface Shared {
  /** ARNs of groups by their names. */
  readonly groups: ReadonlyMap<string, string>;
  /** Documents of managed policies by their ARNs; one that is not among them is left out. */
  readonly policies: ReadonlyMap<string, string>;
}

/** An entry as an identity of a scenario; undefined where it has no ARN. */
export function identityOf(
  { kind, node }: Details,
  { groups: byName, policies }: Shared,
): ScenarioIdentity | undefined {
  const arn = asString(memberValue(node, 'Arn'));
  if (arn === undefined) return undefined;
  const id = asString(memberValue(node, ID[kind]));
  const tags = tagsOf(node);
  const groups = kind === 'user' ? groupsOf(node, byName) : [];
  const boundary = asString(memberValue(memberValue(node, 'PermissionsBoundary'), 'PermissionsBoundaryArn'));
  const own = [...inline(node, kind, arn), ...managed(node, arn, policies)];
  return {
    arn,
    ...(id !== undefined && { id }),
    ...(tags !== undefined && { tags }),
    ...(groups.length > 0 && { groups }),
    ...(own.length > 0 && { policies: own }),
    ...(boundary !== undefined && {
      permissionsBoundary: {
        name: boundary.slice(boundary.lastIndexOf('/') + 1),
        document: { id: textIds.boundary(arn), text: policies.get(boundary) ?? '' },
      },
    }),
  };
}

function inline(node: JsonNode, kind: Details['kind'], arn: string): readonly NamedPolicy[] {
  return (asArray(memberValue(node, INLINE[kind]))?.items ?? []).flatMap((item) => {
    const name = asString(memberValue(item, 'PolicyName'));
    const document = memberValue(item, 'PolicyDocument');
    if (name === undefined || document === undefined) return [];
    return [{ name, document: { id: textIds.identityPolicy(arn, name), text: documentText(document) } }];
  });
}

function managed(node: JsonNode, arn: string, policies: ReadonlyMap<string, string>): readonly NamedPolicy[] {
  return (asArray(memberValue(node, 'AttachedManagedPolicies'))?.items ?? []).flatMap((item) => {
    const name = asString(memberValue(item, 'PolicyName'));
    const text = policies.get(asString(memberValue(item, 'PolicyArn')) ?? '');
    if (name === undefined || text === undefined) return [];
    return [{ name, document: { id: textIds.identityPolicy(arn, name), text } }];
  });
}

/** A user has groups by name; their ARNs are in the list of groups. */
function groupsOf(node: JsonNode, byName: ReadonlyMap<string, string>): readonly string[] {
  const items = asArray(memberValue(node, 'GroupList'))?.items ?? [];
  return items.flatMap((item) => byName.get(asString(item) ?? '') ?? []);
}

function tagsOf(node: JsonNode): Readonly<Record<string, string>> | undefined {
  const entries = (asArray(memberValue(node, 'Tags'))?.items ?? []).flatMap((item) => {
    const key = asString(memberValue(item, 'Key'));
    const value = asString(memberValue(item, 'Value'));
    return key === undefined || value === undefined ? [] : [[key, value] as const];
  });
  return entries.length === 0 ? undefined : recordOf(entries);
}

/** A document, laid out: an object from the CLI, percent-encoded text from the API. */
export function documentText(node: JsonNode): string {
  if (node.kind === 'object') return printPolicy(node);
  const text = asString(node) ?? '';
  const decoded = text.startsWith('%7B') ? decodedText(text) : text;
  const { root, wellFormed } = parseJson(decoded, 'import');
  return wellFormed && root?.kind === 'object' ? printPolicy(root) : decoded;
}

function decodedText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether some policy may be about KMS: an action of KMS, of everything, or a list of what is left out. */
export function mentionsKms({ policies = [], permissionsBoundary }: ScenarioIdentity): boolean {
  const texts = [...policies.map(({ document }) => document.text), permissionsBoundary?.document.text ?? ''];
  return texts.some((text) => /"NotAction"|"(?:kms:|k\*|km\*|\*:)/i.test(text) || mentionsAll(text));
}

/** `"Action": "*"`, alone or in a list that is printed a line an item. */
function mentionsAll(text: string): boolean {
  return /"Action":\s*(?:"\*"|\[[^\]]*"\*")/.test(text);
}
