import type { JsonNode } from './json.ts';

export interface PrintOptions {
  /** Write characters above U+00FF as escapes, which a policy must (IAM-016). */
  readonly latin1?: boolean;
}

/**
 * JSON text of a tree: two spaces a level, order of members and repeated keys kept, numbers as they were written. What is
 * printed reads back as the same tree but for the places.
 */
export function printJson(node: JsonNode, options: PrintOptions = {}): string {
  const escape = options.latin1 === true ? escapeAboveLatin1 : (text: string) => text;
  const text = (value: string) => escape(JSON.stringify(value));
  const print = (value: JsonNode, indent: string): string => {
    const inner = `${indent}  `;
    switch (value.kind) {
      case 'object':
        return block(
          '{',
          value.members.map((member) => `${text(member.key)}: ${print(member.value, inner)}`),
          '}',
          indent,
        );
      case 'array':
        return block(
          '[',
          value.items.map((item) => print(item, inner)),
          ']',
          indent,
        );
      case 'string':
        return text(value.value);
      case 'number':
        return value.lexeme;
      case 'boolean':
        return String(value.value);
      case 'null':
        return 'null';
    }
  };
  return print(node, '');
}

/** Lines between brackets; nothing between them where there is nothing. */
function block(open: string, lines: readonly string[], close: string, indent: string): string {
  if (lines.length === 0) return open + close;
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`;
}

function escapeAboveLatin1(text: string): string {
  return text.replace(/[\u0100-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
