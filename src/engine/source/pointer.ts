import type { JsonNode } from './json.ts';

/** One more step of a JSON Pointer (RFC 6901). */
export function pointerTo(parent: string, step: string | number): string {
  return `${parent}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * JSON Pointer of the innermost value that covers an offset of the text; a place inside a member's name belongs to that
 * member. The root itself is the empty text.
 */
export function pointerAt(root: JsonNode, offset: number): string {
  let node: JsonNode | undefined = root;
  let pointer = '';
  while (node !== undefined) {
    const child: Child | undefined = childAt(node, offset);
    if (child === undefined) break;
    pointer = pointerTo(pointer, child.step);
    node = child.inside;
  }
  return pointer;
}

interface Child {
  readonly step: string | number;
  /** Where to look further; undefined where the offset stands in the name. */
  readonly inside: JsonNode | undefined;
}

function childAt(node: JsonNode, offset: number): Child | undefined {
  if (node.kind === 'array') {
    const index = node.items.findIndex((item) => covers(item.span, offset));
    return index < 0 ? undefined : { step: index, inside: node.items[index] };
  }
  if (node.kind !== 'object') return undefined;
  const found = node.members.find((member) => member.keySpan.from <= offset && offset < member.value.span.to);
  if (found === undefined) return undefined;
  return { step: found.key, inside: covers(found.value.span, offset) ? found.value : undefined };
}

function covers(span: { readonly from: number; readonly to: number }, offset: number): boolean {
  return span.from <= offset && offset < span.to;
}
