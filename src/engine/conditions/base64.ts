const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * The one base64 spelling of the bytes a text stands for, so that comparing spellings compares bytes: the unused bits of the
 * last character, which encoders may fill as they like, are cleared.
 *
 * @returns undefined where the text is not padded base64 in the standard alphabet.
 */
export function canonicalBase64(text: string): string | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  if (padding === 0) return text;
  const last = text.length - padding - 1;
  const unusedBits = padding * 2;
  const bits = (alphabet.indexOf(text.charAt(last)) >> unusedBits) << unusedBits;
  return text.slice(0, last) + alphabet.charAt(bits) + '='.repeat(padding);
}
