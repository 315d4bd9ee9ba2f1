import type { JsonNode } from '#engine/source/json.ts';

/** How a language writes values. */
export interface LiteralStyle {
  /** The name of a member with what stands between it and its value. */
  readonly member: (name: string) => string;
  /** What ends a member's line. */
  readonly memberEnd: '' | ',';
  readonly text: (value: string) => string;
}

/** A JSON value as a literal of another language, a member or item a line, numbers as they are written. */
export function literal(node: JsonNode, indent: string, style: LiteralStyle): string {
  const inner = `${indent}  `;
  switch (node.kind) {
    case 'object': {
      if (node.members.length === 0) return '{}';
      const lines = node.members.map(
        ({ key, value }) => inner + style.member(key) + literal(value, inner, style) + style.memberEnd,
      );
      return `{\n${lines.join('\n')}\n${indent}}`;
    }
    case 'array': {
      if (node.items.length === 0) return '[]';
      const lines = node.items.map((item) => `${inner}${literal(item, inner, style)},`);
      return `[\n${lines.join('\n')}\n${indent}]`;
    }
    case 'string':
      return style.text(node.value);
    case 'number':
      return node.lexeme;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}
