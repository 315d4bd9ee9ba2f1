const FARTHEST_LINE_START = 1000;

/** White space at the start of the line on which an offset stands; nothing for lines longer than 1,000 characters. */
export function indentationAt(file: string, offset: number): string {
  const from = Math.max(0, offset - FARTHEST_LINE_START);
  const before = file.slice(from, offset);
  const lineEnd = before.lastIndexOf('\n');
  if (lineEnd < 0 && from > 0) return '';
  const line = before.slice(lineEnd + 1);
  return line.slice(0, line.length - line.trimStart().length);
}

/** Puts an indentation before every line but the first; empty lines stay empty. JSON text keeps its meaning: no string spans lines. */
export function indented(text: string, indentation: string): string {
  return text.replace(/\n(?![\r\n]|$)/g, `\n${indentation}`);
}

/** Takes an indentation away from every line but the first, as far as a line has it: the reverse of `indented`. */
export function unindented(text: string, indentation: string): string {
  if (indentation === '') return text;
  const [first = '', ...rest] = text.split('\n');
  return [first, ...rest.map((line) => line.slice(sharedLength(line, indentation)))].join('\n');
}

function sharedLength(line: string, indentation: string): number {
  let length = 0;
  while (length < indentation.length && line[length] === indentation[length]) length += 1;
  return length;
}
