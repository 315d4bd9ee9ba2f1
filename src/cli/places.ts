import type { Scenario } from '#engine/scenario/scenario.ts';
import type { JsonNode } from '#engine/source/json.ts';
import { lineColumn } from '#engine/source/lines.ts';
import { parseJson } from '#engine/source/parseJson.ts';
import { asArray, memberValue } from '#engine/source/read.ts';
import type { DocumentInWorld } from '#engine/world/world.ts';
import type { ScenarioFile } from './input.ts';

/** Where in its file a request stands, or one of its fields: `file:line:column`. */
export function placeOfRequest(
  { name, text }: ScenarioFile,
  scenario: number,
  request: number,
  field: string | undefined,
): string {
  const { root } = parseJson(text, name);
  const one = root?.kind === 'array' ? root.items[scenario] : root;
  const node = asArray(memberValue(one, 'requests'))?.items[request];
  return at(name, text, (field === undefined ? undefined : memberValue(node, field)) ?? node);
}

/** Where in its file the first error of a document stands; of an escaped string, where that begins. */
export function placeOfDocument(file: ScenarioFile, scenario: Scenario, document: DocumentInWorld): string {
  const source = textsOf(scenario).find(({ id }) => id === document.id);
  const offset = document.diagnostics.find(({ severity }) => severity === 'error')?.span.from ?? 0;
  const from = source?.offset === undefined ? (source?.within?.from ?? 0) : source.offset + offset;
  const { line, column } = lineColumn(file.text, from);
  return `${file.name}:${line}:${column}`;
}

function at(name: string, text: string, node: JsonNode | undefined): string {
  const { line, column } = lineColumn(text, node?.span.from ?? 0);
  return `${name}:${line}:${column}`;
}

function textsOf(scenario: Scenario) {
  const { keys, identities, organizationPolicies, resources, vpcEndpoints } = scenario;
  return [
    ...keys.flatMap(({ policy, grants }) => [policy, ...(grants === undefined ? [] : [grants])]),
    ...identities.flatMap(({ policies = [], permissionsBoundary }) =>
      [...policies, ...(permissionsBoundary === undefined ? [] : [permissionsBoundary])].map(
        ({ document }) => document,
      ),
    ),
    ...organizationPolicies.map(({ document }) => document),
    ...[...resources, ...vpcEndpoints].flatMap(({ policy }) => policy ?? []),
  ];
}
