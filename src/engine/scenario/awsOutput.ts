import type { JsonNode } from '../source/json.ts';
import { recordOf } from '../source/plainValue.ts';
import { printJson } from '../source/printJson.ts';
import { collectProblems } from '../source/problems.ts';
import { asArray, asString, member, memberValue } from '../source/read.ts';
import { keyMetadata } from './keyMetadata.ts';
import { recognizeIdentityOutput } from './iamOutput.ts';
import { laidOut } from './organizationOutput.ts';
import { present } from './present.ts';
import type { AliasEntry, Recognized, RecognizedEndpoint } from './recognized.ts';

/** The output of an AWS command, or a part of it that cannot be anything else. */
export function recognizeAwsOutput(text: string, root: JsonNode): Recognized | undefined {
  return (
    grants(text, root) ??
    metadata(text, root) ??
    aliases(root) ??
    recognizeIdentityOutput(root) ??
    endpoints(root) ??
    tags(root)
  );
}

/** `describe-vpc-endpoints`. */
function endpoints(root: JsonNode): Recognized | undefined {
  const items = asArray(memberValue(root, 'VpcEndpoints'))?.items ?? [];
  const entries = items.flatMap((item): RecognizedEndpoint[] => {
    const id = asString(memberValue(item, 'VpcEndpointId'));
    const vpc = asString(memberValue(item, 'VpcId'));
    const document = memberValue(item, 'PolicyDocument');
    const policy = document && laidOut(document);
    if (id === undefined) return [];
    return [present({ id, vpc, policy })];
  });
  return entries.length === 0 ? undefined : { kind: 'vpcEndpoints', endpoints: entries };
}

/** `list-grants`, a list of grants, or a single grant. */
function grants(text: string, root: JsonNode): Recognized | undefined {
  const listed = asArray(memberValue(root, 'Grants'))?.items;
  const items = listed ?? asArray(root)?.items ?? [root];
  if ((listed === undefined && items.length === 0) || !items.every(isGrant)) return undefined;
  return { kind: 'grants', text: text.trim().includes('\n') ? text : printJson(root) };
}

function isGrant(node: JsonNode): boolean {
  return member(node, 'Operations') !== undefined || member(node, 'GranteePrincipal') !== undefined;
}

/** `describe-key`, or the `KeyMetadata` of it. */
function metadata(text: string, root: JsonNode): Recognized | undefined {
  const node = memberValue(root, 'KeyMetadata') ?? root;
  const arn = asString(memberValue(node, 'Arn'));
  if (arn === undefined || member(node, 'KeyId') === undefined) return undefined;
  const problems = collectProblems();
  const pointer = node === root ? '' : '/KeyMetadata';
  const value = keyMetadata({ node, pointer, problems, file: { text, unindent: true } });
  if (value !== undefined) return { kind: 'keyMetadata', arn, metadata: value };
  const diagnostics = problems.sorted();
  const because = `This output of \`describe-key\` cannot be read: ${diagnostics[0]?.message ?? ''}`;
  return { kind: 'unknown', because, diagnostics };
}

function aliases(root: JsonNode): Recognized | undefined {
  const list = asArray(memberValue(root, 'Aliases'));
  if (list === undefined) return undefined;
  const entries = list.items.flatMap((item): AliasEntry[] => {
    const name = asString(memberValue(item, 'AliasName'));
    const arn = asString(memberValue(item, 'AliasArn'));
    const targetKeyId = asString(memberValue(item, 'TargetKeyId'));
    if (name === undefined) return [];
    return [present({ name, arn, targetKeyId })];
  });
  return entries.length === list.items.length ? { kind: 'aliases', aliases: entries } : undefined;
}

function tags(root: JsonNode): Recognized | undefined {
  const list = asArray(memberValue(root, 'Tags'));
  if (list === undefined) return undefined;
  const entries = list.items.flatMap((item) => {
    const key = asString(memberValue(item, 'TagKey'));
    const value = asString(memberValue(item, 'TagValue'));
    return key === undefined || value === undefined ? [] : [[key, value] as const];
  });
  return entries.length === list.items.length ? { kind: 'tags', tags: recordOf(entries) } : undefined;
}
