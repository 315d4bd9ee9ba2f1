const LONGEST = 60;

/**
 * User text as it appears inside a message: in backticks, on one line, at most 60 characters (shortened in the middle so
 * that both ends stay recognisable).
 */
export function quoted(text: string): string {
  return `\`${Array.from(shortened(text), visible).join('')}\``;
}

/** A list as a sentence says it: `a`, `b` or `c`. */
export function quotedList(items: readonly string[], last = 'or'): string {
  const names = items.map(quoted);
  const tail = names.pop();
  if (tail === undefined) return 'nothing';
  return names.length === 0 ? tail : `${names.join(', ')} ${last} ${tail}`;
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const head = text.slice(0, 38).replace(/[\ud800-\udbff]$/, '');
  const tail = text.slice(-20).replace(/^[\udc00-\udfff]/, '');
  return `${head}…${tail}`;
}

/** Control characters and line ends as escapes; a backtick would end the quotation. */
function visible(character: string): string {
  const code = character.charCodeAt(0);
  if (character === '`') return "'";
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const invisible = code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029;
  return invisible ? `\\u${code.toString(16).padStart(4, '0')}` : character;
}
