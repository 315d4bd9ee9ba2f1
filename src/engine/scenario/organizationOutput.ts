import { printPolicy } from '../policy/printPolicy.ts';
import type { JsonNode } from '../source/json.ts';
import { parseJson } from '../source/parseJson.ts';
import { asArray, asString, memberValue } from '../source/read.ts';
import { present } from './present.ts';
import type { Recognized, RecognizedOrganizationPolicy } from './recognized.ts';
import type { OrganizationPolicy } from './scenario.ts';

const TYPES: readonly OrganizationPolicy['type'][] = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'];

/** The output of `aws organizations describe-policy`, `list-policies-for-target` or `list-policies`. */
export function recognizeOrganizationOutput(root: JsonNode): Recognized | undefined {
  return described(root) ?? listed(root);
}

function described(root: JsonNode): Recognized | undefined {
  const policy = memberValue(root, 'Policy');
  const summary = memberValue(policy, 'PolicySummary');
  const content = memberValue(policy, 'Content');
  if (summary === undefined || content === undefined) return undefined;
  const read = organizationPolicy(summary, laidOut(content));
  return read === undefined ? otherType(summary) : { kind: 'organizationPolicies', policies: [read] };
}

function listed(root: JsonNode): Recognized | undefined {
  const items = asArray(memberValue(root, 'Policies'))?.items ?? [];
  const policies = items.filter((item) => memberValue(item, 'Type') !== undefined);
  const [first] = policies;
  if (first === undefined) return undefined;
  const read = policies.flatMap((policy) => organizationPolicy(policy, undefined) ?? []);
  return read.length === 0 ? otherType(first) : { kind: 'organizationPolicies', policies: read };
}

function organizationPolicy(
  summary: JsonNode,
  text: string | undefined,
): RecognizedOrganizationPolicy | undefined {
  const type = TYPES.find((each) => each === asString(memberValue(summary, 'Type')));
  if (type === undefined) return undefined;
  const name = asString(memberValue(summary, 'Name')) ?? asString(memberValue(summary, 'Id')) ?? 'Policy';
  return present({ type, name, text });
}

/** Tag policies, backup policies and the like decide no request. */
function otherType(summary: JsonNode): Recognized {
  const type = asString(memberValue(summary, 'Type')) ?? '';
  const because = `A policy of the type \`${type.slice(0, 60)}\` decides no request: accepted are service control policies and resource control policies.`;
  return { kind: 'unknown', because, diagnostics: [] };
}

/** The text of a policy that AWS printed as an escaped string or as an object; a broken one stays as it is. */
export function laidOut(content: JsonNode): string | undefined {
  if (content.kind === 'object') return printPolicy(content);
  const text = asString(content);
  if (text === undefined) return undefined;
  const { root, wellFormed } = parseJson(text, 'key');
  return wellFormed && root?.kind === 'object' ? printPolicy(root) : text;
}
