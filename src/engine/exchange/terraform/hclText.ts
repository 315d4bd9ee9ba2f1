/** A text in quotes as HCL reads it: nothing in it is interpolated. */
export function quotedHcl(text: string): string {
  return JSON.stringify(text)
    .replace(/\\([bf])/g, (_, letter: string) => (letter === 'b' ? '\\u0008' : '\\u000c'))
    .replace(/[$%]\{/g, (mark) => `${mark.charAt(0)}${mark}`);
}

/** A list of texts: one alone on its line, several on a line each. */
export function hclList(texts: readonly string[], indent: string): string {
  const [only] = texts;
  if (only !== undefined && texts.length === 1) return `[${quotedHcl(only)}]`;
  return `[\n${texts.map((text) => `${indent}  ${quotedHcl(text)},`).join('\n')}\n${indent}]`;
}

/** Attributes, a line each, aligned as `terraform fmt` does: neighbours that take one line each have their values below each other. */
export function attributes(
  pairs: readonly (readonly [name: string, value: string])[],
  indent: string,
): readonly string[] {
  return pairs.map(([name, value], index) => {
    const takesOneLine = (at: number) => pairs[at] !== undefined && !pairs[at][1].includes('\n');
    let [first, last] = [index, index];
    if (!value.includes('\n')) {
      while (takesOneLine(first - 1)) first -= 1;
      while (takesOneLine(last + 1)) last += 1;
    }
    const widest = Math.max(...pairs.slice(first, last + 1).map(([each]) => each.length));
    return `${indent}${name.padEnd(widest)} = ${value}`;
  });
}

/** A block whose lines are indented already. */
export function hclBlock(head: string, lines: readonly string[], indent = ''): string {
  return lines.length === 0 ? `${indent}${head} {}` : `${indent}${head} {\n${lines.join('\n')}\n${indent}}`;
}
