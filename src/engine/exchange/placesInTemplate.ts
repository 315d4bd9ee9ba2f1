import type { JsonNode } from '../source/json.ts';
import { lineIndex } from '../source/lines.ts';
import { parseJson } from '../source/parseJson.ts';
import { type Answers, fillIn } from './fillIn.ts';
import type { Position } from './piece.ts';
import type { Value } from './value.ts';

/**
 * Finds where places in a policy stand in the template that it was made of: at the value each comes from, or the nearest around it
 * that the template has.
 *
 * @param template the text of the template
 * @param value the policy as the template has it, and what its placeholders were filled with
 * @param policyText the policy that `settle` made of both
 * @returns the place of an offset in `policyText`
 */
export function placesInTemplate(
  template: string,
  value: Value,
  answers: Answers,
  policyText: string,
): (offset: number) => Position {
  const lines = lineIndex(template);
  const made = fillIn(value.kind === 'json' ? value.value : value, answers);
  if (made.kind === 'string' && template.startsWith('<<', made.span.from))
    return inHeredoc(template, made.span.from, made.value, policyText);
  const { root } = parseJson(policyText, 'policy');
  return (offset) => lines.at(root === undefined ? made.span.from : sourceOf(root, made, offset));
}

/** Goes down both trees, which are alike: one printed and read again, the other with the places of the template. */
function sourceOf(node: JsonNode, made: JsonNode, offset: number): number {
  if (node.kind === 'object' && made.kind === 'object') {
    const index = node.members.findIndex(
      ({ keySpan, value }) => keySpan.from <= offset && offset < value.span.to,
    );
    const [member, own] = [node.members[index], made.members[index]];
    if (member === undefined || own === undefined) return made.span.from;
    return offset < member.keySpan.to ? own.keySpan.from : sourceOf(member.value, own.value, offset);
  }
  if (node.kind === 'array' && made.kind === 'array') {
    const index = node.items.findIndex(({ span }) => span.from <= offset && offset < span.to);
    const [item, own] = [node.items[index], made.items[index]];
    return item === undefined || own === undefined ? made.span.from : sourceOf(item, own, offset);
  }
  return made.span.from;
}

/** The text of a heredoc has the lines of the template, indented otherwise, and without empty ones at its beginning. */
function inHeredoc(
  template: string,
  from: number,
  text: string,
  policyText: string,
): (offset: number) => Position {
  const written = template.split('\n');
  const read = policyText.split('\n');
  const lines = lineIndex(policyText);
  const skipped = (/^\s*\n/.exec(text)?.[0].split('\n').length ?? 1) - 1;
  const first = lineIndex(template).at(from).line + skipped;
  return (offset) => {
    const { line, column } = lines.at(offset);
    const moved = indentOf(written[first + line - 1]) - indentOf(read[line - 1]);
    return { line: first + line, column: Math.max(1, column + moved) };
  };
}

function indentOf(line = ''): number {
  return line.length - line.trimStart().length;
}
