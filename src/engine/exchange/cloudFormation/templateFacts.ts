import type { JsonNode } from '#engine/source/json.ts';
import { asObject, asString, memberValue } from '#engine/source/read.ts';

/** The sections of a template that its intrinsic functions look into. */
export interface TemplateFacts {
  readonly parameters: JsonNode | undefined;
  readonly mappings: JsonNode | undefined;
  readonly conditions: JsonNode | undefined;
  readonly resources: JsonNode | undefined;
}

export function templateFacts(root: JsonNode): TemplateFacts {
  return {
    parameters: memberValue(root, 'Parameters'),
    mappings: memberValue(root, 'Mappings'),
    conditions: memberValue(root, 'Conditions'),
    resources: memberValue(root, 'Resources'),
  };
}

/** Whether a tree is a template: it has resources of CloudFormation's types. */
export function isTemplate(root: JsonNode | undefined): boolean {
  const resources = asObject(memberValue(root, 'Resources'));
  return (
    resources?.members.some(({ value }) =>
      /^(AWS|Custom|Alexa)::/.test(asString(memberValue(value, 'Type')) ?? ''),
    ) === true
  );
}

/** The text of a scalar, as a parameter's default may be any of them. */
export function scalarText(node: JsonNode | undefined): string | undefined {
  if (node?.kind === 'string') return node.value;
  if (node?.kind === 'number') return node.lexeme;
  return node?.kind === 'boolean' ? String(node.value) : undefined;
}
