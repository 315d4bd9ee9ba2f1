const LONGEST = 60;

/**
 * User text as it appears inside a message: in backticks, on one line, shortened in the middle, so that
 * both ends stay recognisable, where it is long.
 *
 * @param longest most characters of the text that are shown, at least 25; 60 if omitted
 */
export function quoted(text: string, longest = LONGEST): string {
  return `\`${Array.from(shortened(text, longest), visible).join('')}\``;
}

/** A list as a sentence says it: `a`, `b` or `c`. */
export function quotedList(items: readonly string[], last = 'or'): string {
  const names = items.map((item) => quoted(item));
  const tail = names.pop();
  if (tail === undefined) return 'nothing';
  return names.length === 0 ? tail : `${names.join(', ')} ${last} ${tail}`;
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest - 22).replace(/[\ud800-\udbff]$/, '');
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
