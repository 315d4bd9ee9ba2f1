import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { JsonNode } from '#engine/source/json.ts';
import { lineIndex } from '#engine/source/lines.ts';
import { parseJson } from '#engine/source/parseJson.ts';
import { asObject, asString, memberValue } from '#engine/source/read.ts';
import { placeholderNames } from '../importOf.ts';
import type { Import, Piece, Problem } from '../piece.ts';
import { PlaceholderBook } from '../placeholderBook.ts';
import { Intrinsics } from './intrinsics.ts';
import { keysOfTemplate, policiesOfTemplate, type TemplateResource } from './templateResources.ts';
import { isTemplate, templateFacts } from './templateFacts.ts';
import { parseYaml } from './yamlNode.ts';

/** Longest template that CloudFormation takes (docs: cloudformation-limits). */
const LONGEST_TEMPLATE = 1_048_576;

/** Whether a text may be a template; cheap, and wrong at times. */
export function looksLikeTemplate(text: string): boolean {
  return /^["' ]*(AWSTemplateFormatVersion|Resources)["']?\s*:/m.test(text) && /(AWS|Custom)::/.test(text);
}

/**
 * Keys, aliases and IAM policies of a CloudFormation template, in YAML or JSON.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html
 * @returns undefined where the text is no template
 */
export function readTemplate(text: string): Import | undefined {
  const lines = lineIndex(text);
  const { root, diagnostics } = treeOf(text);
  const problems = diagnostics.map(({ message, span }): Problem => ({
    message,
    severity: 'error',
    ...lines.at(span.from),
  }));
  if (root === undefined || !isTemplate(root)) {
    if (problems.length === 0 || !looksLikeTemplate(text)) return undefined;
    return { format: 'cloudFormation', pieces: [], placeholders: [], skipped: [], problems };
  }
  const book = new PlaceholderBook();
  const intrinsics = new Intrinsics(templateFacts(root), book);
  const resources = resourcesOf(root);
  const pieces = [...keysOfTemplate(intrinsics, resources), ...policiesOfTemplate(intrinsics, resources)].map(
    ({ id, content, span }): Piece => ({ id, title: id, content, ...lines.at(span.from) }),
  );
  return {
    format: 'cloudFormation',
    pieces,
    placeholders: book.among(placeholderNames(pieces)),
    skipped: [],
    problems,
  };
}

function treeOf(text: string): {
  readonly root: JsonNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  if (text.length > LONGEST_TEMPLATE || /^\s*\{/.test(text)) {
    const json = parseJson(text, 'import', { maxLength: LONGEST_TEMPLATE });
    if (json.wellFormed || text.length > LONGEST_TEMPLATE || !/^\s*\{\s*\w/.test(text)) return json;
  }
  return parseYaml(text, 'import');
}

function resourcesOf(root: JsonNode): readonly TemplateResource[] {
  return (asObject(memberValue(root, 'Resources'))?.members ?? []).map(({ key, keySpan, value }) => ({
    id: key,
    type: asString(memberValue(value, 'Type')) ?? '',
    properties: memberValue(value, 'Properties'),
    span: keySpan,
  }));
}
