/** Shorter than this, names and random texts cannot be told apart. */
const SHORTEST = 24;
/** AWS secret access keys have a length of their own, which says more than how often they change. */
const KEY_LENGTH = 40;
const CHANGES_OF_KEY = 0.33;
/** A random text of letters and digits changes between its three classes at three places of five; names at one of four. */
const CHANGES = 0.42;
const BITS = 3.8;

/**
 * Whether a word looks like it was made by a random generator: upper case, lower case and digits in quick succession, and
 * hardly a character twice as often as the others. AWS secret access keys are of this kind.
 */
export function isRandomText(word: string): boolean {
  const unpadded = word.replace(/={1,2}$/, '');
  const text = unpadded.slice(unpadded.indexOf('=') + 1);
  const isKeyLike = text.length === KEY_LENGTH && /^[0-9A-Za-z+/]+$/.test(text);
  // A slash, dot or colon otherwise means a path, a host or an identifier made of parts.
  if (!isKeyLike && !/^[0-9A-Za-z+_-]+$/.test(text)) return false;
  const solid = text.replaceAll(/[^0-9A-Za-z]/g, '');
  if (solid.length < SHORTEST || solid.length < text.length * 0.85) return false;
  return changes(solid) >= (isKeyLike ? CHANGES_OF_KEY : CHANGES) && bitsPerCharacter(solid) >= BITS;
}

/** The share of neighbours that are of different classes; none where a class is missing. */
function changes(text: string): number {
  let changed = 0;
  const seen = new Set<string>();
  let before: string | undefined;
  for (const character of text) {
    const own = classOf(character);
    seen.add(own);
    if (before !== undefined && own !== before) changed += 1;
    before = own;
  }
  return seen.size === 3 ? changed / (text.length - 1) : 0;
}

function classOf(character: string): 'digit' | 'upper' | 'lower' {
  if (character >= '0' && character <= '9') return 'digit';
  return character >= 'A' && character <= 'Z' ? 'upper' : 'lower';
}

function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce(
    (bits, count) => bits - (count / text.length) * Math.log2(count / text.length),
    0,
  );
}
