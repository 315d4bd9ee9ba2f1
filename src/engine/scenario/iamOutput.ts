import type { JsonNode } from '../source/json.ts';
import { recordOf } from '../source/plainValue.ts';
import { asArray, asString, memberValue } from '../source/read.ts';
import { readIdentityArn } from '../vocabulary/identityArn.ts';
import { present } from './present.ts';
import type { Recognized, RecognizedPolicy } from './recognized.ts';

/** The output of `aws iam get-role`, `get-user` or `get-group`. */
export function recognizeIdentityOutput(root: JsonNode): Recognized | undefined {
  const node = ['Role', 'User', 'Group'].map((name) => memberValue(root, name)).find(isDefined) ?? root;
  const arn = asString(memberValue(node, 'Arn'));
  const name = ['RoleName', 'UserName', 'GroupName'].map((field) => memberValue(node, field)).find(isDefined);
  if (arn === undefined || name === undefined) return undefined;
  if (readIdentityArn(arn) === undefined) return undefined;
  const id = ['RoleId', 'UserId', 'GroupId']
    .map((field) => asString(memberValue(node, field)))
    .find(isDefined);
  const boundary = asString(memberValue(memberValue(node, 'PermissionsBoundary'), 'PermissionsBoundaryArn'));
  return present({ kind: 'identity' as const, arn, id, tags: tagsOf(node), boundary });
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function tagsOf(node: JsonNode): Readonly<Record<string, string>> | undefined {
  const items = asArray(memberValue(node, 'Tags'))?.items;
  if (items === undefined) return undefined;
  return recordOf(
    items.flatMap((item) => {
      const key = asString(memberValue(item, 'Key'));
      const value = asString(memberValue(item, 'Value'));
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
}

/** Whose policy the output of `get-role-policy` and its kin is, and what it is called. */
export function policyOwner(root: JsonNode): Pick<RecognizedPolicy, 'owner' | 'name'> {
  const name = asString(memberValue(root, 'PolicyName'));
  for (const [field, kind] of OWNERS) {
    const owner = asString(memberValue(root, field));
    if (owner !== undefined) return present({ owner: { kind, name: owner }, name });
  }
  return present({ name });
}

const OWNERS = [
  ['RoleName', 'role'],
  ['UserName', 'user'],
  ['GroupName', 'group'],
] as const;
