const remembered = new Map<string, string>();

// Documents and requests may name anything; the memory stays bounded whatever they name.
const MOST_REMEMBERED = 4096;
const LONGEST_REMEMBERED = 256;

/**
 * An equal text that is the same object for all equal texts, for names that every decision compares: accounts, roles, actions,
 * condition keys. Equal pieces cut out of different documents are compared letter by letter; these by their address.
 */
export function interned(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (text.length > LONGEST_REMEMBERED) return text;
  // JavaScript engines keep one copy of each property name, without the document it was cut from.
  const [name = text] = Object.keys({ [text]: true });
  if (remembered.size < MOST_REMEMBERED) remembered.set(name, name);
  return name;
}
